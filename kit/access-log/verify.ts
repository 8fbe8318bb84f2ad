import type { KeyObject } from 'node:crypto';
import { type AccessBatch, emptyChain, hashOf } from './entry.ts';
import { isSignedBy, type SignedHead } from './signedHead.ts';

export type FaultKind =
  | 'CHANGED'
  | 'DROPPED'
  | 'MOVED'
  | 'INSERTED'
  | 'TRUNCATED'
  | 'FORKED'
  | 'FOREIGN'
  | 'FALSE_HEAD'
  | 'UNSIGNED';

/** A head is signed every minute: what is older than this and not below one was written or rewritten without the key. */
const signedWithinMs = 5 * 60_000;

/** Something that is wrong with a chain, and where. */
export interface ChainFault {
  readonly kind: FaultKind;
  readonly batch: number;
  /** The entry; null when it is about a whole batch. */
  readonly seq: number | null;
  readonly what: string;
}

/** A hash that somebody else has seen at the end of a batch. */
export interface WitnessedBatch {
  readonly batch: number;
  readonly hash: string;
}

export interface ChainVerdict {
  readonly entries: number;
  readonly batches: number;
  readonly signedHeads: number;
  readonly faults: readonly ChainFault[];
}

export interface ChainEvidence {
  readonly chain: string;
  readonly batches: AsyncIterable<AccessBatch> | Iterable<AccessBatch>;
  readonly heads: readonly SignedHead[];
  /** The public half of the key that signed the heads; null when it is not known. */
  readonly key: KeyObject | null;
  /** What the receiver of the relay was told, so that not even the holder of the key can rewrite what was told. */
  readonly witnessed?: readonly WitnessedBatch[];
  /** When it is looked at: what was only just written need not be signed yet. */
  readonly now?: Date;
}

/**
 * Walks a chain from its first entry to its last, and compares it with its signed heads and with what others have seen
 * of it. Goes on after a fault, so that one does not hide the next.
 */
export async function verifyChain({
  chain,
  batches,
  heads,
  key,
  witnessed = [],
  now = new Date(),
}: ChainEvidence): Promise<ChainVerdict> {
  const walk = new Walk(chain);
  for await (const batch of batches) walk.pass(batch);
  const faults = [...walk.faults];

  let signedUpTo = 0;
  for (const head of heads) {
    if (key && (head.chain !== chain || !isSignedBy(key, head))) {
      faults.push({ kind: 'FALSE_HEAD', batch: head._id, seq: null, what: 'a head carries no good signature' });
    } else {
      const amiss = walk.compare(head._id, head.hash, `the head signed at ${head.at}`);
      faults.push(...amiss);
      if (amiss.length === 0) signedUpTo = Math.max(signedUpTo, head._id);
    }
  }
  if (key) faults.push(...walk.unsignedAfter(signedUpTo, new Date(now.getTime() - signedWithinMs)));
  for (const { batch, hash } of witnessed) faults.push(...walk.compare(batch, hash, 'what the citizens were told'));
  return { entries: walk.entries, batches: walk.hashes.size, signedHeads: heads.length, faults };
}

class Walk {
  readonly faults: ChainFault[] = [];
  readonly hashes = new Map<number, string>();
  entries = 0;
  private readonly writtenAt = new Map<number, string>();
  private readonly chain: string;
  private batch = emptyChain.batch;
  private seq = emptyChain.seq;
  private hash = emptyChain.hash;

  constructor(chain: string) {
    this.chain = chain;
  }

  pass(batch: AccessBatch): void {
    const { _id, entries, prevHash, hash } = batch;
    if (this.hashes.has(_id)) this.found('FORKED', _id, null, 'two batches have this number');
    else if (_id < this.batch) this.found('MOVED', _id, null, 'the batch stands after a later one');
    else if (_id > this.batch + 1) this.found('DROPPED', this.batch + 1, null, 'the batch is missing');
    if (prevHash !== this.hash && _id === this.batch + 1) {
      this.found('FORKED', _id, null, 'the batch does not follow the one before it');
    }
    this.resumeAt(batch);
    for (const entry of entries) this.passEntry(batch, entry);
    if (hash !== this.hash) this.found('CHANGED', _id, null, 'the hash of the batch is not that of its last entry');
    this.hashes.set(_id, hash);
    this.writtenAt.set(_id, entries.at(-1)?.at ?? '');
    this.batch = Math.max(this.batch, _id);
    this.hash = hash;
  }

  /** What a place of the chain must be, by somebody who saw it. */
  compare(batch: number, hash: string, by: string): ChainFault[] {
    const held = this.hashes.get(batch);
    if (held === hash) return [];
    if (held !== undefined) {
      return [{ kind: 'FORKED', batch, seq: null, what: `the chain up to here is not the one of ${by}` }];
    }
    if (batch <= this.batch) return [];
    const what = `the chain ends at batch ${this.batch} (entry ${this.seq}), before ${by}`;
    return [{ kind: 'TRUNCATED', batch, seq: null, what }];
  }

  /** The first batch beyond the last good signed head that is old enough to lie below one. */
  unsignedAfter(signedUpTo: number, before: Date): ChainFault[] {
    const overdue = [...this.writtenAt].find(([batch, at]) => batch > signedUpTo && at < before.toISOString());
    if (!overdue) return [];
    const last = signedUpTo === 0 ? 'no head is signed' : `the last head that is good is that of batch ${signedUpTo}`;
    return [{ kind: 'UNSIGNED', batch: overdue[0], seq: null, what: `from here on the chain is not signed: ${last}` }];
  }

  /** A batch that does not follow says itself where it goes on: what is inside is checked all the same. */
  private resumeAt({ _id, entries, prevHash }: AccessBatch): void {
    if (_id === this.batch + 1 && prevHash === this.hash) return;
    this.hash = prevHash;
    this.seq = (entries[0]?.seq ?? this.seq + 1) - 1;
  }

  private passEntry({ _id }: AccessBatch, entry: AccessBatch['entries'][number]): void {
    const { hash, ...said } = entry;
    const { seq, prevHash } = said;
    const expected = this.seq + 1;
    this.entries += 1;
    if (entry.chain !== this.chain) this.found('FOREIGN', _id, seq, `the entry is of the chain ${entry.chain}`);
    if (hashOf(said) !== hash) this.found('CHANGED', _id, seq, 'the entry says something else than its hash');
    if (seq > expected) this.found('DROPPED', _id, expected, `entry ${expected} is missing`);
    else if (seq === this.seq) this.found('INSERTED', _id, seq, `a second entry ${seq}`);
    else if (seq < expected) this.found('MOVED', _id, seq, `the entry stands after entry ${this.seq}`);
    else if (prevHash !== this.hash) this.found('INSERTED', _id, seq, 'the entry does not follow the one before it');
    this.seq = Math.max(this.seq, seq);
    this.hash = hash;
  }

  private found(kind: FaultKind, batch: number, seq: number | null, what: string): void {
    this.faults.push({ kind, batch, seq, what });
  }
}
