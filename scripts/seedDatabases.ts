import type { Connection } from 'mongoose';
import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import { connect, ensureIndexes } from '#kit/mongo.ts';
import { createPopulation } from '#kit/sandbox/population.ts';
import type { SeedModule } from '#kit/sandbox/seed.ts';
import type { Agency } from '#kit/subgraph.ts';
import { keyRingOf } from '#kit/vault/keyRing.ts';
import { createVault, type Vault } from '#kit/vault/vault.ts';
import { agencyNames } from '../schema/agencies.ts';

/** Raised when seeds change: a sandbox that was filled before is then told to be old. */
const seedVersion = 7;
const markCollection = 'sandbox';
const announcementsPerBatch = 500;

export interface SeedOptions {
  /** How many synthetic people beside the cast. */
  readonly citizens: number;
  readonly now: Date;
  readonly databaseOf: (agency: string) => { uri: string; database: string };
  readonly tell: (line: string) => void;
  /** The folder of the agencies; the project's own unless said otherwise. */
  readonly folder?: string;
  /** Which filled sandboxes may be emptied and filled anew; none when left out, since something may have been added. */
  readonly replace?: 'ALL' | 'OLD';
}

/** What seeding found, or did. */
export type SeedOutcome =
  | 'FILLED_NOW'
  | 'FILLED_BEFORE'
  /** Filled by other seeds, or with fewer citizens than asked for; left as it is. */
  | 'OLD'
  /** The inbox is empty while agencies that told it of their applications are filled; left as it is. */
  | 'TORN'
  /** A database holds data that is no sandbox data; left as it is. */
  | 'NOT_A_SANDBOX';

interface SeededAgency {
  readonly name: string;
  readonly connection: Connection;
  readonly vault: Vault;
  readonly seed: SeedModule;
}

/**
 * Fills the databases of agencies that are empty with sandbox data. What is filled already stays as it is, unless it was
 * said that it may be replaced. Agencies' announcements of applications reach the one that keeps the inbox as events
 * will: without an agency knowing another.
 */
export async function seedDatabases(options: SeedOptions): Promise<SeedOutcome> {
  const agencies: SeededAgency[] = [];
  for (const name of agencyNames(options.folder)) agencies.push(await openAgency(name, options));
  try {
    const states = await Promise.all(agencies.map(({ connection }) => stateOf(connection, options.citizens)));
    if (states.includes('FOREIGN')) return 'NOT_A_SANDBOX';
    const isOld = states.includes('OLD');
    const replaces = options.replace === 'ALL' || (options.replace === 'OLD' && isOld);
    const toFill = replaces ? agencies : agencies.filter((_, index) => states[index] === 'EMPTY');
    if (toFill.length === 0) return isOld ? 'OLD' : 'FILLED_BEFORE';
    if (toFill.length < agencies.length && toFill.some(({ seed }) => seed.receive)) return 'TORN';
    await fill(agencies, toFill, options);
    return 'FILLED_NOW';
  } finally {
    await Promise.all(agencies.map(({ connection }) => connection.close()));
  }
}

/** Loads an agency's parts by its folder's name. */
export async function loadAgency(name: string, folder?: string): Promise<Agency<unknown, unknown>> {
  const module = (await import(partOf(name, 'subgraph.ts', folder))) as { default: Agency<unknown, unknown> };
  return module.default;
}

async function openAgency(name: string, options: SeedOptions): Promise<SeededAgency> {
  const agency = await loadAgency(name, options.folder);
  const seed = (await import(partOf(name, 'seed.ts', options.folder))) as SeedModule;
  const connection = await connect(options.databaseOf(name));
  agency.models(connection);
  return { name, connection, vault: createVault(name, keyRingOf(name)), seed };
}

async function fill(
  agencies: readonly SeededAgency[],
  toFill: readonly SeededAgency[],
  options: SeedOptions,
): Promise<void> {
  const households = createPopulation(options.citizens, options.now);
  // Those who receive announcements come first: their catalogue must be there before an application is announced.
  const inOrder = [...toFill].sort((a, b) => Number(!a.seed.receive) - Number(!b.seed.receive));
  const receivers = agencies.filter(({ seed }) => seed.receive);
  let waiting: ApplicationAnnouncement[] = [];
  const deliver = async () => {
    const batch = waiting;
    waiting = [];
    for (const { seed, connection, vault } of receivers) {
      if (batch.length > 0) await seed.receive?.(connection, vault, batch);
    }
  };

  for (const { connection } of toFill) {
    await connection.dropDatabase();
    await mark(connection, options, false);
    await ensureIndexes(connection);
  }
  for (const { name, seed, connection, vault } of inOrder) {
    const started = Date.now();
    await seed.seed({
      connection,
      vault,
      households,
      now: options.now,
      announce: async (application) => {
        waiting.push(application);
        if (waiting.length >= announcementsPerBatch) await deliver();
      },
    });
    await deliver();
    options.tell(`Seeded ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  }
  for (const { connection } of toFill) await mark(connection, options, true);
}

interface Mark {
  readonly _id: string;
  readonly version: number;
  readonly citizens: number;
  readonly filled: boolean;
  readonly at: Date;
}

/** A fill that was broken off left nothing but seeds behind, so it counts as empty. */
async function stateOf(connection: Connection, citizens: number): Promise<'EMPTY' | 'FILLED' | 'OLD' | 'FOREIGN'> {
  const found = await connection.collection<Mark>(markCollection).findOne({ _id: 'seed' });
  if (found?.filled) return found.version === seedVersion && found.citizens >= citizens ? 'FILLED' : 'OLD';
  if (found) return 'EMPTY';
  for (const { name } of await connection.listCollections()) {
    if ((await connection.collection(name).countDocuments({}, { limit: 1 })) > 0) return 'FOREIGN';
  }
  return 'EMPTY';
}

async function mark(connection: Connection, { citizens, now }: SeedOptions, filled: boolean): Promise<void> {
  await connection
    .collection<Mark>(markCollection)
    .replaceOne({ _id: 'seed' }, { version: seedVersion, citizens, filled, at: now }, { upsert: true });
}

function partOf(agency: string, file: string, folder?: string): string {
  return folder ? `${folder}/${agency}/${file}` : new URL(`../subgraphs/${agency}/${file}`, import.meta.url).href;
}
