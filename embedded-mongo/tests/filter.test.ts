import { describe, expect, it } from '@jest/globals';
import { BSONRegExp, Decimal128, Double, Long, MaxKey, MinKey, ObjectId } from 'bson';
import { MongoError } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { parseProjection } from '../query/projection.ts';
import { compareSortKeys, parseSort, sortKeyOf } from '../query/sort.ts';
import type { Document } from '../values/document.ts';

const matches = (filter: Document, document: Document) => parseFilter(filter).test(document);

const codeOf = (work: () => unknown): number | undefined => {
  try {
    work();
  } catch (error) {
    return error instanceof MongoError ? error.code : undefined;
  }
  return undefined;
};

describe('a filter', () => {
  it.each<[string, Document, Document]>([
    ['equal numbers of other types', { a: 1 }, { a: Long.fromNumber(1) }],
    ['equal decimals', { a: Decimal128.fromString('1.0') }, { a: new Double(1) }],
    ['null in a missing field', { a: null }, {}],
    ['null in null', { a: null }, { a: null }],
    ['null behind a scalar', { 'a.b': null }, { a: 4 }],
    ['an element of an array', { a: 2 }, { a: [1, 2] }],
    ['a whole array', { a: [1, 2] }, { a: [1, 2] }],
    ['an array inside an array', { a: [1] }, { a: [[1], 2] }],
    ['a document with its fields in order', { a: { x: 1, y: 2 } }, { a: { x: 1, y: 2 } }],
    ['a field of documents in an array', { 'a.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }],
    ['an element by position', { 'a.1': 2 }, { a: [1, 2] }],
    ['a field of an element by position', { 'a.0.b': 1 }, { a: [{ b: 1 }] }],
    ['a range met by different elements', { a: { $gt: 3, $lt: 2 } }, { a: [1, 4] }],
    ['$gte null in a missing field', { a: { $gte: null } }, {}],
    ['anything above MinKey', { a: { $gt: new MinKey() } }, { a: 'x' }],
    ['anything below MaxKey', { a: { $lt: new MaxKey() } }, { a: 1 }],
    ['$ne in no element', { a: { $ne: 3 } }, { a: [1, 2] }],
    ['$in with a pattern', { a: { $in: [new BSONRegExp('^x'), 1] } }, { a: 'xy' }],
    ['$in with null', { a: { $in: [null] } }, {}],
    ['$nin', { a: { $nin: [1, 2] } }, { a: 3 }],
    ['$exists', { a: { $exists: true } }, { a: null }],
    ['$exists: false', { a: { $exists: false } }, { b: 1 }],
    ['$type by name', { a: { $type: 'objectId' } }, { a: new ObjectId() }],
    ['$type number', { a: { $type: 'number' } }, { a: Long.fromNumber(1) }],
    ['$type of an element', { a: { $type: 'string' } }, { a: [1, 'x'] }],
    ['$type array', { a: { $type: 'array' } }, { a: [1] }],
    ['$size', { a: { $size: 2 } }, { a: [1, 2] }],
    ['$all', { a: { $all: [1, 2] } }, { a: [2, 3, 1] }],
    ['$elemMatch of values', { a: { $elemMatch: { $gt: 1, $lt: 3 } } }, { a: [1, 2, 3] }],
    ['$elemMatch of documents', { a: { $elemMatch: { b: 1, c: 2 } } }, { a: [{ b: 1 }, { b: 1, c: 2 }] }],
    ['$mod', { a: { $mod: [4, 1] } }, { a: 9 }],
    ['$regex with options', { a: { $regex: 'AB', $options: 'i' } }, { a: 'xab' }],
    ['$not', { a: { $not: { $gt: 5 } } }, { a: 3 }],
    ['$not of a missing field', { a: { $not: { $gt: 5 } } }, {}],
    ['$or', { $or: [{ a: 1 }, { b: 2 }] }, { b: 2 }],
    ['$nor', { $nor: [{ a: 1 }, { b: 2 }] }, { b: 3 }],
    ['$expr', { $expr: { $gt: ['$spent', '$budget'] } }, { spent: 2, budget: 1 }],
    ['a field called constructor', { constructor: 'x' }, { constructor: 'x' }],
  ])('finds %s', (_name, filter, document) => {
    expect(matches(filter, document)).toBe(true);
  });

  it.each<[string, Document, Document]>([
    ['null in an empty array', { a: null }, { a: [] }],
    ['null behind scalars in an array', { 'a.b': null }, { a: [1, 2] }],
    ['a document with its fields in another order', { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }],
    ['a part of a document', { a: { x: 1 } }, { a: { x: 1, y: 2 } }],
    ['other types in a range', { a: { $gt: 5 } }, { a: 'x' }],
    ['other types in a range of dates', { a: { $lt: new Date(5) } }, { a: 1 }],
    ['NaN in a range', { a: { $lt: 5 } }, { a: Number.NaN }],
    ['$ne in one element', { a: { $ne: 2 } }, { a: [1, 2] }],
    ['$size of a scalar', { a: { $size: 1 } }, { a: 1 }],
    ['an empty $all', { a: { $all: [] } }, { a: [] }],
    ['$elemMatch by different elements', { a: { $elemMatch: { b: 1, c: 2 } } }, { a: [{ b: 1 }, { c: 2 }] }],
    ['$elemMatch of a scalar', { a: { $elemMatch: { $gt: 1 } } }, { a: 5 }],
    ['an inherited field', { toString: { $exists: true } }, {}],
    ['$gt null', { a: { $gt: null } }, { a: null }],
  ])('does not find %s', (_name, filter, document) => {
    expect(matches(filter, document)).toBe(false);
  });

  it.each<[number, string, Document]>([
    [2, 'an unknown operator', { a: { $like: 'x' } }],
    [2, 'an unknown operator at the top', { $xor: [] }],
    [2, 'an empty $or', { $or: [] }],
    [2, '$in without an array', { a: { $in: 1 } }],
    [2, '$all without an array', { a: { $all: 1 } }],
    [2, '$size of a text', { a: { $size: 'x' } }],
    [2, '$mod by zero', { a: { $mod: [0, 1] } }],
    [2, '$not of a value', { a: { $not: 5 } }],
    [2, '$options alone', { a: { $options: 'i' } }],
    [2, 'an unknown type', { a: { $type: 'text' } }],
    [51091, 'a broken pattern', { a: { $regex: '(' } }],
    [51108, 'an unknown option', { a: { $regex: 'a', $options: 'g' } }],
  ])('is refused with code %i for %s', (code, _name, filter) => {
    expect(codeOf(() => parseFilter(filter))).toBe(code);
  });
});

describe('a projection', () => {
  const document = { _id: 1, a: { x: 1, y: 2 }, b: [{ n: 1, m: 1 }, { n: 2 }, 3], c: 3 };

  it.each<[Document, Document]>([
    [{ c: 1 }, { _id: 1, c: 3 }],
    [{ c: true, _id: 0 }, { c: 3 }],
    [
      { a: 0, b: 0 },
      { _id: 1, c: 3 },
    ],
    [{ _id: 0 }, { a: document.a, b: document.b, c: 3 }],
    [{ _id: 1 }, { _id: 1 }],
    [{ 'a.x': 1 }, { _id: 1, a: { x: 1 } }],
    [{ a: { x: 1 } }, { _id: 1, a: { x: 1 } }],
    [
      { 'a.x': 0, b: 0 },
      { _id: 1, a: { y: 2 }, c: 3 },
    ],
    [{ 'b.n': 1 }, { _id: 1, b: [{ n: 1 }, { n: 2 }] }],
    [{ b: { $slice: 1 } }, { ...document, b: [{ n: 1, m: 1 }] }],
    [{ b: { $slice: [1, 1] } }, { ...document, b: [{ n: 2 }] }],
    [{ b: { $elemMatch: { n: 2 } } }, { _id: 1, b: [{ n: 2 }] }],
    [
      { c: 1, sum: { $add: ['$c', 1] } },
      { _id: 1, c: 3, sum: 4 },
    ],
    [{ missing: 1 }, { _id: 1 }],
  ])('%j shows what it names', (source, result) => {
    expect(parseProjection(source)?.(document)).toEqual(result);
  });

  it.each<[number, Document]>([
    [31254, { a: 1, b: 0 }],
    [31250, { 'a.x': 1, a: 1 }],
    [31249, { a: 1, 'a.x': 1 }],
    [2, { 'a.$': 1 }],
    [16410, { $a: 1 }],
  ])('is refused with code %i: %j', (code, source) => {
    expect(codeOf(() => parseProjection(source))).toBe(code);
  });
});

describe('a sort', () => {
  it('orders by type, then by value, arrays by their least or greatest element', () => {
    const values: unknown[] = [true, 'b', 3, null, undefined, [5, 2], [], { x: 1 }, new Date(1), 'a', new MinKey()];
    const order = (direction: 1 | -1) => {
      const fields = parseSort({ a: direction });
      return values
        .map((a) => (a === undefined ? {} : { a }))
        .sort((x, y) => compareSortKeys(sortKeyOf(x, fields), sortKeyOf(y, fields), fields))
        .map((one) => (one as Document)['a']);
    };
    expect(order(1)).toEqual([new MinKey(), [], null, undefined, [5, 2], 3, 'a', 'b', { x: 1 }, true, new Date(1)]);
    expect(order(-1)).toEqual([new Date(1), true, { x: 1 }, 'b', 'a', [5, 2], 3, null, undefined, [], new MinKey()]);
  });

  it.each([
    [15975, { a: 2 }],
    [16410, { $a: 1 }],
    [115, { a: { $meta: 'textScore' } }],
  ])('is refused with code %i: %j', (code, source) => {
    expect(codeOf(() => parseSort(source))).toBe(code);
  });
});
