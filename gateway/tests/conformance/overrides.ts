import type { Node } from '../../call/node.ts';
import type { Feature, Question } from './feature.ts';

const books = (): Node[] =>
  [1, 2, 3].map((n) => ({
    __typename: 'Book',
    id: `b${n}`,
    title: `book ${n}`,
    weight: n === 3 ? null : n * 10,
    stock: n,
  }));

const world = () => {
  const all = books();
  return {
    roots: { books: all, top: all[0], any: all },
    entities: { Book: all },
  };
};

const shop = `
  type Query { books: [Book!] top: Book }
  type Book @key(fields: "id") { id: ID! title: String weight: Int stock: Int }
`;

/** An agency that takes over what the shop answered, the weight or something else of a book. */
const taking = (label: string, field = 'weight') =>
  `type Book @key(fields: "id") { id: ID! ${field}: Int @override(from: "shop", label: "${label}") }`;

/** Asks the same of a draw below and of one above a share. */
function draws(text: string, below: readonly [number, ...string[]], above: readonly [number, ...string[]]): Question[] {
  return [below, above].map(([draw, ...asked]) => ({ text, draw, asked }));
}

/** What one agency takes over from another one step by step: who is asked is decided for each request. */
export const overrides: readonly Feature[] = [
  ...(
    [
      [0, ['shop']],
      [100, ['shop', 'post']],
    ] as const
  ).map(([percent, asked]) => ({
    it: `lets an agency take over ${percent} % of the questions for a field`,
    agencies: { shop, post: taking(`percent(${percent})`) },
    world,
    ask: [0, 0.5, 0.999].map((draw) => ({ text: '{ books { title weight } }', draw, asked })),
  })),
  {
    it: 'asks the taking agency below its share, and the one that had the field from there on',
    agencies: { shop, post: taking('percent(12.5)') },
    world,
    ask: [
      ...draws('{ books { title weight } }', [0.124, 'shop', 'post'], [0.125, 'shop']),
      ...draws('{ books { title w: weight } }', [0, 'shop', 'post'], [0.999, 'shop']),
      { text: '{ books { title } }', draw: 0, asked: ['shop'] },
    ],
  },
  {
    it: 'asks the taking agency by a label of its own only where that is set',
    agencies: { shop, post: taking('new-scales'), yard: taking('new-yard', 'stock') },
    world,
    labelsSet: ['new-yard', 'unheard-of'],
    ask: [
      { text: '{ books { weight } }', draw: 0, asked: ['shop'] },
      { text: '{ books { weight stock } }', draw: 0.999, asked: ['shop', 'yard'] },
    ],
  },
  {
    it: 'decides about several fields by one draw',
    agencies: { shop, post: taking('percent(80)'), yard: taking('percent(20)', 'stock') },
    world,
    ask: [
      { text: '{ top { weight stock } }', draw: 0.1, asked: ['shop', 'yard', 'post'] },
      { text: '{ top { weight stock } }', draw: 0.5, asked: ['shop', 'post'] },
      { text: '{ top { weight stock } }', draw: 0.9, asked: ['shop'] },
      ...draws('{ top { stock } }', [0.1, 'shop', 'yard'], [0.5, 'shop']),
    ],
  },
  {
    it: 'follows a share through interfaces, unions and fragments',
    agencies: {
      shop: `
        type Query { books: [Thing!] any: [Any!] }
        interface Thing { id: ID! weight: Int }
        union Any = Book
        type Book implements Thing @key(fields: "id") { id: ID! title: String weight: Int }
        type Film implements Thing { id: ID! weight: Int }
      `,
      post: taking('percent(50)'),
    },
    world,
    ask: [
      ...draws('{ books { title: weight id } }', [0.4, 'shop', 'post'], [0.6, 'shop']),
      ...draws('{ any { ...B } } fragment B on Book { ... on Thing { weight } }', [0.4, 'shop', 'post'], [0.6, 'shop']),
    ],
  },
  {
    it: 'follows a share of questions at the root',
    agencies: {
      shop: 'type Query { any: [Book!] } type Book @key(fields: "id") @shareable { id: ID! title: String }',
      post: `
        type Query { any: [Book!] @override(from: "shop", label: "percent(50)") }
        type Book @key(fields: "id") @shareable { id: ID! title: String }
      `,
    },
    world,
    ask: draws('{ any { title } }', [0.4, 'post'], [0.6, 'shop']),
  },
];
