import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { Concern, GraphVersion } from '../../schema/checks/change/graphVersion.ts';
import { composeGraph } from '../../schema/compose.ts';
import { checkChange } from '../../scripts/check/checkChange.ts';

const folder = mkdtempSync(join(tmpdir(), 'mpp-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A register of people and a library that lends to them: enough for every kind of fault. */
export const agencies = {
  register: `
type Query {
  "The signed-in person"
  me: Person @shareable @authenticated
}
"A person"
type Person @key(fields: "id") @key(fields: "number") @authenticated {
  "Opaque"
  id: ID!
  "The number of the card"
  number: ID @personal(class: GENERAL)
  "What the person is called"
  name: String @personal(class: GENERAL)
  "How much is due"
  due: Float
  "Only for who may see it"
  phone: String @personal(class: GENERAL) @requiresScopes(scopes: [["phone"]])
  "Where the person stands"
  standing: Standing
  "Who lives in the house too"
  household: [Person!] @listSize(assumedSize: 6)
}
"How somebody stands"
enum Standing {
  "Well"
  GOOD
  "Not well"
  POOR
}
`,
  library: `
type Query {
  "The signed-in person"
  me: Person @shareable @authenticated
  "Looks for a book"
  book("Its number" id: ID!): Book @public
}
"A person"
type Person @key(fields: "id") @authenticated {
  "Opaque"
  id: ID!
  "What the person has borrowed"
  loans: [Loan!] @listSize(assumedSize: 5)
}
"A loan"
type Loan @authenticated {
  "The book"
  book: Book
  "Until when"
  until: Date @impersonal(because: "the same for everybody")
}
"A book"
type Book @key(fields: "id") @public {
  "Its number"
  id: ID!
  "What it is called"
  title: String
}
`,
};

export const operations = [
  {
    client: "the citizens' app",
    name: 'Home',
    document: 'query Home { me { name due phone standing loans { until } } }',
  },
  { client: 'the public pages', name: 'Shelf', document: 'query Shelf($id: ID!) { book(id: $id) { title } }' },
];

let versions = 0;
/** Writes a folder of agencies. */
export function written(texts: Readonly<Record<string, string>>): string {
  versions += 1;
  for (const [agency, text] of Object.entries(texts)) {
    const place = join(folder, String(versions), agency);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'schema.graphql'), text);
  }
  return join(folder, String(versions));
}

/** The graph of the agencies as they are. */
export const before: GraphVersion = { ...composeGraph(written(agencies)), operations };

/** A change of one agency's text. */
export interface Change {
  readonly agency: keyof typeof agencies;
  readonly from: string;
  readonly to: string;
}

/** Changes an agency's text in one place, which must be there. */
export function changed({ agency, from, to }: Change): string {
  if (!agencies[agency].includes(from)) throw new Error(`${agency} has no ${from}.`);
  return written({ ...agencies, [agency]: agencies[agency].replace(from, to) });
}

/** What the check finds in a change. */
export const checked = (change: Change, announced = '[]', recorded = operations) =>
  checkChange(before, changed(change), recorded, announced);
export const found = (concerns: readonly Concern[], check: Concern['check'], coordinate: string) =>
  concerns.find((concern) => concern.check === check && concern.coordinate === coordinate);

export const home = { client: "the citizens' app", operation: 'Home' };
export const shelf = { client: 'the public pages', operation: 'Shelf' };
export const inRegister = (from: string, to: string): Change => ({ agency: 'register', from, to });
