import type { Model, QueryFilter } from 'mongoose';
import { conflict } from '../errors.ts';
import { isAlreadyThere } from '../mongo.ts';
import type { ApplicationFile } from './file.ts';
import type { OutboxStore } from './outbox.ts';

/** A key for submitting is kept for so long; after that the same key asks for something new (reliability R16). */
const keyKeptForMs = 24 * 3_600_000;
/** More parked applications are not listed at once. */
const longestList = 100;

/** How an agency stores its applications. */
export interface ApplicationStore<File extends ApplicationFile> extends OutboxStore {
  byId(id: string): Promise<File | null>;
  /** What an earlier try under the same key made, while the key is kept. */
  byRequest(key: string, now: Date): Promise<File | null>;
  /** Keeps a new application. @returns it, or what another try under the same key made meanwhile */
  add(file: File): Promise<File>;
  /**
   * Replaces an application as it was seen by what has become of it. The others are told in the same write.
   *
   * @throws CONFLICT when somebody was quicker
   */
  replace(seen: File, next: File): Promise<File>;
  /** The ids of what the scheduler has to look at, longest due first. */
  due(now: Date, atMost: number): Promise<string[]>;
}

/** An application as it is stored when it has changed. By the machine's clock: the moved one of a sandbox is not waited for. */
function toTell<File extends ApplicationFile>(file: File): File {
  return { ...file, telling: { after: new Date(), tries: 0, parked: false } };
}

/** The storage of an agency's applications, sealed and opened by what its vault says. */
export function applicationStore<File extends ApplicationFile, StoredFile extends { _id: string }>(options: {
  readonly model: Model<StoredFile>;
  readonly seal: (file: File) => StoredFile;
  readonly open: (stored: StoredFile) => File;
  /** Rings the outbox. */
  readonly changed: () => void;
  /** See OutboxStore. Left out where nothing rests on an application. */
  readonly settle?: (file: File) => Promise<void>;
}): ApplicationStore<File> {
  const { model, seal, open, changed, settle } = options;
  const where = (filter: object) => filter as QueryFilter<StoredFile>;
  const find = async (filter: object) => {
    const stored = await model.findOne(where(filter)).lean<StoredFile | null>();
    return stored && open(stored);
  };
  const settled = async (file: File) => {
    // Also done by the outbox before it tells; done here so that whoever changed it sees all of it at once.
    await settle?.(file).catch(() => {});
    changed();
    return file;
  };

  return {
    byId: (_id) => find({ _id }),

    async byRequest(key, now) {
      const known = await find({ 'request.key': key });
      if (!known || now.getTime() - known.request.at.getTime() < keyKeptForMs) return known;
      await model.updateOne(where({ _id: known._id, 'request.key': key }), {
        $set: { 'request.key': `lapsed:${known._id}` },
      } as object);
      return null;
    },

    async add(file) {
      try {
        await model.collection.insertOne(seal(toTell(file)) as never);
      } catch (error) {
        if (!isAlreadyThere(error)) throw error;
        const known = await find({ 'request.key': file.request.key });
        if (!known) throw error;
        return known;
      }
      return settled(file);
    },

    async replace(seen, next) {
      const guard = { _id: seen._id, sequence: seen.sequence };
      const { matchedCount } = await model.collection.replaceOne(guard as never, seal(toTell(next)) as never);
      if (matchedCount === 0) throw conflict('The application has moved on meanwhile. Please look at it again.');
      return settled(next);
    },

    async due(now, atMost) {
      const rows = await model
        .find(where({ dueAt: { $lte: now } }), { _id: 1 })
        .sort({ dueAt: 1, _id: 1 })
        .limit(atMost)
        .lean<{ _id: string }[]>();
      return rows.map(({ _id }) => _id);
    },

    async waiting(now, atMost) {
      const rows = await model
        .find(where({ 'telling.after': { $lte: now } }))
        .sort({ 'telling.after': 1, _id: 1 })
        .limit(atMost)
        .lean<StoredFile[]>();
      return rows.map(open);
    },

    settle: async (file) => settle?.(file as File),

    async markTold(_id, sequence) {
      const told = { 'telling.after': null, 'telling.tries': 0, 'telling.parked': false };
      await model.updateOne(where({ _id, sequence }), { $set: told } as object);
    },

    async markRefused(_id, sequence, tries, after) {
      const refused = { 'telling.after': after, 'telling.tries': tries, 'telling.parked': after === null };
      await model.updateOne(where({ _id, sequence }), { $set: refused } as object);
    },

    async untold() {
      const waits = where({ 'telling.after': { $gt: new Date(0) } });
      const first = await model.findOne(waits, { telling: 1 }).sort({ 'telling.after': 1, _id: 1 }).lean<Kept | null>();
      const parked = await model
        .find(where({ 'telling.parked': true }), { sequence: 1, telling: 1 })
        .sort({ _id: 1 })
        .limit(longestList)
        .lean<Kept[]>();
      return {
        waiting: await model.countDocuments(waits),
        waitingSince: first?.telling.after ?? null,
        parked: parked.map(({ _id, sequence, telling }) => ({ id: _id, sequence, tries: telling.tries })),
      };
    },

    async tellAgain(_id) {
      const again = { 'telling.after': new Date(), 'telling.tries': 0, 'telling.parked': false };
      const { matchedCount } = await model.updateOne(where({ _id, 'telling.parked': true }), { $set: again } as object);
      return matchedCount > 0;
    },
  };
}

/** What is never sealed of an application. */
type Kept = Pick<ApplicationFile, '_id' | 'sequence' | 'telling'>;
