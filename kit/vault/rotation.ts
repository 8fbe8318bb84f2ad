import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import type { SealedFields } from './sealed.ts';
import type { SealedRows, StoredRow, Vault } from './vault.ts';

export interface RotationOptions {
  /** How many records are read and written at once. */
  readonly batchSize?: number;
  /** How long to rest after each batch, so that citizens are served meanwhile. */
  readonly pauseMs?: number;
  /** Told after each batch is written, before the place is noted down. */
  readonly onBatch?: (collection: string, records: number) => void;
}

/** How far the rotation of a collection has come, in the agency's own database. */
interface Place {
  readonly _id: string;
  /** The `kid` that it seals with. */
  readonly to: string;
  /** Everything up to this id is done; `null` at the start, and again at the end. */
  readonly after: string | null;
}

const placesCollection = 'vaultRotations';
const usualBatch = 200;
/** Somebody may change a record between our reading and our writing; not time after time. */
const mostAttempts = 10;

/**
 * Seals everything of an agency with the current key, while it goes on working. It may be killed at any moment: started
 * again, it goes on at the batch that it was at, and what is sealed already stays as it is.
 *
 * @returns how many records were sealed anew
 */
export async function rotate(
  connection: Connection,
  vault: Vault,
  declared: readonly SealedFields[],
  options: RotationOptions = {},
): Promise<number> {
  let changed = 0;
  for (const fields of declared) changed += await rotateCollection(connection, vault, fields, options);
  return changed;
}

/** How often each key is in use, by `kid`, counted record by record. Only what is not in it may be taken away. */
export async function keyUses(
  connection: Connection,
  vault: Vault,
  declared: readonly SealedFields[],
): Promise<Map<string, number>> {
  const uses = new Map<string, number>();
  for (const fields of declared) {
    const { kidsIn } = vault.of(fields);
    for await (const rows of batches(connection, fields.collection, null, usualBatch)) {
      for (const kid of rows.flatMap(kidsIn)) uses.set(kid, (uses.get(kid) ?? 0) + 1);
    }
  }
  return uses;
}

async function rotateCollection(
  connection: Connection,
  vault: Vault,
  fields: SealedFields,
  { batchSize = usualBatch, pauseMs = 0, onBatch }: RotationOptions,
): Promise<number> {
  const places = connection.collection<Place>(placesCollection);
  const note = (after: string | null) =>
    places.updateOne({ _id: fields.collection }, { $set: { to: vault.current, after } }, { upsert: true });
  const left = await places.findOne({ _id: fields.collection });
  const startAfter = left?.to === vault.current ? left.after : null;

  let changed = 0;
  for await (const rows of batches(connection, fields.collection, startAfter, batchSize)) {
    changed += await resealRows(connection, vault.of(fields), fields.collection, rows);
    onBatch?.(fields.collection, rows.length);
    await note(rows.at(-1)?._id ?? null);
    await pause(pauseMs);
  }
  await note(null);
  return changed;
}

/**
 * Seals records anew, each on the condition that it still is as it was read: a change that somebody made meanwhile is
 * kept, and its record read again.
 *
 * @returns how many were sealed anew
 */
export async function resealRows(
  connection: Connection,
  sealedRows: Pick<SealedRows<SealedFields>, 'reseal'>,
  collection: string,
  rows: readonly StoredRow[],
): Promise<number> {
  const store = connection.collection<StoredRow>(collection);
  let changed = 0;
  let waiting = rows;
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const changes = waiting.flatMap((row) => {
      const resealing = sealedRows.reseal(row);
      return resealing ? [{ id: row._id, ...resealing }] : [];
    });
    if (changes.length === 0) return changed;
    const { matchedCount } = await store.bulkWrite(
      changes.map(({ id, match, set }) => ({ updateOne: { filter: { _id: id, ...match }, update: { $set: set } } })),
      { ordered: false },
    );
    changed += matchedCount;
    if (matchedCount === changes.length) return changed;
    waiting = await store
      .find({ _id: { $in: changes.map(({ id }) => id) } })
      .sort({ _id: 1 })
      .toArray();
  }
  throw new Error(`Records of ${collection} change faster than they can be sealed anew.`);
}

async function* batches(
  connection: Connection,
  collection: string,
  startAfter: string | null,
  size: number,
): AsyncGenerator<StoredRow[]> {
  let after = startAfter;
  for (;;) {
    const rows: StoredRow[] = await connection
      .collection<StoredRow>(collection)
      .find(after === null ? {} : { _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(size)
      .toArray();
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = rows.at(-1)?._id ?? null;
  }
}
