import type { Node } from '../../call/node.ts';
import { type Feature, workedOut } from './feature.ts';

const price = ({ currency }: { currency?: string }) => (currency === 'USD' ? 2 : 30_000);

const books = (): Node[] =>
  [1, 2, 3].map((n) => ({
    __typename: 'Book',
    id: `b${n}`,
    title: `book ${n}`,
    weight: n === 3 ? null : n * 10,
    secret: n * 7,
    price,
    size: n === 2 ? null : { __typename: 'Size', width: n, height: n + 1 },
    sheets: [{ __typename: 'Sheet', gram: n }, null, { __typename: 'Sheet', gram: n * 2 }],
    postage: workedOut((read) => (read('weight') === null ? null : Number(read('weight')) + 1)),
    parcel: workedOut((read) => `parcel at ${String(read('postage'))}`),
    label: workedOut((read) => `label of ${String(read('parcel'))}`),
    duty: workedOut((read) => Number(read('price', { currency: 'USD' })) * 100),
    area: workedOut((read) => {
      const size = read('size') as { width: number; height: number } | null;
      return size && size.width * size.height;
    }),
    grams: workedOut((read) =>
      (read('sheets') as ({ gram: number } | null)[]).reduce((sum, one) => sum + (one?.gram ?? 0), 0),
    ),
    margin: workedOut((read) => Number(read('secret')) - 1),
  }));

const world = () => {
  const all = books();
  return { roots: { books: all, top: all[0] }, entities: { Book: all } };
};

const shop = `
  type Query { books: [Book!] }
  type Book @key(fields: "id") { id: ID! title: String weight: Int }
`;

/** What an agency needs of others, gives of others, takes over and hides. */
export const fieldRules: readonly Feature[] = [
  {
    it: 'gives an agency the field that it requires, null too',
    agencies: {
      shop,
      post: 'type Book @key(fields: "id") { id: ID! weight: Int @external postage: Int @requires(fields: "weight") }',
    },
    world,
    ask: [
      { text: '{ books { postage } }', asked: ['shop', 'post'] },
      { text: '{ books { weight: title postage } }', asked: ['shop', 'post'] },
    ],
  },
  {
    it: 'gives an agency what it requires of objects and of lists',
    agencies: {
      shop: `
        type Query { books: [Book!] }
        type Book @key(fields: "id") { id: ID! size: Size sheets: [Sheet] }
        type Size { width: Int! height: Int! }
        type Sheet { gram: Int! }
      `,
      post: `
        type Book @key(fields: "id") {
          id: ID!
          size: Size @external
          sheets: [Sheet] @external
          area: Int @requires(fields: "size { width height }")
          grams: Int @requires(fields: "sheets { gram }")
        }
        type Size { width: Int! @external height: Int! @external }
        type Sheet { gram: Int! @external }
      `,
    },
    world,
    ask: [
      { text: '{ books { area grams } }', asked: ['shop', 'post'] },
      { text: '{ books { size { width: height } area sheets { height: gram } } }', asked: ['shop', 'post'] },
    ],
  },
  {
    it: 'gives an agency what it requires with its own arguments, whatever the client asks',
    agencies: {
      shop: `
        type Query { books: [Book!] }
        enum Currency { IDR USD }
        type Book @key(fields: "id") { id: ID! price(currency: Currency): Int }
      `,
      customs: `
        enum Currency { IDR USD }
        type Book @key(fields: "id") {
          id: ID!
          price(currency: Currency): Int @external
          duty: Int @requires(fields: "price(currency: USD)")
        }
      `,
    },
    world,
    ask: [
      { text: '{ books { duty } }', asked: ['shop', 'customs'] },
      { text: '{ books { duty price(currency: IDR) } }', asked: ['shop', 'customs'] },
      { text: '{ books { price duty usd: price(currency: USD) } }', asked: ['shop', 'customs'] },
      {
        text: 'query ($of: Currency) { books { price(currency: $of) duty } }',
        variables: { of: 'IDR' },
        asked: ['shop', 'customs'],
      },
    ],
  },
  {
    it: 'asks in a chain where one agency requires what another one requires something for',
    agencies: {
      shop,
      post: 'type Book @key(fields: "id") { id: ID! weight: Int @external postage: Int @requires(fields: "weight") }',
      packing:
        'type Book @key(fields: "id") { id: ID! postage: Int @external parcel: String @requires(fields: "postage") }',
      printing:
        'type Book @key(fields: "id") { id: ID! parcel: String @external label: String @requires(fields: "parcel") }',
    },
    world,
    ask: [
      { text: '{ books { label } }', asked: ['shop', 'post', 'packing', 'printing'] },
      { text: '{ books { postage: label parcel: title } }', asked: ['shop', 'post', 'packing', 'printing'] },
      { text: '{ books { label parcel postage } }', asked: ['shop', 'post', 'packing', 'printing'] },
    ],
  },
  {
    it: 'does not ask for what an agency provides on the way',
    agencies: {
      shop: 'type Query { books: [Book!] } type Book @key(fields: "id") { id: ID! title: String @shareable weight: Int }',
      library: `
        type Query { top: Book @provides(fields: "title") }
        type Book @key(fields: "id") { id: ID! title: String @external }
      `,
    },
    world,
    ask: [
      { text: '{ top { title } }', asked: ['library'] },
      { text: '{ top { title weight } }', asked: ['library', 'shop'] },
    ],
  },
  {
    it: 'asks the owner of a field that is external to an agency',
    agencies: {
      shop,
      library: `
        type Query { top: Book }
        type Book @key(fields: "id") { id: ID! weight: Int @external postage: Int @requires(fields: "weight") }
      `,
    },
    world,
    ask: [{ text: '{ top { weight postage } }', asked: ['library', 'shop', 'library'] }],
  },
  {
    it: 'asks either agency for what both share',
    agencies: {
      shop: `
        type Query { books: [Book!] }
        type Book @key(fields: "id") { id: ID! title: String @shareable size: Size @shareable }
        type Size @shareable { width: Int! height: Int! }
      `,
      library: `
        type Query { top: Book }
        type Book @key(fields: "id") { id: ID! title: String @shareable size: Size @shareable }
        type Size @shareable { width: Int! }
      `,
    },
    world,
    ask: [
      { text: '{ books { title size { width } } }', asked: ['shop'] },
      { text: '{ top { title size { width } } }', asked: ['library'] },
      { text: '{ top { size { width height } } }', asked: ['library', 'shop'] },
    ],
  },
  {
    it: 'asks the agency that took a field over',
    agencies: {
      shop: 'type Query { books: [Book!] } type Book @key(fields: "id") { id: ID! title: String weight: Int }',
      post: 'type Book @key(fields: "id") { id: ID! weight: Int @override(from: "shop") }',
    },
    world,
    ask: [{ text: '{ books { title weight } }', asked: ['shop', 'post'] }],
  },
  {
    it: 'hides what is inaccessible, and still gives it to the agency that requires it',
    agencies: {
      shop: `
        type Query { books: [Book!] hiddenBooks: [Book!] @inaccessible }
        type Book @key(fields: "id") { id: ID! title: String secret: Int @inaccessible }
      `,
      bank: 'type Book @key(fields: "id") { id: ID! secret: Int @external margin: Int @requires(fields: "secret") }',
    },
    world,
    hidden: ['Book.secret', 'Query.hiddenBooks'],
    ask: [
      { text: '{ books { margin } }', asked: ['shop', 'bank'] },
      { text: '{ books { secret: title margin } }', asked: ['shop', 'bank'] },
    ],
  },
];
