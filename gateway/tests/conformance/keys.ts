import type { Node } from '../../call/node.ts';
import type { Feature } from './feature.ts';

const people = (): Node[] => [
  { __typename: 'Person', id: '1', email: 'a@x', card: 'c1', name: 'Ani', age: 30, visits: 3 },
  { __typename: 'Person', id: '2', email: 'b@x', card: 'c2', name: null, age: 40, visits: 5 },
];

const twoAgencies = {
  register: 'type Query { people: [Person!] twice: [Person!] } type Person @key(fields: "id") { id: ID! name: String }',
  clinic: 'type Person @key(fields: "id") { id: ID! visits: Int }',
};
const withPeople = () => {
  const [one, two] = people();
  return { roots: { people: [one, two], twice: [one, two, one] }, entities: { Person: [one, two] as Node[] } };
};

/** How an object of one agency is found at another one. */
export const keys: readonly Feature[] = [
  {
    it: 'finds an object by its single key',
    agencies: twoAgencies,
    world: withPeople,
    ask: [{ text: '{ people { name visits } }', asked: ['register', 'clinic'] }],
  },
  {
    it: 'asks once about an object that is there twice',
    agencies: twoAgencies,
    world: withPeople,
    ask: [{ text: '{ twice { visits } people { visits } }', asked: ['register', 'clinic', 'clinic'] }],
  },
  {
    it: 'answers null for an object that another agency does not know',
    agencies: twoAgencies,
    world: () => {
      const [one, two] = people();
      return { roots: { people: [one, { ...two, visits: null }] }, entities: { Person: [one as Node] } };
    },
    ask: [{ text: '{ people { name visits } }', asked: ['register', 'clinic'] }],
  },
  {
    it: 'keeps a key apart from an alias that has its name',
    agencies: twoAgencies,
    world: withPeople,
    ask: [
      { text: '{ people { id: name visits } }', asked: ['register', 'clinic'] },
      { text: '{ people { id: name name: id visits: __typename also: visits } }', asked: ['register', 'clinic'] },
      { text: '{ people { __typename: id visits } }', asked: ['register', 'clinic'] },
    ],
  },
  {
    it: 'finds an object by a compound key',
    agencies: {
      register: 'type Query { rooms: [Room] } type Room @key(fields: "house number") { house: ID! number: Int! }',
      cleaning: 'type Room @key(fields: "number house") { number: Int! house: ID! isClean: Boolean }',
    },
    world: () => {
      const rooms = ['a', 'b'].flatMap((house) =>
        [1, 2].map((number) => ({ __typename: 'Room', house, number, isClean: house === 'a' && number === 1 })),
      );
      return { roots: { rooms: [...rooms, null] }, entities: { Room: rooms } };
    },
    ask: [
      { text: '{ rooms { isClean } }', asked: ['register', 'cleaning'] },
      { text: '{ rooms { number: house house: number isClean } }', asked: ['register', 'cleaning'] },
    ],
  },
  {
    it: 'finds an object by a nested key',
    agencies: {
      register: `
        type Query { shelves: [Shelf] }
        type Shelf @key(fields: "hall { site { code } } number") { hall: Hall! number: Int! }
        type Hall @shareable { site: Site! }
        type Site @shareable { code: ID! }
      `,
      archive: `
        type Shelf @key(fields: "hall { site { code } } number") { hall: Hall! number: Int! files: Int }
        type Hall @shareable { site: Site! }
        type Site @shareable { code: ID! }
      `,
    },
    world: () => {
      const shelves = ['x', 'y'].map((code, index) => ({
        __typename: 'Shelf',
        hall: { __typename: 'Hall', site: { __typename: 'Site', code } },
        number: 7,
        files: index * 10,
      }));
      return { roots: { shelves }, entities: { Shelf: shelves } };
    },
    ask: [
      { text: '{ shelves { files } }', asked: ['register', 'archive'] },
      {
        text: '{ shelves { hall: number number: files place: hall { code: site { code } } } }',
        asked: ['register', 'archive'],
      },
    ],
  },
  {
    it: 'goes from key to key, where no two agencies at the ends share one',
    agencies: {
      register: 'type Query { people: [Person!] } type Person @key(fields: "id") { id: ID! name: String }',
      desk: `type Person @key(fields: "id") @key(fields: "email") { id: ID! email: String! age: Int }`,
      library: `type Person @key(fields: "email") @key(fields: "card") { email: String! card: ID! }`,
      clinic: 'type Person @key(fields: "card") { card: ID! visits: Int }',
    },
    world: withPeople,
    ask: [
      { text: '{ people { visits } }', asked: ['register', 'desk', 'library', 'clinic'] },
      { text: '{ people { email: name visits card: age } }', asked: ['register', 'desk', 'library', 'clinic'] },
    ],
  },
  {
    it: 'takes one of several keys, the one that an agency knows',
    agencies: {
      register: `
        type Query { people: [Person!] }
        type Person @key(fields: "id") @key(fields: "email") { id: ID! email: String! name: String }
      `,
      byId: 'type Person @key(fields: "id") { id: ID! visits: Int }',
      byMail: 'type Person @key(fields: "email") { email: String! age: Int }',
    },
    world: withPeople,
    ask: [
      { text: '{ people { visits } }', asked: ['register', 'byId'] },
      { text: '{ people { age } }', asked: ['register', 'byMail'] },
      { text: '{ people { visits age } }', asked: ['register', 'byMail', 'byId'] },
    ],
  },
  {
    it: 'never asks an agency that only names an object',
    agencies: {
      clinic: `
        type Query { visits: [Visit!] }
        type Visit { of: Person }
        type Person @key(fields: "id", resolvable: false) { id: ID! }
      `,
      register: 'type Person @key(fields: "id") { id: ID! name: String }',
    },
    world: () => ({ roots: { visits: people().map((of) => ({ of })) }, entities: { Person: people() } }),
    ask: [
      { text: '{ visits { of { name } } }', asked: ['clinic', 'register'] },
      { text: '{ visits { of { id } } }', asked: ['clinic'] },
    ],
  },
];
