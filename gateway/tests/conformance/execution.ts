import type { Node } from '../../call/node.ts';
import type { Feature } from './feature.ts';

const fail = (): never => {
  throw new Error('not today');
};

const people = (): Node[] =>
  [0, 1, 2].map((n) => ({
    __typename: 'Person',
    id: `p${n}`,
    name: n === 1 ? null : `person ${n}`,
    scores: ({ first }: { first?: number }) => [1, null, n].slice(0, first ?? 3),
    nick: n === 2 ? null : `nick ${n}`,
    mood: n === 1 ? fail : 'GLAD',
    visits: n * 2,
    last: n === 0 ? null : { __typename: 'Visit', at: n === 2 ? null : 'noon' },
    friends: () => people().slice(n + 1),
  }));

const agencies = {
  register: `
    type Query { people: [Person] strict: [Person!] first: Person! person(id: ID!): Person }
    type Person @key(fields: "id") { id: ID! name: String scores(first: Int): [Int] nick: String! mood: String friends: [Person!] }
  `,
  clinic: `
    type Person @key(fields: "id") { id: ID! visits(since: Int): Int last: Visit }
    type Visit { at: String! }
  `,
};

const world = () => {
  const all = people();
  const person = ({ id }: { id: string }) => all.find((one) => one.id === id) ?? null;
  return { roots: { people: all, strict: all, first: all[2], person }, entities: { Person: all } };
};

const both = ['register', 'clinic'];

/** Changes that remember what was changed before them. */
const changing = () => {
  const log: string[] = [];
  const note =
    (by: string) =>
    ({ text }: { text: string }) => {
      log.push(`${by} ${text}`);
      return { __typename: 'Log', texts: [...log] };
    };
  return { roots: { write: note('register'), file: note('clinic'), refuse: fail } };
};

const changes = {
  register:
    'type Query { a: Int } type Mutation { write(text: String!): Log refuse: Log } type Log @shareable { texts: [String!]! }',
  clinic: 'type Mutation { file(text: String!): Log! } type Log @shareable { texts: [String!]! }',
};

/** What an answer looks like, whoever gives its parts. */
export const execution: readonly Feature[] = [
  {
    it: 'leaves out what @skip and @include leave out, and asks nobody for it',
    agencies,
    world,
    ask: [
      { text: '{ people { name visits @skip(if: true) } }', asked: ['register'] },
      { text: '{ people { name @include(if: false) visits @include(if: true) } }', asked: both },
      {
        text: 'query ($yes: Boolean!, $no: Boolean = false) { people { ... @include(if: $yes) { visits } ...N @skip(if: $no) } } fragment N on Person { name scores(first: 1) @include(if: $no) }',
        variables: { yes: true },
        asked: both,
      },
      {
        text: 'query ($yes: Boolean!, $no: Boolean = false) { people { ... @include(if: $yes) { visits } ...N @skip(if: $no) } } fragment N on Person { name scores(first: 1) @include(if: $no) }',
        variables: { yes: false, no: true },
        asked: ['register'],
      },
      { text: '{ people { name @skip(if: true) } }', asked: ['register'] },
    ],
  },
  {
    it: 'keeps the order and the names of the client',
    agencies,
    world,
    ask: [
      { text: '{ people { visits name last { at } id } }', asked: both, errors: 1 },
      { text: '{ b: people { visits } a: people { name z: visits a: id } }', asked: ['register', 'clinic', 'clinic'] },
      {
        text: '{ people { one: scores(first: 1) two: scores(first: 2) scores id: visits(since: 1) visits } }',
        asked: both,
      },
    ],
  },
  {
    it: 'joins what fragments ask of the same field',
    agencies,
    world,
    ask: [
      {
        text: '{ people { ...A ...B ...A friends { name } } } fragment A on Person { friends { visits } } fragment B on Person { friends { id friends { visits } } }',
        asked: ['register', 'clinic', 'clinic'],
      },
    ],
  },
  {
    it: 'hands variables on, and leaves defaults to whoever has them',
    agencies,
    world,
    ask: [
      { text: 'query ($n: Int) { people { scores(first: $n) visits(since: $n) } }', asked: both },
      { text: 'query ($n: Int = 1) { people { scores(first: $n) } }', asked: ['register'] },
      {
        text: 'query ($n: Int = 1, $id: ID!) { person(id: $id) { scores(first: $n) visits } }',
        variables: { n: null, id: 'p1' },
        asked: both,
      },
      { text: 'query ($id: ID!) { person(id: $id) { visits } }', variables: { id: 'nobody' }, asked: ['register'] },
    ],
  },
  {
    it: 'lets null rise to the nearest place where it may stand, in the agency of the field',
    agencies,
    world,
    ask: [
      { text: '{ people { id nick } }', asked: ['register'], errors: 1 },
      { text: '{ strict { id nick } }', asked: ['register'], errors: 1 },
      { text: '{ first { nick } }', asked: ['register'], errors: 1 },
      { text: '{ people { mood friends { mood } } }', asked: ['register'], errors: 2 },
    ],
  },
  {
    it: 'lets null rise to the nearest place where it may stand, across agencies',
    agencies,
    world,
    ask: [
      { text: '{ people { name last { at } } }', asked: both, errors: 1 },
      {
        text: '{ strict { last { when: at } visits friends { last { at } } } }',
        asked: ['register', 'clinic', 'clinic'],
        errors: 3,
      },
    ],
  },
  {
    it: 'makes changes in the order in which they are written, whoever makes them',
    agencies: changes,
    world: changing,
    ask: [
      {
        text: 'mutation { a: write(text: "1") { texts } b: file(text: "2") { texts } c: write(text: "3") { texts } }',
        asked: ['register', 'clinic', 'register'],
      },
      {
        text: 'mutation ($t: String!) { b: write(text: $t) { texts } ...More a: write(text: "3") { texts } } fragment More on Mutation { c: write(text: "2") { texts } }',
        variables: { t: '1' },
        asked: ['register'],
      },
      { text: 'mutation { refuse { texts } write(text: "after") { texts } }', asked: ['register'], errors: 1 },
    ],
  },
];
