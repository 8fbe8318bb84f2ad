import type { KeyObject } from 'node:crypto';
import { type AccessBatch, type AccessNote, type ChainHead, headAfter, sealBatch } from './entry.ts';
import { signHead } from './signedHead.ts';
import { type ChainStore, PlaceTaken } from './store.ts';

/** The most entries of one batch: far below what a document may weigh. */
const largestBatch = 1_000;
/** More notes than this wait for a store that does not answer: from here on reads are refused at once. */
const longestQueue = 10_000;
/** How long a read waits for its note to be written. */
const longestWaitMs = 1_500;
const mostTries = 50;
const signEveryEntries = 1_000;
const signEveryMs = 60_000;

interface Waiting {
  readonly notes: readonly AccessNote[];
  readonly written: () => void;
  readonly failed: (error: unknown) => void;
}

export interface ChainWriterOptions {
  readonly chain: string;
  readonly store: Pick<ChainStore, 'head' | 'insert' | 'insertHead'>;
  /** Signs where the chain ends; without one, in development, heads are not signed. */
  readonly signingKey?: KeyObject | undefined;
  /** Told after each batch. */
  readonly onWritten?: () => void;
  /** Told of a head that could not be signed: the chain goes on without. */
  readonly onFailure?: (error: unknown) => void;
}

/**
 * Writes one agency's chain. Notes that come while a batch is under way go out together with the next one, so that a
 * busy agency pays one write for many reads, and a quiet one does not wait. Several processes may write the same chain:
 * each batch has one place, and who comes second takes the next.
 */
export class ChainWriter {
  private readonly options: ChainWriterOptions;
  private readonly timer: NodeJS.Timeout;
  private queue: Waiting[] = [];
  private queued = 0;
  private head: ChainHead | null = null;
  private signed = { batch: 0, seq: 0 };
  private underWay: Promise<void> | null = null;

  constructor(options: ChainWriterOptions) {
    this.options = options;
    this.timer = setInterval(() => void this.signHead(), signEveryMs).unref();
  }

  /** Ends when the notes are on disk. @throws when they are not, or not in time */
  async write(notes: readonly AccessNote[]): Promise<void> {
    if (notes.length === 0) return;
    if (this.queued + notes.length > longestQueue) throw new Error('Too many notes wait for the access log.');
    const written = new Promise<void>((resolve, reject) => {
      this.queue.push({ notes, written: resolve, failed: reject });
    });
    this.queued += notes.length;
    this.underWay ??= this.drain();
    await inTime(written);
  }

  /** Writes what waits, signs the head, and ends. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    while (this.underWay) await this.underWay;
    await this.signHead();
  }

  private async drain(): Promise<void> {
    // Requests that are answered in this same turn still come along.
    await new Promise(setImmediate);
    while (this.queue.length > 0) await this.writeNext();
    this.underWay = null;
  }

  private async writeNext(): Promise<void> {
    const batch = this.takeNext();
    try {
      await this.append(batch.flatMap(({ notes }) => notes));
      for (const { written } of batch) written();
    } catch (error) {
      // Whether it was written is not known: the next batch asks the store where the chain ends.
      this.head = null;
      for (const { failed } of batch) failed(error);
    }
  }

  private takeNext(): Waiting[] {
    let size = 0;
    let count = 0;
    for (const { notes } of this.queue) {
      if (count > 0 && size + notes.length > largestBatch) break;
      size += notes.length;
      count += 1;
    }
    this.queued -= size;
    return this.queue.splice(0, count);
  }

  private async append(notes: readonly AccessNote[]): Promise<void> {
    const { chain, store, onWritten } = this.options;
    for (let tries = 0; tries < mostTries; tries++) {
      this.head ??= await store.head();
      const batch: AccessBatch = sealBatch(chain, this.head, notes);
      try {
        await store.insert(batch);
      } catch (error) {
        if (!(error instanceof PlaceTaken)) throw error;
        this.head = null;
        continue;
      }
      this.head = headAfter(batch);
      if (this.head.seq - this.signed.seq >= signEveryEntries) await this.signHead();
      onWritten?.();
      return;
    }
    throw new Error('Other writers took every place of the access log that was tried.');
  }

  private async signHead(): Promise<void> {
    const { chain, store, signingKey, onFailure } = this.options;
    const { head } = this;
    if (!signingKey || !head || head.batch === this.signed.batch) return;
    try {
      await store.insertHead(signHead(signingKey, chain, head, new Date()));
      this.signed = head;
    } catch (error) {
      onFailure?.(error);
    }
  }
}

async function inTime(written: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The access log was not written in time.')), longestWaitMs);
  });
  try {
    await Promise.race([written, late]);
  } finally {
    clearTimeout(timer);
  }
}
