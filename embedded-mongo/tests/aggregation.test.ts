/** Results written by hand from MongoDB's manual. With MONGODB_URI they are checked against a real one. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { errorOf, testDatabase } from './support/database.ts';

const database = testDatabase();
const at = new Date('2026-03-04T05:06:07.008Z');

beforeAll(async () => {
  await database.db.collection<{ _id: string }>('sales').insertMany([
    { _id: 'a', item: 'pen', price: 10, qty: 2, tags: ['blue', 'new'], at },
    { _id: 'b', item: 'ink', price: 20, qty: 1, tags: ['blue'], at: new Date('2026-03-05T00:00:00Z') },
    { _id: 'c', item: 'pen', price: 5, qty: 10, tags: [] },
    { _id: 'd', item: 'cap', price: 7.5, qty: null },
  ] as never[]);
  await database.db.collection<{ _id: string }>('items').insertMany([
    { _id: 'pen', name: 'Pen', colours: ['red', 'blue'] },
    { _id: 'ink', name: 'Ink', colours: [] },
  ] as never[]);
});

const run = (...pipeline: object[]) => database.db.collection('sales').aggregate(pipeline).toArray();

/** The value of one expression, computed for the document `a`. */
const computed = async (expression: unknown) =>
  (await run({ $match: { _id: 'a' } }, { $project: { _id: 0, value: expression } }))[0]?.['value'];

const codeOf = async (...pipeline: object[]) => (await errorOf(run(...pipeline))).code;

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

describe('an expression', () => {
  it.each<[unknown, unknown]>([
    [{ $add: ['$price', '$qty', 1] }, 13],
    [{ $add: ['$at', 1000] }, new Date('2026-03-04T05:06:08.008Z')],
    [{ $add: [1, null] }, null],
    [{ $subtract: [5, 2] }, 3],
    [{ $multiply: [2, 3] }, 6],
    [{ $divide: [5, 2] }, 2.5],
    [{ $mod: [7, 4] }, 3],
    [{ $abs: -2 }, 2],
    [{ $floor: 1.7 }, 1],
    [{ $ceil: 1.2 }, 2],
    [{ $sum: [1, 2, 'x'] }, 3],
    [{ $avg: [1, 2] }, 1.5],
    [{ $max: [1, 3, 2] }, 3],
    [{ $min: [3, null, 2] }, 2],
    [{ $and: [true, 1, 'x'] }, true],
    [{ $or: [0, null, '$missing'] }, false],
    [{ $not: [0] }, true],
    [{ $eq: ['$item', 'pen'] }, true],
    [{ $gt: ['x', 5] }, true],
    [{ $lt: ['$missing', null] }, true],
    [{ $cmp: [1, 2] }, -1],
    [{ $cond: [{ $gt: ['$qty', 1] }, 'many', 'one'] }, 'many'],
    // biome-ignore lint/suspicious/noThenProperty: MongoDB's own word
    [{ $cond: { if: false, then: 1, else: 2 } }, 2],
    [{ $ifNull: ['$missing', null, 'x'] }, 'x'],
    // biome-ignore lint/suspicious/noThenProperty: MongoDB's own word
    [{ $switch: { branches: [{ case: { $eq: [1, 2] }, then: 'a' }], default: 'b' } }, 'b'],
    [{ $in: ['new', '$tags'] }, true],
    [{ $size: '$tags' }, 2],
    [{ $arrayElemAt: ['$tags', -1] }, 'new'],
    [{ $first: '$tags' }, 'blue'],
    [{ $last: '$tags' }, 'new'],
    [{ $slice: ['$tags', 1] }, ['blue']],
    [{ $slice: [[1, 2, 3], 1, 1] }, [2]],
    [{ $concatArrays: ['$tags', ['x']] }, ['blue', 'new', 'x']],
    [{ $reverseArray: '$tags' }, ['new', 'blue']],
    [{ $isArray: '$tags' }, true],
    [{ $map: { input: '$tags', as: 't', in: { $concat: ['$$t', '!'] } } }, ['blue!', 'new!']],
    [{ $filter: { input: [1, 2, 3], cond: { $gt: ['$$this', 1] } } }, [2, 3]],
    [{ $reduce: { input: [1, 2], initialValue: 10, in: { $add: ['$$value', '$$this'] } } }, 13],
    [{ $let: { vars: { x: '$qty' }, in: { $add: ['$$x', 1] } } }, 3],
    [{ $setDifference: ['$tags', ['new']] }, ['blue']],
    [
      {
        $setEquals: [
          [1, 2],
          [2, 1, 1],
        ],
      },
      true,
    ],
    [{ $setIsSubset: [[1], [1, 2]] }, true],
    [{ $mergeObjects: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 2 }],
    [{ $objectToArray: { a: 1 } }, [{ k: 'a', v: 1 }]],
    [{ $type: '$missing' }, 'missing'],
    [{ $literal: '$item' }, '$item'],
    [{ $toString: '$qty' }, '2'],
    [{ $concat: ['$item', '-', 'x'] }, 'pen-x'],
    [{ $concat: ['$item', '$missing'] }, null],
    [{ $concat: ['$', 'item'].map((text) => ({ $literal: text })) }, '$item'],
    [{ $toUpper: '$item' }, 'PEN'],
    [{ $toLower: 'ÀB' }, 'Àb'],
    [{ $split: ['a-b-c', '-'] }, ['a', 'b', 'c']],
    [{ $substrCP: ['hello', 1, 3] }, 'ell'],
    [{ $strLenCP: 'héllo' }, 5],
    [{ $trim: { input: '  x ' } }, 'x'],
    [{ $ltrim: { input: 'xxab', chars: 'x' } }, 'ab'],
    [{ $rtrim: { input: 'ab  ' } }, 'ab'],
    [{ $replaceAll: { input: 'a.b.c', find: '.', replacement: '-' } }, 'a-b-c'],
    [{ $replaceOne: { input: 'a.b.c', find: '.', replacement: '-' } }, 'a-b.c'],
    [{ $year: '$at' }, 2026],
    [{ $month: '$at' }, 3],
    [{ $dayOfMonth: '$at' }, 4],
    [{ $dayOfWeek: '$at' }, 4],
    [{ $dayOfYear: '$at' }, 63],
    [{ $hour: '$at' }, 5],
    [{ $minute: '$at' }, 6],
    [{ $second: '$at' }, 7],
    [{ $millisecond: '$at' }, 8],
    [{ $year: '$missing' }, null],
    [{ $hour: { date: '$at', timezone: 'Asia/Jakarta' } }, 12],
    [{ $dayOfMonth: { date: new Date('2026-03-04T20:00:00Z'), timezone: '+07:00' } }, 5],
    [{ $dateToString: { date: '$at', format: '%Y-%m-%d' } }, '2026-03-04'],
    [
      {
        $dateToString: {
          date: new Date('2026-03-04T20:00:00Z'),
          format: '%Y-%m-%d %H:%M:%S.%L',
          timezone: 'Asia/Jayapura',
        },
      },
      '2026-03-05 05:00:00.000',
    ],
    [{ $dateToString: { date: null, onNull: 'never' } }, 'never'],
    [{ $dateTrunc: { date: '$at', unit: 'month' } }, new Date('2026-03-01T00:00:00Z')],
    [{ $dateTrunc: { date: '$at', unit: 'hour' } }, new Date('2026-03-04T05:00:00Z')],
    [{ $dateTrunc: { date: '$at', unit: 'day' } }, new Date('2026-03-04T00:00:00Z')],
    [{ $dateTrunc: { date: '$at', unit: 'year' } }, new Date('2026-01-01T00:00:00Z')],
  ])('%j gives %j', async (expression, result) => {
    expect(await computed(expression)).toEqual(result);
  });

  it('keeps longs and decimals exact', async () => {
    const { Decimal128, Long } = mongoose.mongo;
    expect(await computed({ $add: [Decimal128.fromString('0.1'), Decimal128.fromString('0.2')] })).toEqual(
      Decimal128.fromString('0.3'),
    );
    expect(await computed({ $toString: { $add: [Long.fromString('9007199254740993'), 1] } })).toBe('9007199254740994');
    expect(await computed({ $subtract: ['$at', new Date(at.getTime() - 5)] })).toBe(5);
  });

  it('sees set operators as sets, whatever the order', async () => {
    const union = (await computed({
      $setUnion: [
        [2, 1],
        [1, 3],
      ],
    })) as number[];
    expect([...union].sort()).toEqual([1, 2, 3]);
    const common = (await computed({
      $setIntersection: [
        [2, 1, 1],
        [1, 2],
      ],
    })) as number[];
    expect([...common].sort()).toEqual([1, 2]);
  });

  it.each<[number, unknown]>([
    [16702, { $concat: ['x', 1] }],
    [16006, { $year: 'x' }],
    [2, { $divide: [1, 0] }],
    [16610, { $mod: [1, 0] }],
    [14, { $multiply: ['x', 1] }],
    [17124, { $size: '$item' }],
    [17276, { $add: ['$$nobody', 1] }],
    // biome-ignore lint/suspicious/noThenProperty: MongoDB's own word
    [40066, { $switch: { branches: [{ case: false, then: 1 }] } }],
  ])('is refused with code %i: %j', async (code, expression) => {
    expect(await codeOf({ $project: { value: expression } })).toBe(code);
  });
});
