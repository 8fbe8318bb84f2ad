/** Results written by hand from MongoDB's manual. With MONGODB_URI they are checked against a real one. */
import { describe, expect, it } from '@jest/globals';
import { databaseWithSales } from './support/sales.ts';

const { run, codeOf } = databaseWithSales();

describe('a pipeline stage', () => {
  const byId = { $sort: { _id: 1 } };

  it('$match, $sort, $skip, $limit and $count', async () => {
    expect(await run({ $match: { item: 'pen' } }, { $sort: { price: 1 } }, { $project: { price: 1 } })).toEqual([
      { _id: 'c', price: 5 },
      { _id: 'a', price: 10 },
    ]);
    expect(await run(byId, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } })).toEqual([
      { _id: 'b' },
      { _id: 'c' },
    ]);
    expect(await run(byId, { $limit: 2 }, { $match: { _id: 'b' } }, { $project: { _id: 1 } })).toEqual([{ _id: 'b' }]);
    expect(await run({ $match: { price: { $gt: 6 } } }, { $count: 'n' })).toEqual([{ n: 3 }]);
    expect(await run({ $match: { price: 1000 } }, { $count: 'n' })).toEqual([]);
  });

  it('$group with every accumulator', async () => {
    const groups = await run(
      byId,
      {
        $group: {
          _id: '$item',
          n: { $sum: 1 },
          counted: { $count: {} },
          total: { $sum: { $multiply: ['$price', '$qty'] } },
          mean: { $avg: '$price' },
          least: { $min: '$price' },
          most: { $max: '$qty' },
          first: { $first: '$_id' },
          last: { $last: '$_id' },
          ids: { $push: '$_id' },
          set: { $addToSet: '$item' },
        },
      },
      byId,
    );
    expect(groups).toEqual([
      {
        _id: 'cap',
        n: 1,
        counted: 1,
        total: 0,
        mean: 7.5,
        least: 7.5,
        most: null,
        first: 'd',
        last: 'd',
        ids: ['d'],
        set: ['cap'],
      },
      {
        _id: 'ink',
        n: 1,
        counted: 1,
        total: 20,
        mean: 20,
        least: 20,
        most: 1,
        first: 'b',
        last: 'b',
        ids: ['b'],
        set: ['ink'],
      },
      {
        _id: 'pen',
        n: 2,
        counted: 2,
        total: 70,
        mean: 7.5,
        least: 5,
        most: 10,
        first: 'a',
        last: 'c',
        ids: ['a', 'c'],
        set: ['pen'],
      },
    ]);
    expect(await run({ $group: { _id: null, n: { $sum: 1 } } })).toEqual([{ _id: null, n: 4 }]);
    expect(await run({ $group: { _id: { item: '$item', cheap: { $lt: ['$price', 8] } } } }, { $count: 'n' })).toEqual([
      { n: 4 },
    ]);
    expect(await run({ $match: { _id: 'none' } }, { $group: { _id: null, n: { $sum: 1 } } })).toEqual([]);
    expect(
      await run({ $project: { x: [0.1, 0.2, 0.3] } }, { $unwind: '$x' }, { $group: { _id: null, n: { $sum: '$x' } } }),
    ).toEqual([{ _id: null, n: 2.4 }]);
  });

  it('$project, $addFields, $set and $unset', async () => {
    const one = { $match: { _id: 'b' } };
    expect(
      await run(one, { $project: { item: 1, total: { $multiply: ['$price', '$qty'] }, x: { y: '$qty' } } }),
    ).toEqual([{ _id: 'b', item: 'ink', total: 20, x: { y: 1 } }]);
    expect(await run(one, { $project: { tags: 0, at: 0, price: 0 } })).toEqual([{ _id: 'b', item: 'ink', qty: 1 }]);
    expect(await run(one, { $addFields: { 'x.y': '$qty', price: '$$REMOVE' } }, { $unset: ['tags', 'at'] })).toEqual([
      { _id: 'b', item: 'ink', qty: 1, x: { y: 1 } },
    ]);
    expect(await run(one, { $set: { item: 'x', old: '$item' } }, { $project: { _id: 0, item: 1, old: 1 } })).toEqual([
      { item: 'x', old: 'ink' },
    ]);
  });

  it('$unwind', async () => {
    expect(await run(byId, { $unwind: '$tags' }, { $project: { tags: 1 } })).toEqual([
      { _id: 'a', tags: 'blue' },
      { _id: 'a', tags: 'new' },
      { _id: 'b', tags: 'blue' },
    ]);
    const kept = await run(
      byId,
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
      { $project: { tags: 1, i: 1 } },
    );
    expect(kept.map(({ _id, tags, i }) => [_id, tags, i === null ? null : Number(i)])).toEqual([
      ['a', 'blue', 0],
      ['a', 'new', 1],
      ['b', 'blue', 0],
      ['c', undefined, null],
      ['d', undefined, null],
    ]);
  });

  it('$facet', async () => {
    const pipeline = {
      cheap: [{ $match: { price: { $lt: 8 } } }, { $count: 'n' }],
      ids: [byId, { $project: { _id: 1 } }, { $limit: 1 }],
    };
    expect(await run({ $facet: pipeline })).toEqual([{ cheap: [{ n: 2 }], ids: [{ _id: 'a' }] }]);
  });

  it('$lookup by equality', async () => {
    const joined = await run(
      byId,
      { $lookup: { from: 'items', localField: 'item', foreignField: '_id', as: 'found' } },
      { $project: { found: '$found.name' } },
    );
    expect(joined).toEqual([
      { _id: 'a', found: ['Pen'] },
      { _id: 'b', found: ['Ink'] },
      { _id: 'c', found: ['Pen'] },
      { _id: 'd', found: [] },
    ]);
    const byArray = await run(
      { $match: { _id: 'a' } },
      { $lookup: { from: 'items', localField: 'tags', foreignField: 'colours', as: 'found' } },
      { $project: { found: '$found._id' } },
    );
    expect(byArray).toEqual([{ _id: 'a', found: ['pen'] }]);
  });

  it('$replaceRoot and $replaceWith', async () => {
    const one = { $match: { _id: 'a' } };
    expect(await run(one, { $replaceRoot: { newRoot: { id: '$_id' } } })).toEqual([{ id: 'a' }]);
    expect(await run(one, { $replaceWith: { $mergeObjects: [{ x: 1 }, { id: '$_id' }] } })).toEqual([
      { x: 1, id: 'a' },
    ]);
    expect(await codeOf(one, { $replaceWith: '$item' })).toBe(40228);
  });

  it.each<[number, object]>([
    [40324, { $mach: {} }],
    [40323, { $match: {}, $limit: 1 }],
    [15958, { $limit: 0 }],
    [15955, { $group: { n: { $sum: 1 } } }],
    [15952, { $group: { _id: null, n: { $total: 1 } } }],
    [40234, { $group: { _id: null, n: 1 } }],
    [28818, { $unwind: 'tags' }],
    [40156, { $count: '' }],
    [168, { $project: { x: { $plus: [1, 2] } } }],
  ])('is refused with code %i: %j', async (code, stage) => {
    expect(await codeOf(stage)).toBe(code);
  });
});
