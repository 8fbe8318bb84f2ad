import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { dropAndClose, emptyDatabase } from '../../testing/database.ts';
import type { AccessBatch, AccessNote } from '../entry.ts';
import { RefusalFolder } from '../refusals.ts';
import { ChainStore } from '../store.ts';
import { verifyChain } from '../verify.ts';
import { ChainWriter, type ChainWriterOptions } from '../writer.ts';
import { aDisclosure, aNote } from './notes.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const connections: Connection[] = [];
let store: ChainStore;

beforeEach(async () => {
  const connection = await emptyDatabase('access-log');
  connections.push(connection);
  store = new ChainStore(connection);
});
afterAll(() => Promise.all(connections.map(dropAndClose)));

const aWriter = (change: Partial<ChainWriterOptions> = {}) =>
  new ChainWriter({ chain: 'tax', store, signingKey: privateKey, ...change });

describe('writing the access log', () => {
  it('puts notes that come together into one document', async () => {
    const writer = aWriter();
    await Promise.all(Array.from({ length: 20 }, () => writer.write([aNote()])));
    const batches = await written();
    expect(batches.map(({ entries }) => entries.length)).toEqual([20]);
    await writer.stop();
  });

  it('goes on where the chain ends when it starts again', async () => {
    for (let run = 0; run < 3; run++) {
      const writer = aWriter();
      await writer.write([aNote(), aNote()]);
      await writer.stop();
    }
    expect((await written()).flatMap(({ entries }) => entries.map(({ seq }) => seq))).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await verdict()).faults).toEqual([]);
  });

  it('of two processes at once makes one chain without a fork, with every note once', async () => {
    const writers = [aWriter(), aWriter(), aWriter()];
    const writes = Array.from({ length: 60 }, (_, index) => writers[index % 3]?.write([aNote(`ctz-${index}`)]));
    await Promise.all(writes);
    await Promise.all(writers.map((writer) => writer.stop()));
    const subjects = (await written()).flatMap(({ entries }) => entries.map(({ subject }) => subject));
    expect(subjects.sort()).toEqual(Array.from({ length: 60 }, (_, index) => `ctz-${index}`).sort());
    expect((await verdict()).faults).toEqual([]);
  });

  it('signs its end when it stops, so that cutting it off shows', async () => {
    const writer = aWriter();
    await writer.write([aNote()]);
    await writer.write([aNote()]);
    await writer.stop();
    const heads = await store.signedHeads();
    expect(heads.map(({ _id, chain }) => [_id, chain])).toEqual([[2, 'tax']]);
    const [first] = await written();
    const cut = await verifyChain({ chain: 'tax', batches: first ? [first] : [], heads, key: publicKey });
    expect(cut.faults).toContainEqual(expect.objectContaining({ kind: 'TRUNCATED', batch: 2 }));
  });

  it('signs its end every thousand entries', async () => {
    const writer = aWriter();
    await writer.write(Array.from({ length: 1_000 }, () => aNote()));
    expect(await store.signedHeads()).toHaveLength(1);
    await writer.stop();
    expect(await store.signedHeads()).toHaveLength(1);
  });

  it('makes no document that is too heavy, even for what one request read', async () => {
    const writer = aWriter();
    const heavy = { ...aNote(), coordinates: ['x'.repeat(300_000)] };
    await writer.write([heavy, heavy, heavy, heavy, heavy]);
    await writer.stop();
    expect((await written()).map(({ entries }) => entries.length)).toEqual([3, 2]);
    expect((await verdict()).faults).toEqual([]);
  });

  it('signs what it wrote also after a write that failed', async () => {
    let isAway = false;
    const failing = {
      head: () => store.head(),
      insertHead: store.insertHead.bind(store),
      insert: (batch: AccessBatch) => (isAway ? Promise.reject(new Error('away')) : store.insert(batch)),
    };
    const writer = aWriter({ store: failing });
    await writer.write([aNote()]);
    isAway = true;
    await expect(writer.write([aNote()])).rejects.toThrow('away');
    await writer.stop();
    expect((await store.signedHeads()).map(({ _id }) => _id)).toEqual([1]);
  });

  it('fails when the store does, and goes on when it is back', async () => {
    let isAway = true;
    const failing = {
      head: () => store.head(),
      insertHead: store.insertHead.bind(store),
      insert: (batch: AccessBatch) => (isAway ? Promise.reject(new Error('away')) : store.insert(batch)),
    };
    const writer = aWriter({ store: failing });
    await expect(writer.write([aNote('ctz-lost')])).rejects.toThrow('away');
    isAway = false;
    await writer.write([aNote('ctz-kept')]);
    await writer.stop();
    expect((await written()).flatMap(({ entries }) => entries.map(({ subject }) => subject))).toEqual(['ctz-kept']);
  });

  it('does not let a read wait for long when the store hangs', async () => {
    const writer = aWriter({
      store: { head: () => new Promise(() => {}), insert: async () => {}, insertHead: async () => {} },
    });
    await expect(writer.write([aNote()])).rejects.toThrow('not written in time');
  });
});

describe('refused tries', () => {
  it('are folded to one entry for each actor, field and minute', async () => {
    const notes: AccessNote[] = [];
    const folder = new RefusalFolder(async (folded) => void notes.push(...folded));
    for (let tries = 0; tries < 40; tries++) {
      folder.take(aDisclosure({ refused: 'Taxpayer.npwp', subject: tries === 0 ? 'ctz-1' : 'ctz-2' }));
    }
    folder.take(aDisclosure({ refused: 'Citizen.nik', subject: 'ctz-1' }));
    await folder.stop();
    expect(notes.map(({ coordinates, count, subject, action }) => [coordinates, count, subject, action])).toEqual([
      [['Taxpayer.npwp'], 40, null, 'DENIED'],
      [['Citizen.nik'], 1, 'ctz-1', 'DENIED'],
    ]);
  });

  it('are counted once when the store is only late', async () => {
    const slow = {
      head: () => store.head(),
      insertHead: store.insertHead.bind(store),
      insert: async (batch: AccessBatch) => {
        await new Promise((resolve) => setTimeout(resolve, 1_700));
        return store.insert(batch);
      },
    };
    const writer = aWriter({ store: slow });
    const folder = new RefusalFolder((notes) => writer.writeInOwnTime(notes));
    folder.take(aDisclosure({ refused: 'Taxpayer.npwp', subject: 'ctz-1' }));
    await folder.flush();
    await folder.stop();
    await writer.stop();
    expect((await written()).flatMap(({ entries }) => entries.map(({ count }) => count))).toEqual([1]);
  });

  it('wait for a store that is away', async () => {
    const notes: AccessNote[] = [];
    let isAway = true;
    const folder = new RefusalFolder(async (folded) => {
      if (isAway) throw new Error('away');
      notes.push(...folded);
    });
    folder.take(aDisclosure({ refused: 'Taxpayer.npwp', subject: null }));
    await folder.flush();
    isAway = false;
    await folder.stop();
    expect(notes).toHaveLength(1);
  });
});

async function written(): Promise<AccessBatch[]> {
  const batches: AccessBatch[] = [];
  for await (const batch of store.after(0)) batches.push(batch);
  return batches;
}

async function verdict() {
  return verifyChain({ chain: 'tax', batches: store.after(0), heads: await store.signedHeads(), key: publicKey });
}
