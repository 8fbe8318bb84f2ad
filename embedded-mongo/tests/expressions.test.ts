/** Results written by hand from MongoDB's manual. With MONGODB_URI they are checked against a real one. */
import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { databaseWithSales, soldAt } from './support/sales.ts';

const { computed, codeOf } = databaseWithSales();

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
    expect(await computed({ $subtract: ['$at', new Date(soldAt.getTime() - 5)] })).toBe(5);
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
