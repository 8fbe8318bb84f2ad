import type { Node } from '../../call/node.ts';
import { type Feature, workedOut } from './feature.ts';

const things = (): Node[] => [
  {
    __typename: 'Book',
    id: 'b',
    title: 'a book',
    pages: 90,
    dims: 'wide',
    stars: 4,
    note: workedOut((read) => `on ${String(read('title'))}`),
    kin: () => things(),
  },
  {
    __typename: 'Film',
    id: 'f',
    title: null,
    minutes: 80,
    dims: 7,
    stars: null,
    note: workedOut((read) => `on ${String(read('title'))}`),
    kin: () => [null],
  },
];

const world = () => {
  const [book, film] = things() as [Node, Node];
  return {
    roots: { things: [book, film], book, hits: [film, null, book], grid: [[book, null], null, [film]], one: film },
    entities: { Book: [book], Film: [film], Thing: [book, film] },
  };
};

const library = `
  type Query { things: [Thing] hits: [Hit] grid: [[Thing]] one: Thing }
  interface Thing { id: ID! title: String kin: [Thing] }
  union Hit = Book | Film
  type Book implements Thing @key(fields: "id") { id: ID! title: String kin: [Thing] pages: Int dims: String }
  type Film implements Thing @key(fields: "id") { id: ID! title: String kin: [Thing] minutes: Int dims: Int }
`;
const reviews = `
  type Book @key(fields: "id") { id: ID! stars: Int }
  type Film @key(fields: "id") { id: ID! stars: Int }
`;

const entityInterface = {
  library: `
    type Query { things: [Thing] one: Thing }
    interface Thing @key(fields: "id") { id: ID! title: String }
    type Book implements Thing @key(fields: "id") { id: ID! title: String pages: Int }
    type Film implements Thing @key(fields: "id") { id: ID! title: String minutes: Int }
  `,
  reviews: `
    type Query { hits: [Thing] }
    type Thing @key(fields: "id") @interfaceObject {
      id: ID!
      title: String @external
      stars: Int
      note: String @requires(fields: "title")
    }
  `,
};

/** Objects of which it shows only when they are there what they are; and types that several agencies describe. */
export const types: readonly Feature[] = [
  {
    it: 'follows an interface to the agencies of its types',
    agencies: { library, reviews },
    world,
    ask: [
      { text: '{ things { title ... on Book { pages stars } ... on Film { stars } } }', asked: ['library', 'reviews'] },
      { text: '{ one { __typename id ... on Book { stars } } }', asked: ['library'] },
      { text: '{ things { kin { kin { id: title ... on Book { stars } } } } }', asked: ['library', 'reviews'] },
    ],
  },
  {
    it: 'follows a union to the agencies of its members',
    agencies: { library, reviews },
    world,
    ask: [
      {
        text: '{ hits { __typename ... on Film { id: stars } ... on Thing { title } } }',
        asked: ['library', 'reviews'],
      },
      { text: '{ hits { ... on Book { pages: stars } ... on Film { pages: stars } } }', asked: ['library', 'reviews'] },
      { text: '{ hits { kind: __typename } }', asked: ['library'] },
    ],
  },
  {
    it: 'gives a field its own type in each member of a union',
    agencies: { library, reviews },
    world,
    ask: [
      { text: '{ hits { ... on Book { b: dims } ... on Film { f: dims } } }', asked: ['library'] },
      { text: '{ things { ... on Film { dims } ... on Book { pages } } }', asked: ['library'] },
    ],
  },
  {
    it: 'follows lists of lists of abstract types, over nulls',
    agencies: { library, reviews },
    world,
    ask: [
      { text: '{ grid { title ... on Film { stars minutes } ... on Book { stars } } }', asked: ['library', 'reviews'] },
    ],
  },
  {
    it: 'lets an agency add a field to an interface whose types it does not know',
    agencies: entityInterface,
    world,
    ask: [
      { text: '{ things { stars } }', asked: ['library', 'reviews'] },
      { text: '{ things { id: stars note ... on Book { pages } } }', asked: ['library', 'reviews'] },
      { text: '{ one { title: note ... on Film { stars minutes } } }', asked: ['library', 'reviews'] },
    ],
  },
  {
    it: 'asks the owner of an interface what an object of it is',
    agencies: entityInterface,
    world,
    ask: [
      { text: '{ hits { stars } }', asked: ['reviews'] },
      { text: '{ hits { __typename stars } }', asked: ['reviews', 'library'] },
      { text: '{ hits { stars ... on Book { pages } } }', asked: ['reviews', 'library'] },
      { text: '{ hits { title note } }', asked: ['reviews', 'library', 'reviews'] },
    ],
  },
  {
    it: 'knows all members that agencies give a union',
    agencies: {
      library: 'type Query { hits: [Hit] } union Hit = Book type Book @key(fields: "id") { id: ID! title: String }',
      cinema: 'type Query { one: Hit } union Hit = Film type Film @key(fields: "id") { id: ID! minutes: Int }',
    },
    world: () => {
      const [book, film] = things() as [Node, Node];
      return { roots: { hits: [book], one: film } };
    },
    ask: [
      {
        text: '{ hits { __typename ... on Book { title } ... on Film { minutes } } one { ...Any } } fragment Any on Hit { __typename ... on Film { minutes } ... on Book { title } }',
        asked: ['library', 'cinema'],
      },
    ],
  },
  {
    it: 'knows all values that agencies answer of an enum',
    agencies: {
      library: 'type Query { here: Mood } enum Mood { GLAD SAD }',
      cinema: 'type Query { there: Mood } enum Mood { GLAD CALM }',
    },
    world: () => ({ roots: { here: 'SAD', there: 'CALM' } }),
    ask: [{ text: '{ here there again: here }', asked: ['library', 'cinema'] }],
  },
  {
    it: 'takes of an enum and of an input only what all agencies know',
    agencies: {
      library: `
        type Query { here(filter: Filter): String }
        enum Kind { BOOK FILM }
        input Filter { kind: Kind first: Int = 2 old: Boolean }
      `,
      cinema: `
        type Query { there(filter: Filter): String }
        enum Kind { FILM PLAY }
        input Filter { kind: Kind first: Int = 2 loud: Boolean }
      `,
    },
    world: () => ({ roots: { here: JSON.stringify, there: JSON.stringify } }),
    hidden: ['Filter.old', 'Filter.loud', 'Kind.BOOK', 'Kind.PLAY'],
    ask: [
      { text: '{ here(filter: { kind: FILM }) there(filter: { first: 3 }) }', asked: ['library', 'cinema'] },
      {
        text: 'query ($filter: Filter, $kind: Kind = FILM) { here(filter: $filter) there(filter: { kind: $kind }) }',
        variables: { filter: { first: 1 } },
        asked: ['library', 'cinema'],
      },
    ],
  },
  {
    it: 'tells every type by its name, whatever it is called',
    agencies: { library, reviews },
    world,
    ask: [
      { text: '{ __typename things { __typename kind: __typename kin { __typename } } }', asked: ['library'] },
      { text: '{ root: __typename __schema { queryType { name } } __type(name: "Book") { name } }', asked: [] },
    ],
  },
];
