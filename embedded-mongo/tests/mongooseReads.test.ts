/** Plain mongoose code. With MONGODB_URI it runs against any MongoDB, without against the embedded one. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { errorOf } from './support/database.ts';
import { databaseWithOffices } from './support/offices.ts';

const { database, models } = databaseWithOffices();

describe('reading documents', () => {
  beforeAll(async () => {
    const { Application } = models();
    await Application.insertMany(
      Array.from({ length: 250 }, (_, i) => ({
        _id: `read-${String(i).padStart(3, '0')}`,
        owner: `owner-${i % 5}`,
        status: 'READ',
        at: new Date(Math.floor(i / 3) * 1000),
        tags: i % 2 ? ['odd', `t${i % 10}`] : ['even'],
        office: i % 2 ? 'sby' : 'mlg',
      })),
    );
  });

  it('shows only what a projection names', async () => {
    const { Application } = models();
    expect(await Application.findById('read-001', { owner: 1, _id: 0 }).lean()).toEqual({ owner: 'owner-1' });
    const without = await Application.findById('read-001').select('-owner -tags').lean();
    expect(Object.keys(without ?? {})).not.toContain('owner');
    expect(without).toHaveProperty('office', 'sby');
  });

  it('walks through keyset pages without gaps or repeats', async () => {
    const { Application } = models();
    const seen: string[] = [];
    let after: { at: Date; id: string } | undefined;
    for (let page = 0; page < 20; page += 1) {
      const filter = after
        ? { status: 'READ', at: { $lte: after.at }, $or: [{ at: { $lt: after.at } }, { _id: { $lt: after.id } }] }
        : { status: 'READ' };
      const found = await Application.find(filter).sort({ at: -1, _id: -1 }).limit(20).lean();
      seen.push(...found.map(({ _id }) => String(_id)));
      const last = found.at(-1);
      if (!last || found.length < 20) break;
      after = { at: last['at'] as Date, id: String(last._id) };
    }
    expect(seen).toHaveLength(250);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
  });

  it('reads a cursor batch by batch', async () => {
    const { Application } = models();
    const ids: string[] = [];
    for await (const { _id } of Application.find({ status: 'READ' }).sort({ _id: 1 }).lean().cursor({ batchSize: 7 }))
      ids.push(String(_id));
    expect(ids).toHaveLength(250);
    expect(ids[249]).toBe('read-249');
  });

  it('fills in references', async () => {
    const { Application } = models();
    const found = await Application.findById('read-001').populate('office').lean();
    expect(found?.['office']).toEqual({ _id: 'sby', city: 'Surabaya' });
  });

  it('counts and lists distinct values', async () => {
    const { Application } = models();
    expect(await Application.countDocuments({ status: 'READ', tags: 'odd' })).toBe(125);
    expect((await Application.distinct('tags', { status: 'READ', _id: { $lte: 'read-003' } })).sort()).toEqual([
      'even',
      'odd',
      't1',
      't3',
    ]);
    expect(await Application.exists({ status: 'NOWHERE' })).toBeNull();
  });

  it('looks into arrays one level deep', async () => {
    const nested = database.db.collection<{ _id: string; a: unknown[] }>('nested');
    await nested.insertMany([
      { _id: 'deep', a: [[1, 2], 3] },
      { _id: 'flat', a: [1, 2, 3] },
    ]);
    const ids = async (filter: object) => (await nested.find(filter).sort({ _id: 1 }).toArray()).map(({ _id }) => _id);
    expect(await ids({ 'a.0': 1 })).toEqual(['flat']);
    expect(await ids({ 'a.0': [1, 2] })).toEqual(['deep']);
    expect(await ids({ a: { $elemMatch: { $size: 2 } } })).toEqual(['deep']);
    expect(await ids({ a: { $elemMatch: { $elemMatch: { $gt: 1 } } } })).toEqual(['deep']);
    expect(await nested.distinct('a')).toEqual(expect.arrayContaining([1, 2, 3, [1, 2]]));
  });

  it('sorts by the element that comes first, and not by two arrays at once', async () => {
    const lists = database.db.collection<{ _id: string; c: object[]; d?: number[] }>('lists');
    await lists.insertMany([
      {
        _id: 'p',
        c: [
          { x: 1, y: 5 },
          { x: 2, y: 0 },
        ],
      },
      { _id: 'q', c: [{ x: 1, y: 3 }], d: [1] },
    ]);
    const sorted = await lists.find().sort({ 'c.x': 1, 'c.y': 1 }).toArray();
    expect(sorted.map(({ _id }) => _id)).toEqual(['q', 'p']);
    expect(await errorOf(lists.find().sort({ 'c.x': 1, d: 1 }).toArray())).toMatchObject({ code: 2 });
  });

  it('groups and sorts in a pipeline', async () => {
    const { Application } = models();
    const result = await Application.aggregate([
      { $match: { status: 'READ' } },
      { $group: { _id: '$owner', n: { $sum: 1 }, last: { $max: '$at' } } },
      { $sort: { _id: 1 } },
      { $limit: 2 },
    ]);
    expect(result).toEqual([
      { _id: 'owner-0', n: 50, last: new Date(81_000) },
      { _id: 'owner-1', n: 50, last: new Date(82_000) },
    ]);
  });

  it('finds nothing in a collection that does not exist', async () => {
    expect(await database.db.collection('nowhere').find().toArray()).toEqual([]);
    expect(await database.db.collection('nowhere').countDocuments()).toBe(0);
  });
});
