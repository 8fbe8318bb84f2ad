import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { errorOf } from './support/database.ts';
import { rawCommand } from './support/rawCommand.ts';
import { databaseWithRows, type Row } from './support/rows.ts';

const { Binary, Long } = mongoose.mongo;
const { database, rows } = databaseWithRows();

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

  it('makes the driver send a write again that was done without a majority, which is not done twice', async () => {
    const c = database.db.collection<Row>('unsure');
    await c.insertOne({ _id: 'u', n: 0 });
    for (const command of ['update', 'findAndModify']) {
      await fail({ failCommands: [command], writeConcernError: { code: 91, errmsg: 'shutting down' } });
      await (command === 'update'
        ? c.updateOne({ _id: 'u' }, { $inc: { n: 1 } })
        : c.findOneAndUpdate({ _id: 'u' }, { $inc: { n: 1 } }));
    }
    expect(await c.findOne({ _id: 'u' })).toEqual({ _id: 'u', n: 2 });
  });

  it('reports a write concern error beside the result', async () => {
    await fail({ failCommands: ['insert'], writeConcernError: { code: 64, errmsg: 'waiting' } });
    expect(await errorOf(database.db.collection('failed').insertOne({ n: 3 }))).toMatchObject({ code: 64 });
    expect(await database.db.collection('failed').countDocuments({ n: 3 })).toBe(1);
  });
});
