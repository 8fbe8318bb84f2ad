/** Where our own code tells a duplicate key from other errors, or counts on the driver to try again. */
import { describe, expect, it } from '@jest/globals';
import { type AccessNote, emptyChain, headAfter, sealBatch } from '#kit/access-log/entry.ts';
import { ChainStore, PlaceTaken } from '#kit/access-log/store.ts';
import { ChainWriter } from '#kit/access-log/writer.ts';
import { keyRingFrom, newDevelopmentKeys } from '#kit/vault/keyRing.ts';
import { rotate } from '#kit/vault/rotation.ts';
import { sealed } from '#kit/vault/sealed.ts';
import { createVault } from '#kit/vault/vault.ts';
import { oneIdModels } from '../subgraphs/identity/one-id/model.ts';
import { recordAdapter } from '../subgraphs/identity/one-id/recordAdapter.ts';
import { mostTries, triesCounter } from '../subgraphs/identity/one-id/tries.ts';
import { errorOf, faultyDatabase, once, passingFaults } from './support/faultyDatabase.ts';

const database = faultyDatabase();
const { fault } = database;
const timesSent = (command: string) => database.sent().filter(({ name }) => name === command).length;

const note = (requestId: string): AccessNote => ({
  at: '2026-11-01T00:00:00.000Z',
  actor: { id: 'officer-1', role: 'officer', agency: 'tax', region: '35.10' },
  subject: 'ctz-1',
  action: 'READ',
  coordinates: ['Citizen.fullName'],
  count: 1,
  purpose: null,
  caseId: null,
  legalBasis: 'PUBLIC_TASK',
  decision: 'ALLOWED',
  requestId,
});

describe('the access log', () => {
  it.each(passingFaults)('writes each batch once through %s', async (_name, data) => {
    const store = new ChainStore(database.connection);
    const writer = new ChainWriter({ chain: 'register', store });
    const before = await store.head();
    await fault(once, { failCommands: ['insert'], ...data });
    await writer.write([note('one'), note('two')]);
    expect(timesSent('insert')).toBe(2);
    await writer.write([note('three')]);
    await writer.stop();
    const batches = [];
    for await (const batch of store.after(before.batch)) batches.push(batch);
    expect(batches.map(({ entries }) => entries.map(({ requestId }) => requestId))).toEqual([
      ['one', 'two'],
      ['three'],
    ]);
    expect(batches.map(({ prevHash }) => prevHash)).toEqual([before.hash, batches[0]?.hash]);
  });

  it('takes the same batch twice as one, and another one in its place as taken', async () => {
    const store = new ChainStore(database.connection);
    const head = await store.head();
    const batch = sealBatch('register', head, [note('same')]);
    await store.insert(batch);
    await store.insert(batch);
    expect(await store.head()).toEqual(headAfter(batch));
    expect(await errorOf(store.insert(sealBatch('register', head, [note('other')])))).toBeInstanceOf(PlaceTaken);
  });

  it('lets two writers that do not know of each other share one chain', async () => {
    const store = new ChainStore(database.connection);
    const writers = ['a', 'b'].map(() => new ChainWriter({ chain: 'register', store }));
    const before = await store.head();
    await fault(once, { failCommands: ['insert'], closeConnection: true });
    await Promise.all([1, 2, 3, 4, 5].flatMap((n) => writers.map((writer, i) => writer.write([note(`${i}-${n}`)]))));
    await Promise.all(writers.map((writer) => writer.stop()));
    const written: string[] = [];
    let last = before;
    for await (const batch of store.after(before.batch)) {
      expect(batch.prevHash).toBe(last.hash);
      last = headAfter(batch);
      written.push(...batch.entries.map(({ requestId }) => requestId));
    }
    expect(written).toHaveLength(10);
    expect(new Set(written).size).toBe(10);
  });

  it('tells of any other error', async () => {
    const store = new ChainStore(database.connection);
    const batch = sealBatch('register', emptyChain, [note('refused')]);
    await fault(once, { failCommands: ['insert'], errorCode: 13 });
    expect(await errorOf(store.insert(batch))).toMatchObject({ code: 13 });
    await fault(once, { failCommands: ['insert'], errorCode: 13 });
    const writer = new ChainWriter({ chain: 'register', store });
    expect(await errorOf(writer.write([note('refused')]))).toMatchObject({ code: 13 });
    await writer.stop();
  });
});

describe('the count of tries to sign in', () => {
  const now = new Date('2026-11-01T00:00:00Z');

  it.each(passingFaults)('counts a try once through %s, the first and the later ones', async (name, data) => {
    const models = oneIdModels(database.connection);
    const count = triesCounter(models);
    for (const failing of ['insert', 'update']) {
      await fault(once, { failCommands: [failing], ...data });
      expect(await count(name, now)).not.toBeNull();
      expect(timesSent(failing)).toBe(2);
    }
    const record = await models.signInTries.findById(name).lean();
    expect(record?.tries).toHaveLength(2);
  });

  it('lets five of many through that come first at the same time', async () => {
    const models = oneIdModels(database.connection);
    const count = triesCounter(models);
    const results = await Promise.all(Array.from({ length: 12 }, () => count('crowd', now)));
    expect(results.filter((one) => one !== null)).toHaveLength(mostTries);
    await results.find((one) => one !== null)?.giveBack();
    expect(await count('crowd', now)).not.toBeNull();
    expect(await count('crowd', now)).toBeNull();
  });

  it('does not let a try pass that could not be counted', async () => {
    const count = triesCounter(oneIdModels(database.connection));
    await fault(once, { failCommands: ['insert'], errorCode: 13 });
    expect(await errorOf(count('uncounted', now))).toMatchObject({ code: 13 });
  });
});

describe('what One ID remembers', () => {
  const adapterOf = (kind: string) => recordAdapter(oneIdModels(database.connection))(kind);

  it.each(passingFaults)('takes an assertion once, not as its own repetition, through %s', async (name, data) => {
    const replays = adapterOf('ReplayDetection');
    await fault(once, { failCommands: ['insert'], ...data });
    await replays.upsert(name, {}, 60);
    expect(timesSent('insert')).toBe(2);
    expect(await errorOf(replays.upsert(name, {}, 60))).toMatchObject({ error: 'invalid_client' });
  });

  it.each(passingFaults)(
    'uses a code up once through %s, and lets its owner keep what came of it',
    async (name, data) => {
      const codes = adapterOf('AuthorizationCode');
      const grants = adapterOf('Grant');
      await grants.upsert(`grant ${name}`, {}, 60);
      await codes.upsert(name, { grantId: `grant ${name}` }, 60);
      await fault(once, { failCommands: ['findAndModify'], ...data });
      await codes.consume(name);
      expect(await grants.find(`grant ${name}`)).toBeDefined();
      expect(await errorOf(Promise.resolve(codes.consume(name)))).toMatchObject({ error: 'invalid_grant' });
      expect(await grants.find(`grant ${name}`)).toBeUndefined();
    },
  );

  it('tells of any other error', async () => {
    await fault(once, { failCommands: ['insert'], errorCode: 13 });
    expect(await errorOf(adapterOf('ReplayDetection').upsert('refused', {}, 60))).toMatchObject({ code: 13 });
  });
});

describe('the rotation of keys', () => {
  const letters = sealed<{ readonly _id: string; readonly text: string }>()('letters', ['text']);

  it.each(passingFaults)('seals every record anew through %s, and counts each once', async (_name, data) => {
    const [older, newer] = [newDevelopmentKeys(), newDevelopmentKeys()].map((text) => JSON.parse(text));
    const keys = { ...older.keys, newer: Object.values(newer.keys)[0] };
    const before = createVault('register', keyRingFrom(JSON.stringify(older)));
    const after = createVault('register', keyRingFrom(JSON.stringify({ current: 'newer', keys })));
    const store = database.connection.collection<{ _id: string; text: string }>('letters');
    await store.deleteMany({});
    const rows = ['a', 'b', 'c', 'd', 'e'].map((_id) => ({ _id, text: `letter ${_id}` }));
    await store.insertMany(rows.map((row) => before.of(letters).seal(row)));
    await database.connection.collection('vaultRotations').deleteMany({});
    await fault(once, { failCommands: ['update'], ...data });
    expect(await rotate(database.connection, after, [letters], { batchSize: 2 })).toBe(5);
    // Three batches, the place after each and at the end, and what was sent again.
    expect(timesSent('update')).toBe(8);
    const kept = await store.find({}).sort({ _id: 1 }).toArray();
    expect(kept.every(({ text }) => text.startsWith('v1.newer.'))).toBe(true);
    expect(kept.map((row) => after.of(letters).open(row as never))).toEqual(rows);
  });
});
