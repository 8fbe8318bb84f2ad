import type { Connection, Model } from 'mongoose';
import type { ApplicationAnnouncement } from '../application/announcement.ts';
import type { Vault } from '../vault/vault.ts';
import type { SyntheticHousehold } from './population.ts';

/** What an agency's seed is given. */
export interface SeedRequest {
  /** The agency's own, empty database, its indexes made. */
  readonly connection: Connection;
  /** Seals what the agency stores sealed. */
  readonly vault: Vault;
  readonly households: readonly SyntheticHousehold[];
  readonly now: Date;
  /** Tells the mall about an application, as the agency's events will. */
  readonly announce: (application: ApplicationAnnouncement) => Promise<void>;
}

/** What `subgraphs/<agency>/seed.ts` exports. */
export interface SeedModule {
  /** Fills the agency's database with sandbox data: the cast by hand, everybody else by chance that repeats. */
  seed(request: SeedRequest): Promise<void>;
  /** Takes other agencies' announcements. Exported by the agency that keeps the citizens' inbox. */
  receive?(connection: Connection, vault: Vault, announcements: readonly ApplicationAnnouncement[]): Promise<void>;
}

const batchSize = 1_000;

/**
 * Writes many records as they are, a thousand at a time. For seeds only: the records are typed, so the casting that
 * mongoose does for each document is left out.
 */
export async function load<Row extends { _id: string }>(model: Model<Row>, rows: Iterable<Row>): Promise<void> {
  let batch: Row[] = [];
  const flush = async () => {
    if (batch.length > 0) await model.collection.insertMany(batch as never[], { ordered: false });
    batch = [];
  };
  for (const row of rows) {
    batch.push(row);
    if (batch.length === batchSize) await flush();
  }
  await flush();
}

/** The same for records that are stored sealed: `loadSealed(citizens, entries, vault.of(sealedEntry).seal)`. */
export async function loadSealed<Row, Stored extends { _id: string }>(
  model: Model<Stored>,
  rows: Iterable<Row>,
  seal: (row: Row) => Stored,
): Promise<void> {
  await load(model, sealEach());

  function* sealEach(): Generator<Stored> {
    for (const row of rows) yield seal(row);
  }
}
