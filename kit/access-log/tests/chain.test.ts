import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  type AccessBatch,
  type AccessEntry,
  type AccessNote,
  canonicalJson,
  emptyChain,
  headAfter,
  sealBatch,
} from '../entry.ts';
import { signHead } from '../signedHead.ts';
import { type ChainEvidence, verifyChain } from '../verify.ts';
import { aNote as aNoteOf } from './notes.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const chain = aChain([3, 4, 3]);
const heads = [chain[0], chain[2]].flatMap((batch) =>
  batch ? [signHead(privateKey, 'tax', headAfter(batch), new Date(0))] : [],
);

describe('a chain that nobody touched', () => {
  it('is found whole', async () => {
    expect(await verdict(chain)).toEqual({ entries: 10, batches: 3, signedHeads: 2, faults: [] });
  });

  it('reads the same whatever order its keys were stored in', async () => {
    const stored = chain.map((batch) => ({
      ...batch,
      entries: batch.entries.map((entry) => Object.fromEntries(Object.entries(entry).reverse()) as never),
    }));
    expect((await verdict(stored)).faults).toEqual([]);
  });
});

describe('the hash of an entry', () => {
  it('is SHA-256 over the hash before and the canonical JSON of everything else', () => {
    const [entry] = chain[1]?.entries ?? [];
    const { hash, prevHash, ...said } = entry ?? ({} as AccessEntry);
    expect(hash).toBe(createHash('sha256').update(prevHash).update(canonicalJson(said)).digest('hex'));
  });

  it('covers what was added to it', async () => {
    const more = within(2, (entries) => replaced(entries, 0, (entry) => ({ ...entry, note: 'added' })));
    expect((await verdict(more)).faults).toEqual([expect.objectContaining({ kind: 'CHANGED', batch: 2, seq: 4 })]);
  });
});

/** Each fault, planted in a copy of the chain, and where it must be found. */
const planted: readonly [fault: string, batches: readonly AccessBatch[], found: object][] = [
  [
    'an entry whose actor was changed',
    within(2, (entries) => replaced(entries, 1, (entry) => ({ ...entry, actor: { ...entry.actor, id: 'off-other' } }))),
    { kind: 'CHANGED', batch: 2, seq: 5 },
  ],
  [
    'a flipped byte in a hash',
    within(2, (entries) => replaced(entries, 2, (entry) => ({ ...entry, hash: flipped(entry.hash) }))),
    { kind: 'CHANGED', batch: 2, seq: 6 },
  ],
  [
    'a dropped entry',
    within(2, (entries) => entries.filter(({ seq }) => seq !== 5)),
    { kind: 'DROPPED', batch: 2, seq: 5 },
  ],
  [
    'two entries in the place of each other',
    within(2, ([a, b, c, d]) => [a, c, b, d].flatMap((entry) => entry ?? [])),
    { kind: 'MOVED', batch: 2, seq: 5 },
  ],
  [
    'an inserted entry',
    within(2, (entries) => {
      const [forged] = sealBatch('tax', { batch: 1, seq: 4, hash: entries[0]?.hash ?? '' }, [aNote(99)]).entries;
      return [...entries.slice(0, 1), ...(forged ? [forged] : []), ...entries.slice(1)];
    }),
    { kind: 'INSERTED', batch: 2, seq: 5 },
  ],
  ['a dropped batch', chain.filter(({ _id }) => _id !== 2), { kind: 'DROPPED', batch: 2, seq: null }],
  ['a second batch of one number', [...chain, ...chain.slice(2)], { kind: 'FORKED', batch: 3, seq: null }],
  ['a cut off end', chain.slice(0, 2), { kind: 'TRUNCATED', batch: 3, seq: null }],
  ['an end that was written anew', [...chain.slice(0, 1), ...aFork()], { kind: 'FORKED', batch: 3, seq: null }],
];

describe('verifying finds and locates', () => {
  it.each(planted)('%s', async (_fault, batches, found) => {
    const { faults } = await verdict(batches);
    expect(faults).toContainEqual(expect.objectContaining(found));
  });

  it('a head that somebody else signed', async () => {
    const { privateKey: other } = generateKeyPairSync('ed25519');
    const last = chain.at(-1);
    const forged = last ? [signHead(other, 'tax', headAfter(last), new Date(0))] : [];
    expect((await verdict(chain, { heads: forged })).faults).toEqual([
      expect.objectContaining({ kind: 'FALSE_HEAD', batch: 3 }),
      expect.objectContaining({ kind: 'UNSIGNED', batch: 1 }),
    ]);
  });

  it('an end that lies beyond the last signed head, but not one that was only just written', async () => {
    const unsigned = expect.objectContaining({ kind: 'UNSIGNED', batch: 2 });
    expect((await verdict(chain, { heads: heads.slice(0, 1) })).faults).toEqual([unsigned]);
    const justNow = new Date(60_000);
    expect((await verdict(chain, { heads: heads.slice(0, 1), now: justNow })).faults).toEqual([]);
  });

  it('that all signed heads are gone, when there must be some', async () => {
    const unsigned = expect.objectContaining({ kind: 'UNSIGNED', batch: 1 });
    expect((await verdict(chain, { heads: [] })).faults).toEqual([unsigned]);
    expect((await verdict(chain, { heads: [], key: null })).faults).toEqual([]);
  });

  it('an end that was cut off together with its signed heads, by what the citizens were told', async () => {
    const witnessed = chain.map(({ _id, hash }) => ({ batch: _id, hash }));
    expect((await verdict(chain.slice(0, 2), { heads: [], witnessed })).faults).toContainEqual(
      expect.objectContaining({ kind: 'TRUNCATED', batch: 3 }),
    );
  });

  it('every fault of several', async () => {
    const first = within(1, (entries) => replaced(entries, 0, (entry) => ({ ...entry, count: 7 })));
    const both = [...first.slice(0, 2), ...within(3, (entries) => entries.slice(1)).slice(2)];
    expect((await verdict(both)).faults.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['CHANGED', 1],
      ['DROPPED', 8],
    ]);
  });
});

function verdict(batches: readonly AccessBatch[], change: Partial<ChainEvidence> = {}) {
  return verifyChain({ chain: 'tax', batches, heads, key: publicKey, ...change });
}

function aChain(sizes: readonly number[]): AccessBatch[] {
  let head = emptyChain;
  return sizes.map((size) => {
    const batch = sealBatch(
      'tax',
      head,
      Array.from({ length: size }, (_, index) => aNote(head.seq + index)),
    );
    head = headAfter(batch);
    return batch;
  });
}

/** What follows the first batch, as somebody would write it who hides a read and reckons every hash anew. */
function aFork(): AccessBatch[] {
  const [first] = chain;
  if (!first) return [];
  const second = sealBatch('tax', headAfter(first), [3, 4, 6].map(aNote));
  return [second, sealBatch('tax', headAfter(second), [7, 8, 9].map(aNote))];
}

function aNote(index: number): AccessNote {
  return { ...aNoteOf(`ctz-${index}`), requestId: `request-${index}` };
}

function within(batch: number, change: (entries: readonly AccessEntry[]) => readonly AccessEntry[]): AccessBatch[] {
  return chain.map((one) => (one._id === batch ? { ...one, entries: change(one.entries) } : one));
}

function replaced(
  entries: readonly AccessEntry[],
  place: number,
  change: (entry: AccessEntry) => AccessEntry,
): AccessEntry[] {
  return entries.map((entry, index) => (index === place ? change(entry) : entry));
}

function flipped(hash: string): string {
  return `${hash.startsWith('0') ? '1' : '0'}${hash.slice(1)}`;
}
