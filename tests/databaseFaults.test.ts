import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { ensureIndexes } from '#kit/mongo.ts';
import { errorOf, faultyDatabase, once, passingFaults } from './support/faultyDatabase.ts';

interface Counter {
  _id: string;
  n: number;
}

const database = faultyDatabase();
const { fault } = database;
const namesSent = () => database.sent().map(({ name }) => name);

describe('a connection of the kit', () => {
  const counters = () => database.connection.collection<Counter>('counters');
  const writes: readonly [command: string, write: (id: string) => Promise<unknown>][] = [
    ['insert', (id) => counters().insertOne({ _id: id, n: 1 })],
    ['update', (id) => counters().updateOne({ _id: id }, { $inc: { n: 1 } }, { upsert: true })],
    ['findAndModify', (id) => counters().findOneAndUpdate({ _id: id }, { $inc: { n: 1 } }, { upsert: true })],
  ];

  it.each(passingFaults.flatMap(([name, data]) => writes.map(([command, write]) => ({ name, data, command, write }))))(
    'does one $command and no more through $name',
    async ({ data, command, write }) => {
      const id = randomBytes(6).toString('hex');
      await fault(once, { failCommands: [command], ...data });
      await write(id);
      expect(namesSent()).toEqual([command, command]);
      expect(await counters().findOne({ _id: id })).toEqual({ _id: id, n: 1 });
    },
  );

  it.each(passingFaults.slice(0, 3))('reads through %s', async (_name, data) => {
    await counters().updateOne({ _id: 'read' }, { $set: { n: 7 } }, { upsert: true });
    await fault(once, { failCommands: ['find', 'aggregate'], ...data });
    expect(await counters().findOne({ _id: 'read' })).toEqual({ _id: 'read', n: 7 });
    expect(namesSent()).toEqual(['find', 'find']);
    await fault(once, { failCommands: ['find', 'aggregate'], ...data });
    expect(await counters().countDocuments({ _id: 'read' })).toBe(1);
    expect(namesSent()).toEqual(['aggregate', 'aggregate']);
  });

  it('says so when the fault does not pass', async () => {
    await fault({ times: 2 }, { failCommands: ['insert'], errorCode: 91 });
    expect(await errorOf(counters().insertOne({ _id: 'twice', n: 1 }))).toMatchObject({ code: 91 });
    expect(await counters().countDocuments({ _id: 'twice' })).toBe(0);
  });

  it.each([
    ['insert', 13, () => counters().insertOne({ _id: 'refused', n: 1 })],
    ['update', 112, () => counters().updateOne({ _id: 'read' }, { $inc: { n: 1 } })],
    ['find', 2, () => counters().findOne({ _id: 'read' })],
  ] as const)('does not send one %s again when the error %i is no passing fault', async (command, errorCode, work) => {
    await fault(once, { failCommands: [command], errorCode });
    expect(await errorOf(work())).toMatchObject({ code: errorCode });
    expect(namesSent()).toEqual([command]);
  });

  it('tells of a write that no majority has', async () => {
    const writeConcernError = { code: 64, errmsg: 'waiting for replication timed out' };
    await fault(once, { failCommands: ['update'], writeConcernError });
    const work = counters().updateOne({ _id: 'read' }, { $inc: { n: 1 } });
    expect(await errorOf(work)).toMatchObject({ name: 'MongoWriteConcernError', code: 64 });
  });

  it('asks of every write that a majority has it on disk, and of every read that the primary answers', async () => {
    const schema = new mongoose.Schema<Counter>({ _id: String, n: Number }, { autoIndex: false }).index({ n: 1 });
    const Written = database.connection.model<Counter>('Written', schema);
    await fault('off');
    await ensureIndexes(database.connection);
    await Written.create({ _id: 'a', n: 1 });
    await Written.insertMany([{ _id: 'b', n: 1 }]);
    await Written.bulkWrite([
      { updateOne: { filter: { _id: 'a' }, update: { $inc: { n: 1 } } } },
      { replaceOne: { filter: { _id: 'c' }, replacement: { n: 3 }, upsert: true } },
      { deleteOne: { filter: { _id: 'b' } } },
    ]);
    await counters().bulkWrite([{ insertOne: { document: { _id: 'e', n: 1 } } }], { ordered: false });
    await Written.updateMany({}, { $set: { n: 2 } });
    await Written.findOneAndUpdate({ _id: 'a' }, { $inc: { n: 1 } });
    await Written.findOneAndDelete({ _id: 'c' });
    const found = await Written.findById('a').orFail();
    found.set('n', 9);
    await found.save();
    await Written.deleteMany({});
    await Written.find({}).lean();
    await Written.countDocuments({});

    const written = database
      .sent()
      .filter(({ name }) => ['insert', 'update', 'delete', 'findAndModify'].includes(name));
    expect(new Set(written.map(({ name }) => name)).size).toBe(4);
    expect(written).toHaveLength(10);
    for (const { name, body } of written) {
      expect([name, body['writeConcern']]).toEqual([name, { w: 'majority', j: true }]);
    }
    const read = database.sent().filter(({ name }) => ['find', 'aggregate'].includes(name));
    expect(read.length).toBeGreaterThanOrEqual(3);
    for (const { body } of read) {
      const { mode = 'primary' } = (body['$readPreference'] ?? {}) as { mode?: string };
      // To a single server the driver says "primaryPreferred": take what answers, and here there is only one.
      expect(['primary', 'primaryPreferred']).toContain(mode);
    }
  });
});
