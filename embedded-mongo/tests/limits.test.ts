import { describe, expect, it } from '@jest/globals';
import { errorOf } from './support/database.ts';
import { databaseWithRows, type Row } from './support/rows.ts';

const { database, rows } = databaseWithRows();

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
