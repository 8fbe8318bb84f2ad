import type { KeyObject } from 'node:crypto';
import { type AccessBatch, type AccessNote, type ChainHead, headAfter, sealBatch } from './entry.ts';
import { signHead } from './signedHead.ts';
import { type ChainStore, PlaceTaken } from './store.ts';

/** The most entries of one batch, and about how much they weigh: far below what a document or a telling may. */
const largestBatch = 1_000;
const heaviestBatch = 1_000_000;
/** More notes than this wait for a store that does not answer: from here on reads are refused at once. */
const longestQueue = 10_000;
/** How long a read waits for its note to be written. */
const longestWaitMs = 1_500;
const mostTries = 50;
const signEveryEntries = 1_000;
const signEveryMs = 60_000;

interface Waiting {
  readonly notes: readonly AccessNote[];
  readonly bytes: number;
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
  private lastWritten: ChainHead | null = null;
  private signed = { batch: 0, seq: 0 };
  private underWay: Promise<void> | null = null;

  constructor(options: ChainWriterOptions) {
    this.options = options;
    this.timer = setInterval(() => void this.signHead(), signEveryMs).unref();
  }

  /** Ends when the notes are on disk. @throws when they are not, or not in time */
  async write(notes: readonly AccessNote[]): Promise<void> {
    await inTime(this.writeInOwnTime(notes));
  }

  /** Ends when the notes are on disk, however long it takes. @throws when they could not be written */
  async writeInOwnTime(notes: readonly AccessNote[]): Promise<void> {
    if (notes.length === 0) return;
    if (this.queued + notes.length > longestQueue) throw new Error('Too many notes wait for the access log.');
    const written = inParcels(notes).map((parcel) => this.enqueue(parcel));
    this.underWay ??= this.drain();
    await Promise.all(written);
  }

  private enqueue(parcel: Pick<Waiting, 'notes' | 'bytes'>): Promise<void> {
    this.queued += parcel.notes.length;
    return new Promise((written, failed) => void this.queue.push({ ...parcel, written, failed }));
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
    let weight = 0;
    let count = 0;
    for (const { notes, bytes } of this.queue) {
      if (count > 0 && (size + notes.length > largestBatch || weight + bytes > heaviestBatch)) break;
      size += notes.length;
      weight += bytes;
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
      this.lastWritten = this.head;
      if (this.head.seq - this.signed.seq >= signEveryEntries) await this.signHead();
      onWritten?.();
      return;
    }
    throw new Error('Other writers took every place of the access log that was tried.');
  }

  private async signHead(): Promise<void> {
    const { chain, store, signingKey, onFailure } = this.options;
    // Not where the chain is believed to end: that is forgotten after a failure, and what was written stays unsigned.
    const head = this.lastWritten;
    if (!signingKey || !head || head.batch === this.signed.batch) return;
    try {
      await store.insertHead(signHead(signingKey, chain, head, new Date()));
      this.signed = head;
    } catch (error) {
      onFailure?.(error);
    }
  }
}

/** Notes in parts that each find room in one batch: one request may read of many people at once. */
function inParcels(notes: readonly AccessNote[]): Pick<Waiting, 'notes' | 'bytes'>[] {
  const parcels: { notes: AccessNote[]; bytes: number }[] = [];
  for (const note of notes) {
    const bytes = Buffer.byteLength(JSON.stringify(note));
    const last = parcels.at(-1);
    if (last && last.notes.length < largestBatch && last.bytes + bytes <= heaviestBatch) {
      last.notes.push(note);
      last.bytes += bytes;
    } else {
      parcels.push({ notes: [note], bytes });
    }
  }
  return parcels;
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
