import mongoose, { type Connection } from 'mongoose';
import { isAlreadyThere } from '../mongo.ts';
import { type AccessBatch, type ChainHead, emptyChain, headAfter } from './entry.ts';
import type { SignedHead } from './signedHead.ts';

/** Where the relay has got to. */
interface RelayMark {
  readonly _id: string;
  readonly batch: number;
}

/** The collections of the access log, in the agency's own database. */
export const accessLogCollections = ['accessChain', 'accessChainHeads', 'accessRelay'] as const;

const options = { versionKey: false, autoIndex: false, minimize: false } as const;
const { Mixed } = mongoose.Schema.Types;

// `_id` counts the batches: it is the order of the chain, and being unique it lets one of two writers win.
const batchSchema = new mongoose.Schema<AccessBatch>(
  { _id: Number, entries: Mixed, prevHash: String, hash: String },
  options,
);
const headSchema = new mongoose.Schema<SignedHead>(
  { _id: Number, chain: String, hash: String, at: String, keyId: String, signature: String },
  options,
);
const markSchema = new mongoose.Schema<RelayMark>({ _id: String, batch: Number }, options);

/** Thrown when another writer has put its batch in the same place. */
export class PlaceTaken extends Error {
  override readonly name = 'PlaceTaken';
}

/** Keeps one agency's chain. There is no way here to change or to remove what is written. */
export class ChainStore {
  private readonly batches;
  private readonly heads;
  private readonly marks;

  constructor(connection: Connection) {
    this.batches = connection.model<AccessBatch>('AccessBatch', batchSchema, 'accessChain');
    this.heads = connection.model<SignedHead>('AccessChainHead', headSchema, 'accessChainHeads');
    this.marks = connection.model<RelayMark>('AccessRelay', markSchema, 'accessRelay');
  }

  async head(): Promise<ChainHead> {
    const last = await this.batches.findOne({}).sort({ _id: -1 }).lean<AccessBatch>();
    return last ? headAfter(last) : emptyChain;
  }

  /** Writes a batch, on a majority's disks before this ends. @throws PlaceTaken when its place is another's */
  async insert(batch: AccessBatch): Promise<void> {
    try {
      await this.batches.collection.insertOne(batch as never);
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
      const other = await this.batches.findById(batch._id).lean<AccessBatch>();
      // After a lost connection the driver may have written it a first time without knowing.
      if (other?.hash !== batch.hash) throw new PlaceTaken();
    }
  }

  /** Every batch after this one, in the order of the chain. */
  async *after(batch: number): AsyncGenerator<AccessBatch> {
    yield* this.batches
      .find({ _id: { $gt: batch } })
      .sort({ _id: 1 })
      .lean<AccessBatch>()
      .cursor({ batchSize: 50 }) as AsyncIterable<AccessBatch>;
  }

  /** The next few batches after this one. */
  async next(batch: number, atMost: number): Promise<AccessBatch[]> {
    return this.batches
      .find({ _id: { $gt: batch } })
      .sort({ _id: 1 })
      .limit(atMost)
      .lean<AccessBatch[]>();
  }

  async insertHead(head: SignedHead): Promise<void> {
    try {
      await this.heads.collection.insertOne(head as never);
    } catch (error) {
      // Another replica has signed the same batch.
      if (!isAlreadyThere(error)) throw error;
    }
  }

  /** Every signed head, the oldest first. */
  async signedHeads(): Promise<SignedHead[]> {
    return this.heads.find({}).sort({ _id: 1 }).lean<SignedHead[]>();
  }

  async relayedUpTo(receiver: string): Promise<number> {
    const mark = await this.marks.findById(receiver).lean<RelayMark>();
    return mark?.batch ?? 0;
  }

  async markRelayed(receiver: string, batch: number): Promise<void> {
    await this.marks.updateOne({ _id: receiver }, { $max: { batch } }, { upsert: true });
  }
}
