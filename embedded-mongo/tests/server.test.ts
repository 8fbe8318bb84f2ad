import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { errorOf, testDatabase } from './support/database.ts';
import { rawCommand } from './support/rawCommand.ts';

const { Binary, Long } = mongoose.mongo;
const database = testDatabase({ onlyEmbedded: true });
type Row = { _id: string; n: number; text?: string };
const rows = () => database.db.collection<Row>('rows');

beforeAll(async () => {
  await rows().insertMany(Array.from({ length: 1000 }, (_, n) => ({ _id: `r${String(n).padStart(4, '0')}`, n })));
  await rows().createIndex({ n: 1 });
});

const lsid = () => ({ id: new Binary(Buffer.from(randomUUID().replaceAll('-', ''), 'hex'), 4) });

describe('a retryable write', () => {
  const insertTwice = async (session: { id: InstanceType<typeof Binary> }, number: number, n: number) => {
    const body = {
      insert: 'retried',
      documents: [{ n }],
      lsid: session,
      txnNumber: Long.fromNumber(number),
      $db: database.db.databaseName,
    };
    return [await rawCommand(database.uri, body), await rawCommand(database.uri, body)];
  };

  it('is done once and answered twice', async () => {
    const [first, second] = await insertTwice(lsid(), 1, 1);
    expect(second).toEqual(first);
    expect(await database.db.collection('retried').countDocuments({ n: 1 })).toBe(1);
  });

  it('gives the same document again when it is a findAndModify', async () => {
    await database.db.collection<Row>('counters').insertOne({ _id: 'c', n: 0 });
    const body = {
      findAndModify: 'counters',
      query: { _id: 'c' },
      update: { $inc: { n: 1 } },
      new: true,
      lsid: lsid(),
      txnNumber: Long.fromNumber(5),
      $db: database.db.databaseName,
    };
    const answers = [await rawCommand(database.uri, body), await rawCommand(database.uri, body)];
    expect(answers.map(({ value }) => value)).toEqual([
      { _id: 'c', n: 1 },
      { _id: 'c', n: 1 },
    ]);
  });

  it('is refused when a later one has been done', async () => {
    const session = lsid();
    await insertTwice(session, 9, 2);
    const [refused] = await insertTwice(session, 8, 3);
    expect(refused).toMatchObject({ ok: 0, code: 225 });
    expect(await database.db.collection('retried').countDocuments({ n: 3 })).toBe(0);
  });
});

describe('the fail point failCommand', () => {
  const admin = () => database.connection.getClient().db('admin');
  const fail = (data: object, mode: unknown = { times: 1 }) =>
    admin().command({ configureFailPoint: 'failCommand', mode, data });

  it('makes the driver send a write again, which is done once', async () => {
    const c = database.db.collection('failed');
    await fail({ failCommands: ['insert'], errorCode: 91 });
    await c.insertOne({ n: 1 });
    await fail({ failCommands: ['insert'], closeConnection: true });
    await c.insertOne({ n: 2 });
    expect(await c.countDocuments()).toBe(2);
  });

  it('makes the driver send a read again', async () => {
    await fail({ failCommands: ['find'], closeConnection: true });
    expect(await rows().findOne({ _id: 'r0001' })).toMatchObject({ n: 1 });
  });

  it('gives the error, the labels and the number of times it was told', async () => {
    await fail({ failCommands: ['count', 'aggregate'], errorCode: 8, errorLabels: ['Mine'] }, { times: 2 });
    const count = () => rows().estimatedDocumentCount();
    const error = await errorOf(count());
    expect(error).toMatchObject({ code: 8 });
    expect(error.hasErrorLabel('Mine')).toBe(true);
    await errorOf(count());
    expect(await count()).toBe(1000);
  });

  it('skips, blocks and is turned off', async () => {
    await fail({ failCommands: ['ping'], errorCode: 8 }, { skip: 1 });
    await database.db.command({ ping: 1 });
    await errorOf(database.db.command({ ping: 1 }));
    await admin().command({ configureFailPoint: 'failCommand', mode: 'off' });
    await database.db.command({ ping: 1 });
    await fail({ failCommands: ['ping'], blockConnection: true, blockTimeMS: 30 });
    const start = performance.now();
    await database.db.command({ ping: 1 });
    expect(performance.now() - start).toBeGreaterThanOrEqual(29);
  });

  it('reports a write concern error beside the result', async () => {
    await fail({ failCommands: ['insert'], writeConcernError: { code: 64, errmsg: 'waiting' } });
    expect(await errorOf(database.db.collection('failed').insertOne({ n: 3 }))).toMatchObject({ code: 64 });
    expect(await database.db.collection('failed').countDocuments({ n: 3 })).toBe(1);
  });
});

describe('a cursor', () => {
  const first = async (batchSize: number, more: object = {}) => {
    const { cursor } = await database.db.command({ find: 'rows', sort: { _id: 1 }, batchSize, ...more });
    return cursor as { id: bigint | InstanceType<typeof Long>; firstBatch: Row[] };
  };
  const more = (id: unknown, batchSize: number, collection = 'rows') =>
    database.db.command({ getMore: Long.fromString(String(id)), collection, batchSize });

  it('gives its documents in batches of the size asked for, and ends', async () => {
    const { id, firstBatch } = await first(3, { limit: 7 });
    expect(firstBatch.map(({ n }) => n)).toEqual([0, 1, 2]);
    const second = (await more(id, 3))['cursor'];
    expect(second.nextBatch.map(({ n }: Row) => n)).toEqual([3, 4, 5]);
    const third = (await more(id, 3))['cursor'];
    expect([third.nextBatch.map(({ n }: Row) => n), String(third.id)]).toEqual([[6], '0']);
    expect(await errorOf(more(id, 3))).toMatchObject({ code: 43 });
  });

  it('may begin with an empty batch', async () => {
    const { id, firstBatch } = await first(0);
    expect(firstBatch).toEqual([]);
    expect((await more(id, 2))['cursor'].nextBatch).toHaveLength(2);
    await database.db.command({ killCursors: 'rows', cursors: [Long.fromString(String(id))] });
    expect(await errorOf(more(id, 2))).toMatchObject({ code: 43 });
  });

  it('is not kept for a single batch', async () => {
    expect(String((await first(2, { singleBatch: true })).id)).toBe('0');
  });

  it('belongs to its collection, and ends when that is dropped', async () => {
    const { id } = await first(1);
    expect(await errorOf(more(id, 1, 'other'))).toMatchObject({ code: 13 });
    await database.db.collection('dropped').insertMany([{}, {}, {}]);
    const open = (await database.db.command({ find: 'dropped', batchSize: 1 }))['cursor'];
    await database.db.collection('dropped').drop();
    expect(await errorOf(more(open.id, 1, 'dropped'))).toMatchObject({ code: 175 });
  });

  it('goes on behind what was inserted and deleted meanwhile', async () => {
    const c = database.db.collection<Row>('moving');
    await c.insertMany([1, 3, 5, 7].map((n) => ({ _id: `m${n}`, n })));
    const cursor = c.find().sort({ _id: 1 }).batchSize(2);
    expect((await cursor.next())?.n).toBe(1);
    await c.deleteOne({ _id: 'm5' });
    await c.insertOne({ _id: 'm6', n: 6 });
    const rest: number[] = [];
    for await (const { n } of cursor) rest.push(n);
    // What is inserted ahead of a cursor may or may not be seen; MongoDB promises no more.
    expect(rest.filter((n) => n !== 6)).toEqual([3, 7]);
  });
});

describe('explain', () => {
  it('shows the index and how much was looked at', async () => {
    const explained = await rows()
      .find({ n: { $gte: 990 } })
      .sort({ n: -1 })
      .explain('executionStats');
    expect(explained).toMatchObject({
      queryPlanner: {
        winningPlan: { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: 'n_1', direction: 'backward' } },
      },
      executionStats: { nReturned: 10, totalKeysExamined: 10, totalDocsExamined: 10 },
    });
  });

  it('shows a scan and a sort in memory', async () => {
    const explained = await rows().find({ text: 'x' }).sort({ text: 1 }).explain('executionStats');
    expect(explained).toMatchObject({
      queryPlanner: { winningPlan: { stage: 'SORT', inputStage: { stage: 'COLLSCAN' } } },
      executionStats: { nReturned: 0, totalDocsExamined: 1000 },
    });
  });

  it('does not run a write', async () => {
    const update = { update: 'rows', updates: [{ q: { _id: 'r0000' }, u: { $set: { n: -1 } } }] };
    expect(await database.db.command({ explain: update })).toMatchObject({ executionStats: { nReturned: 1 } });
    expect(await rows().findOne({ _id: 'r0000' })).toMatchObject({ n: 0 });
  });
});

describe('a query that needs too much', () => {
  it('memory for a sort or a group is refused with code 292', async () => {
    const c = database.db.collection<Row>('big');
    const text = 'x'.repeat(1024 * 1024);
    for (let i = 0; i < 110; i += 10) {
      await c.insertMany(Array.from({ length: 10 }, (_, j) => ({ _id: `b${i + j}`, n: i + j, text })));
    }
    expect(await errorOf(c.find().sort({ n: 1 }).toArray())).toMatchObject({ code: 292 });
    expect(await errorOf(c.aggregate([{ $group: { _id: null, all: { $push: '$text' } } }]).toArray())).toMatchObject({
      code: 292,
    });
    expect(await c.find().sort({ n: -1 }).limit(2).project({ n: 1, _id: 0 }).toArray()).toEqual([
      { n: 109 },
      { n: 108 },
    ]);
    await c.drop();
  });

  it('time is stopped with code 50', async () => {
    const slow = { $or: Array.from({ length: 200 }, (_, i) => ({ text: { $regex: `x{${i + 1}}y` } })) };
    expect(
      await errorOf(
        rows()
          .find({ ...slow, _id: { $regex: 'r' } })
          .maxTimeMS(1)
          .toArray(),
      ),
    ).toMatchObject({ code: 50 });
  });
});

describe('a long scan', () => {
  it('lets other clients read and write meanwhile, whether it reads, updates or builds an index', async () => {
    const c = database.db.collection<Row>('long');
    for (let i = 0; i < 20_000; i += 5_000) {
      await c.insertMany(Array.from({ length: 5_000 }, (_, j) => ({ _id: `l${i + j}`, n: i + j })));
    }
    const heavy = { $expr: { $lt: [{ $add: ['$n', 1] }, 0] } };
    for (const work of [
      () => c.find(heavy).toArray(),
      () => c.countDocuments(heavy),
      () => c.updateMany({ n: { $mod: [2, 0] } }, { $set: { text: 'even' } }),
      () => c.deleteMany({ n: { $mod: [10, 1] } }),
      () => c.createIndex({ n: 1, text: 1 }),
    ]) {
      let finished = false;
      let others = 0;
      const long = work().finally(() => {
        finished = true;
      });
      while (!finished) {
        await rows().updateOne({ _id: 'r0500' }, { $inc: { n: 1 } });
        others += 1;
      }
      await long;
      expect(others).toBeGreaterThan(2);
    }
    expect(await c.countDocuments({ text: 'even' })).toBe(10_000);
    expect(await c.countDocuments()).toBe(18_000);
  });
});
