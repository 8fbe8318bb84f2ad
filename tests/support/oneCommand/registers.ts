import type { GraphQLSchema } from 'graphql';
import { accessLogCollections } from '#kit/access-log/store.ts';
import { insertNew } from '#kit/mongo.ts';
import { type Agency, agencySchema } from '#kit/subgraph.ts';
import { startTestAgency, type TestAgency } from '#kit/testing/testAgency.ts';
import type { SealedFields } from '#kit/vault/sealed.ts';
import { loadAgency } from '../../../scripts/seedDatabases.ts';
import { connectToSeeded } from '../seeded.ts';
import type { EntityType } from './entityTypes.ts';

/** A row as it is stored. */
export type Row = Readonly<Record<string, unknown>> & { readonly _id: string };

/** An agency on a copy of the sandbox's data that is its own: what is asked is logged, and rows are added. */
export interface CopiedAgency {
  readonly name: string;
  readonly definition: Agency<unknown, unknown>;
  readonly schema: GraphQLSchema;
  readonly resolvers: object;
  readonly agency: TestAgency;
  /** The names of its collections. */
  readonly collections: readonly string[];
}

/** Where the rows of a type are kept. */
export interface Register {
  readonly keeper: CopiedAgency;
  readonly collection: string;
}

/** More rows of one collection are not looked through. */
const mostRows = 400;

/** A collection with more rows than this, such as the villages of the country, is copied in part. */
const copiedWhole = 2_000;

/** Starts an agency on a copy of its seeded database. */
export async function startOnCopy(name: string): Promise<CopiedAgency> {
  const definition = await loadAgency(name);
  const agency = await startTestAgency(definition);
  const seeded = await connectToSeeded(name);
  const collections = (await seeded.listCollections())
    .map((listed) => listed.name)
    .filter((collection) => !accessLogCollections.some((one) => one === collection));
  const rowsIn = (collection: string, wanted: object = {}): Promise<unknown[]> =>
    seeded.collection(collection).find(wanted).sort({ _id: 1 }).limit(copiedWhole).toArray();
  const copy = new Map<string, unknown[]>();
  for (const collection of collections) copy.set(collection, await rowsIn(collection));
  const named = [...new Set(JSON.stringify([...copy.values()]).match(/(?<=")[\w.-]{1,40}(?=")/g) ?? [])];
  for (const [collection, rows] of copy) {
    const isWhole = rows.length < copiedWhole;
    const others = isWhole ? [] : await rowsIn(collection, { _id: { $in: named, $gt: (rows.at(-1) as Row)._id } });
    const to = { collection: agency.connection.collection(collection) };
    await insertNew(to, [...rows, ...others]);
  }
  await seeded.close();
  const { resolvers } = definition;
  return { name, definition, schema: agencySchema(definition), resolvers, agency, collections };
}

/**
 * Where the rows of a type are kept, by the names: those of a `BirthRecord` in `civilRecords`, of a `TaxApplication` in
 * `applications`. The agency that answers for the type comes first, then whoever else keeps such rows.
 *
 * @throws Error when no collection is named like the type
 */
export function registerOf(type: EntityType, owner: CopiedAgency, agencies: readonly CopiedAgency[]): Register {
  const others = agencies.filter((one) => one !== owner);
  const places = [owner, ...others].flatMap((keeper) =>
    keeper.collections.map((collection) => ({ keeper, collection })),
  );
  const [best] = places
    .map((place) => ({ ...place, alike: commonEnd(pluralWords(type.name), words(place.collection)) }))
    .sort((one, other) => other.alike - one.alike || Number(other.keeper === owner) - Number(one.keeper === owner));
  if (!best || best.alike === 0) throw new Error(`No collection is named like ${type.name}.`);
  return best;
}

/** The rows of a register, as far as they are looked through. */
export async function rowsOf({ keeper, collection }: Register): Promise<Row[]> {
  const rows = keeper.agency.connection.collection<Row>(collection).find({}).sort({ _id: 1 }).limit(mostRows);
  return (await rows.toArray()) as Row[];
}

/** The reference to a row: a key's field has the value of the row's field of that name, and one of them its `_id`. */
export function referenceTo({ name, key }: EntityType, row: Row): Record<string, string> | null {
  const others = key.filter((field) => typeof row[field] !== 'string');
  if (others.length > 1) return null;
  const values = key.map((field) => [field, String(others.includes(field) ? row._id : row[field])]);
  return { __typename: name, ...Object.fromEntries(values) };
}

/** Adds rows that are like the given ones but for their `_id`, as far as the unique keys of the collection allow. */
export async function addTwins({ keeper, collection }: Register, rows: readonly Row[], count: number): Promise<Row[]> {
  const declared = keeper.definition.sealed?.find((one) => one.collection === collection);
  const sealing = declared && keeper.agency.vault.of<SealedFields>(declared);
  const twins = Array.from({ length: rows.length === 0 ? 0 : count }, (_, index) => {
    const row = rows[index % rows.length] as Row;
    const _id = `${row._id}-twin-${index}`;
    // What is sealed opens in its own row only.
    if (!sealing) return { ...row, _id };
    // What is sealed opens in its own row only.
    const plain = sealing.open(row as never) as object;
    return sealing.seal({ ...plain, _id } as never) as unknown as Row;
  });
  await insertNew({ collection: keeper.agency.connection.collection(collection) }, twins);
  return twins;
}

function commonEnd(some: readonly string[], others: readonly string[]): number {
  let count = 0;
  while (count < Math.min(some.length, others.length) && some.at(-1 - count) === others.at(-1 - count)) count++;
  return count;
}

function pluralWords(type: string): string[] {
  const parts = words(type);
  const last = parts.pop() ?? '';
  return [...parts, last.endsWith('s') ? `${last}es` : last.endsWith('y') ? `${last.slice(0, -1)}ies` : `${last}s`];
}

function words(name: string): string[] {
  return name.split(/_|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
}
