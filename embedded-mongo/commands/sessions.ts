import { Binary, Long } from 'bson';
import { MongoError } from '../errors.ts';
import type { Store } from '../storage/store.ts';
import { decodeDocument } from '../values/decode.ts';
import { type Document, isDocument } from '../values/document.ts';
import { encodeDocument } from '../values/encode.ts';
import { isNumeric } from '../values/numbers.ts';

/** A write that may be sent again after a lost answer: the session it belongs to, and its number there. */
export type RetryableWrite = { readonly session: Buffer; readonly number: bigint };

const sessionPrefix = Buffer.from('session:');
const keyOf = ({ session }: RetryableWrite): Buffer => Buffer.concat([sessionPrefix, session]);
const sessionLifetime = 30 * 60 * 1000;

/** Reads `lsid` and `txnNumber`. */
export const retryableWriteOf = (body: Document): RetryableWrite | undefined => {
  const number = body['txnNumber'];
  if (number === undefined) return undefined;
  const id = sessionId(body['lsid']);
  if (!id) throw new MongoError(72, 'Transaction number requires a session ID to also be specified');
  if (!isNumeric(number)) throw new MongoError(14, "BSON field 'txnNumber' must be a number");
  return { session: id, number: number instanceof Long ? number.toBigInt() : BigInt(Number(number)) };
};

const sessionId = (lsid: unknown): Buffer | undefined => {
  const id = isDocument(lsid) ? lsid['id'] : undefined;
  return id instanceof Binary ? Buffer.from(id.value()) : undefined;
};

/**
 * Remembers the answer of the last retryable write of each session, in the same transaction as the write itself: a write
 * sent again is answered, not done again, even after a restart in between.
 */
export class Sessions {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  /**
   * Runs a write once. Must run inside a transaction.
   * @throws MongoError 225 when the session has moved on to a later write
   */
  once(write: RetryableWrite | undefined, run: () => Document): Document {
    const earlier = this.resume(write);
    if (earlier) return earlier;
    const answer = run();
    this.remember(write, answer);
    return answer;
  }

  /** What was remembered for a write that was sent before. Throws as `once` does. */
  resume(write: RetryableWrite | undefined): Document | undefined {
    const stored = write && this.store.files.meta.getBinary(keyOf(write));
    if (!stored) return undefined;
    const last = stored.readBigInt64BE(0);
    if (last > write.number) {
      throw new MongoError(
        225,
        `Retryable write with txnNumber ${write.number} is prohibited because a newer one with txnNumber ${last} has already started.`,
      );
    }
    return last === write.number ? decodeDocument(Buffer.from(stored.subarray(16))) : undefined;
  }

  /** Stores how far a write has come, or its answer. Must run inside the transaction of the write. */
  remember(write: RetryableWrite | undefined, answer: Document): void {
    if (!write) return;
    const head = Buffer.allocUnsafe(16);
    head.writeBigInt64BE(write.number, 0);
    head.writeBigInt64BE(BigInt(Date.now()), 8);
    this.store.files.meta.put(keyOf(write), Buffer.concat([head, encodeDocument(answer)]));
  }

  /** Forgets sessions a client says it has ended. Must run inside a transaction. */
  end(ids: readonly unknown[]): void {
    for (const id of ids) {
      const session = sessionId(id);
      if (session) this.store.files.meta.remove(Buffer.concat([sessionPrefix, session]));
    }
  }

  /** Forgets sessions unused for half an hour, the time hello promises. Must run inside a transaction. */
  removeExpired(now: number): void {
    const range = { start: sessionPrefix, end: Buffer.concat([sessionPrefix, Buffer.alloc(40, 255)]) };
    for (const { key, value } of [...this.store.files.meta.getRange(range)]) {
      if (now - Number(value.readBigInt64BE(8)) > sessionLifetime) this.store.files.meta.remove(key);
    }
  }
}
