import { describe, expect, it } from '@jest/globals';
import { Decimal128, Double, Long } from 'bson';
import { MongoError } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { parseArrayFilters } from '../update/positions.ts';
import { applyUpdate, parseUpdate } from '../update/update.ts';
import { documentToInsert } from '../update/upsert.ts';
import { decodeDocument } from '../values/decode.ts';
import type { Document } from '../values/document.ts';
import { encodeDocument } from '../values/encode.ts';

type Options = { readonly filter?: Document; readonly arrayFilters?: Document[] };

/** Updates a document the way the server does: everything comes from BSON. */
const updated = (document: Document, update: Document, { filter = {}, arrayFilters = [] }: Options = {}): Document => {
  const read = (source: Document) => decodeDocument(encodeDocument(source));
  const parsed = parseUpdate(read(update), parseArrayFilters(arrayFilters.map(read)));
  return applyUpdate(parsed, read(document), parseFilter(read(filter)), false);
};

const codeOf = (work: () => unknown): number | undefined => {
  try {
    work();
  } catch (error) {
    return error instanceof MongoError ? error.code : undefined;
  }
  return undefined;
};

describe('an update', () => {
  it.each<[string, Document, Document, Document]>([
    ['$set a field', { a: 1 }, { $set: { a: 2 } }, { a: 2 }],
    ['$set a new nested field', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['$set an element', { a: [1, 2] }, { $set: { 'a.1': 3 } }, { a: [1, 3] }],
    ['$set beyond the end of an array', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    ['$unset a field', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    ['$unset an element', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$unset through a scalar', { a: 1 }, { $unset: { 'a.b': '' } }, { a: 1 }],
    ['$inc a field', { a: 1 }, { $inc: { a: 2 } }, { a: 3 }],
    ['$inc a missing field', {}, { $inc: { 'a.b': -2 } }, { a: { b: -2 } }],
    ['$inc past 32 bits', { a: 2147483647 }, { $inc: { a: 1 } }, { a: Long.fromNumber(2147483648) }],
    [
      '$inc a long',
      { a: Long.fromString('9007199254740993') },
      { $inc: { a: 1 } },
      { a: Long.fromString('9007199254740994') },
    ],
    ['$inc a double by an int', { a: new Double(1) }, { $inc: { a: 1 } }, { a: new Double(2) }],
    [
      '$inc a decimal',
      { a: Decimal128.fromString('0.1') },
      { $inc: { a: Decimal128.fromString('0.2') } },
      { a: Decimal128.fromString('0.3') },
    ],
    ['$mul a field', { a: 3 }, { $mul: { a: 2 } }, { a: 6 }],
    ['$mul a missing field', {}, { $mul: { a: 2 } }, { a: 0 }],
    ['$min to less', { a: 5 }, { $min: { a: 3 } }, { a: 3 }],
    ['$min to more', { a: 5 }, { $min: { a: 7 } }, { a: 5 }],
    ['$max across types', { a: 5 }, { $max: { a: 'x' } }, { a: 'x' }],
    ['$max of a missing field', {}, { $max: { a: 1 } }, { a: 1 }],
    ['$rename a field', { a: 1, b: 2 }, { $rename: { a: 'c.d' } }, { b: 2, c: { d: 1 } }],
    ['$rename over another', { a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
    ['$rename a missing field', { b: 2 }, { $rename: { a: 'c' } }, { b: 2 }],
    ['$push', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    ['$push to a missing field', {}, { $push: { a: 2 } }, { a: [2] }],
    ['$push an array as one element', { a: [] }, { $push: { a: [1, 2] } }, { a: [[1, 2]] }],
    [
      '$push $each at a position',
      { a: [1, 4] },
      { $push: { a: { $each: [2, 3], $position: 1 } } },
      { a: [1, 2, 3, 4] },
    ],
    ['$push $each from the end', { a: [1, 4] }, { $push: { a: { $each: [3], $position: -1 } } }, { a: [1, 3, 4] }],
    ['$push and keep the last', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    [
      '$push and sort',
      { a: [{ n: 3 }] },
      { $push: { a: { $each: [{ n: 1 }, { n: 2 }], $sort: { n: -1 } } } },
      { a: [{ n: 3 }, { n: 2 }, { n: 1 }] },
    ],
    [
      '$push and sort by a field that holds arrays',
      { a: [{ n: [1, 9] }] },
      { $push: { a: { $each: [{ n: [2, 0] }], $sort: { n: 1 } } } },
      { a: [{ n: [1, 9] }, { n: [2, 0] }] },
    ],
    ['$push, sort and slice', { a: [5, 3] }, { $push: { a: { $each: [4], $sort: 1, $slice: 2 } } }, { a: [3, 4] }],
    ['$addToSet something new', { a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
    ['$addToSet something there', { a: [1] }, { $addToSet: { a: new Double(1) } }, { a: [1] }],
    ['$addToSet $each', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    [
      '$addToSet a document, by order of fields',
      { a: [{ x: 1, y: 2 }] },
      { $addToSet: { a: { y: 2, x: 1 } } },
      {
        a: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
    ],
    ['$pop the last', { a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
    ['$pop the first', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
    ['$pop of a missing field', {}, { $pop: { a: 1 } }, {}],
    ['$pull a value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    ['$pull documents', { a: [{ n: 1, x: 0 }, { n: 2 }] }, { $pull: { a: { n: 1 } } }, { a: [{ n: 2 }] }],
    ['$pullAll', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    ['$bit', { a: 13 }, { $bit: { a: { and: 10, or: 1 } } }, { a: 9 }],
    ['$setOnInsert on an update', { a: 1 }, { $setOnInsert: { a: 2 } }, { a: 1 }],
    ['a replacement', { _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
    ['several operators in the order of names', {}, { $set: { b: 1 }, $inc: { a: 1 } }, { a: 1, b: 1 }],
  ])('does %s', (_name, before, update, after) => {
    expect(encodeDocument(updated(before, update)).equals(encodeDocument(after))).toBe(true);
  });

  it.each<[number, string, Document, Document]>([
    [9, 'an operator that does not exist', {}, { $increase: { a: 1 } }],
    [9, 'operators on something else than fields', {}, { $set: 5 }],
    [9, '$pop by something else than 1 or -1', { a: [] }, { $pop: { a: 2 } }],
    [52, 'a replacement with an operator', {}, { a: 1, $set: { b: 1 } }],
    [40, 'two changes of one field', {}, { $set: { a: 1 }, $inc: { a: 1 } }],
    [40, 'changes of a field and of its part', {}, { $set: { a: 1, 'a.b': 2 } }],
    [56, 'an empty path', {}, { $set: { '': 1 } }],
    [56, 'an empty part of a path', {}, { $set: { 'a..b': 1 } }],
    [66, 'a change of _id', { _id: 1 }, { $set: { _id: 2 } }],
    [66, 'a replacement with another _id', { _id: 1 }, { _id: 2 }],
    [14, '$inc of a text', { a: 'x' }, { $inc: { a: 1 } }],
    [14, '$inc by a text', { a: 1 }, { $inc: { a: 'x' } }],
    [14, '$pop of a scalar', { a: 1 }, { $pop: { a: 1 } }],
    [14, '$addToSet with an $each that is no array', { a: [] }, { $addToSet: { a: { $each: 1 } } }],
    [2, '$inc past 64 bits', { a: Long.MAX_VALUE }, { $inc: { a: 1 } }],
    [2, '$push to a scalar', { a: 1 }, { $push: { a: 1 } }],
    [2, '$push with an unknown clause', { a: [] }, { $push: { a: { $each: [], $first: 1 } } }],
    [2, '$pull from a scalar', { a: 1 }, { $pull: { a: 1 } }],
    [2, '$pullAll with a scalar', { a: [] }, { $pullAll: { a: 1 } }],
    [2, '$rename to itself', { a: 1 }, { $rename: { a: 'a' } }],
    [2, '$bit of a double', { a: 1.5 }, { $bit: { a: { and: 1 } } }],
    [2, 'an element far beyond the end', { a: [] }, { $set: { 'a.2000000': 1 } }],
    [28, 'a field inside a scalar', { a: 1 }, { $set: { 'a.b': 1 } }],
    [28, 'a named field of an array', { a: [1] }, { $set: { 'a.b': 1 } }],
  ])('refuses with code %i %s', (code, _name, before, update) => {
    expect(codeOf(() => updated(before, update))).toBe(code);
  });

  it('refuses a pipeline by name', () => {
    expect(() => parseUpdate([{ $set: { a: 1 } }], new Map())).toThrow(/pipeline/);
  });
});

describe('a position in an array', () => {
  const basket = {
    items: [
      { sku: 'a', qty: 1 },
      { sku: 'b', qty: 2 },
      { sku: 'a', qty: 3 },
    ],
  };

  it('$ is the element the query matched', () => {
    expect(updated(basket, { $set: { 'items.$.qty': 9 } }, { filter: { 'items.sku': 'b' } })['items']).toEqual([
      { sku: 'a', qty: 1 },
      { sku: 'b', qty: 9 },
      { sku: 'a', qty: 3 },
    ]);
  });

  it('$ is the element all conditions of an $elemMatch meet', () => {
    const filter = { items: { $elemMatch: { sku: 'a', qty: { $gt: 2 } } } };
    expect(updated(basket, { $inc: { 'items.$.qty': 1 } }, { filter })['items']).toMatchObject([
      { qty: 1 },
      { qty: 2 },
      { qty: 4 },
    ]);
  });

  it('$[] is every element', () => {
    expect(updated({ a: [1, 2] }, { $inc: { 'a.$[]': 10 } })).toEqual({ a: [11, 12] });
  });

  it('$[name] is every element its filter matches', () => {
    const options = { arrayFilters: [{ 'cheap.qty': { $lt: 3 } }] };
    expect(updated(basket, { $set: { 'items.$[cheap].flag': true } }, options)['items']).toEqual([
      { sku: 'a', qty: 1, flag: true },
      { sku: 'b', qty: 2, flag: true },
      { sku: 'a', qty: 3 },
    ]);
  });

  it.each<[number, string, Document, Options]>([
    [2, '$ without a match in the query', { $set: { 'items.$.qty': 1 } }, {}],
    [2, '$[name] without a filter', { $set: { 'items.$[x].qty': 1 } }, {}],
    [9, 'a filter that is not used', { $set: { a: 1 } }, { arrayFilters: [{ x: 1 }] }],
    [9, 'two filters of one name', { $set: { 'items.$[x].qty': 1 } }, { arrayFilters: [{ x: 1 }, { 'x.y': 1 }] }],
    [2, '$[] of a missing array', { $set: { 'none.$[]': 1 } }, {}],
  ])('is refused with code %i: %s', (code, _name, update, options) => {
    expect(codeOf(() => updated(basket, update, options))).toBe(code);
  });
});

describe('an upsert', () => {
  const inserted = (filter: Document, update: Document) =>
    documentToInsert(parseUpdate(update, new Map()), parseFilter(filter));

  it('begins with the equalities of the filter', () => {
    expect(inserted({ _id: 1, 'a.b': 2, c: { $gt: 3 }, $and: [{ d: { $eq: 4 } }] }, { $set: { e: 5 } })).toEqual({
      _id: 1,
      a: { b: 2 },
      d: 4,
      e: 5,
    });
  });

  it('takes $all, and $in of one value, for equalities', () => {
    expect(inserted({ _id: 1, a: { $all: [2] }, b: { $in: [3] }, c: { $in: [4, 5] } }, { $set: { e: 5 } })).toEqual({
      _id: 1,
      a: 2,
      b: 3,
      e: 5,
    });
    expect(codeOf(() => inserted({ a: { $all: [1, 2] } }, { $set: { b: 1 } }))).toBe(54);
  });

  it('makes an _id where nobody gives one', () => {
    expect(Object.keys(inserted({ a: 1 }, { $setOnInsert: { b: 2 } }))).toEqual(['_id', 'a', 'b']);
  });

  it('takes only the _id of the filter into a replacement', () => {
    expect(inserted({ _id: 7, a: 1 }, { b: 2 })).toEqual({ _id: 7, b: 2 });
  });

  it('is refused when the filter gives one field twice', () => {
    expect(codeOf(() => inserted({ a: 1, $and: [{ a: 2 }] }, { $set: { b: 1 } }))).toBe(54);
  });
});
