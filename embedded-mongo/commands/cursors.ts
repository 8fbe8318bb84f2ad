import { Long } from 'bson';
import { MongoError } from '../errors.ts';
import { pause } from '../plan/query.ts';

/** Where the documents of a cursor come from. */
export type Source = Iterator<Buffer | typeof pause, unknown>;

/** A cursor a client can ask for more. */
export type Cursor = {
  readonly namespace: string;
  readonly source: Source;
  /** Throws when what the cursor reads is gone. */
  readonly assertAlive: () => void;
  usedAt: number;
};

const largestBatch = 16 * 1024 * 1024 - 64 * 1024;
const idleLimit = 10 * 60 * 1000;
const longestSlice = 12;

export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Throws when a command has run longer than its `maxTimeMS` allows. */
export type Deadline = () => void;

export const deadlineOf = (maxTime: number): Deadline => {
  if (maxTime === 0) return () => undefined;
  const end = performance.now() + maxTime;
  return () => {
    if (performance.now() > end) throw new MongoError(50, 'operation exceeded time limit');
  };
};

/** Open cursors, by number. */
export class Cursors {
  private readonly open = new Map<string, Cursor>();
  private next = 1;

  /**
   * Reads one batch, letting others run in between when that takes long.
   * @returns the documents, and whether the source has ended
   */
  async readBatch(source: Source, size: number, deadline: Deadline): Promise<{ batch: Buffer[]; done: boolean }> {
    const batch: Buffer[] = [];
    let bytes = 0;
    let sliceStart = performance.now();
    while (batch.length < size && bytes < largestBatch) {
      const next = source.next();
      if (next.done) return { batch, done: true };
      if (next.value === pause) {
        deadline();
        if (performance.now() - sliceStart > longestSlice) {
          await nextTurn();
          sliceStart = performance.now();
        }
      } else {
        const document = next.value as Buffer;
        batch.push(document);
        bytes += document.length;
      }
    }
    return { batch, done: false };
  }

  add(cursor: Omit<Cursor, 'usedAt'>): Long {
    const id = Long.fromNumber(this.next);
    this.next += 1;
    this.open.set(id.toString(), { ...cursor, usedAt: Date.now() });
    return id;
  }

  require(id: Long, namespace: string): Cursor {
    const cursor = this.open.get(id.toString());
    if (!cursor) throw new MongoError(43, `cursor id ${id.toString()} not found`);
    if (cursor.namespace !== namespace) {
      throw new MongoError(
        13,
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    }
    cursor.usedAt = Date.now();
    return cursor;
  }

  remove(id: Long): boolean {
    return this.open.delete(id.toString());
  }

  /** Forgets cursors nobody has read from for ten minutes, as MongoDB does. */
  removeIdle(now: number): void {
    for (const [id, cursor] of this.open) if (now - cursor.usedAt > idleLimit) this.open.delete(id);
  }
}
