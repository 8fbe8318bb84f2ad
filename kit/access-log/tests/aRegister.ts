import type { Principal } from '../../principal.ts';
import { defineAgency } from '../../subgraph.ts';
import { asParent, type Subjects } from '../subjects.ts';

interface Person {
  readonly id: string;
  readonly name: string | null;
  readonly homes: readonly { readonly street: string }[];
  readonly owner: string | null | undefined;
}

const schema = `
type Query {
  me: Citizen @shareable @authenticated
  person(id: ID!): Person @authenticated
  "Everybody whose id begins so"
  people(id: ID!): PersonConnection @authenticated
  file(owner: ID!): File @authenticated
  home: Home @authenticated
}
type Mutation {
  move(id: ID!): MovePayload @authenticated
  count: Int @authenticated
}
type MovePayload @authenticated { person: Person }
type Citizen @key(fields: "id") @authenticated { id: ID! name: String @personal(class: GENERAL) }
type Person @authenticated {
  id: ID!
  name: String @personal(class: GENERAL)
  number: String @personal(class: GENERAL) @requiresScopes(scopes: [["people:number"]])
  estate: Estate
}
type PersonConnection @authenticated { edges: [PersonEdge!]! }
type PersonEdge @authenticated { node: Person! }
"Nothing in it is personal by itself"
type Estate @authenticated { homes: [Home!] }
type Home @authenticated { street: String @personal(class: GENERAL) }
type File @authenticated { text: String @personal(class: SPECIFIC) }
`;

const people: readonly Person[] = [
  { id: 'ctz-1', name: 'Ani', homes: [{ street: 'Jalan Satu' }, { street: 'Jalan Dua' }], owner: 'ctz-1' },
  { id: 'ctz-2', name: null, homes: [], owner: 'ctz-2' },
];

/** Whose data the values of the register are, as it should be. */
export const subjects: Subjects = {
  Citizen: ({ id }: Person) => id,
  Person: ({ id }: Person) => id,
  Home: asParent,
  File: ({ owner }: Person) => owner,
};

/**
 * A register of two people, as small as an agency can be, for tests of the access log.
 *
 * @param moved is told whom its one change has moved
 */
export function aRegister(change: Subjects = {}, moved: string[] = []) {
  const find = (id: string) => people.find((person) => person.id === id) ?? null;
  return defineAgency({
    name: 'register',
    schema,
    models: () => ({}),
    loaders: () => ({}),
    subjects: { ...subjects, ...change },
    resolvers: {
      Query: {
        me: (_root: unknown, _arguments: unknown, { principal }: { principal: Principal }) =>
          principal.kind === 'citizen' ? find(principal.id) : null,
        person: async (_root: unknown, { id }: { id: string }) => find(id),
        people: (_root: unknown, { id }: { id: string }) => ({
          edges: people.filter((person) => person.id.startsWith(id)).map((node) => ({ node })),
        }),
        // A file of somebody, of a company (null), or of nobody can say whom (undefined).
        file: (_root: unknown, { owner }: { owner: string }) => ({
          text: 'a text',
          owner: owner === 'company' ? null : owner === 'unknown' ? undefined : owner,
        }),
        home: () => ({ street: 'Jalan Entah' }),
      },
      Mutation: {
        move(_root: unknown, { id }: { id: string }) {
          moved.push(id);
          return { person: find(id) };
        },
        count: () => people.length,
      },
      Citizen: { __resolveReference: ({ id }: { id: string }) => find(id) },
      Person: { number: () => '123', estate: (person: Person) => person },
    },
  });
}
