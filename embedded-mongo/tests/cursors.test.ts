import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { errorOf } from './support/database.ts';
import { databaseWithRows, type Row } from './support/rows.ts';

const { Long } = mongoose.mongo;
const { database } = databaseWithRows();

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
