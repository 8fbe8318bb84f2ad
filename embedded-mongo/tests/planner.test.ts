import { describe, expect, it } from '@jest/globals';
import { BSONRegExp, Decimal128, Long } from 'bson';
import fc from 'fast-check';
import { choosePlan } from '../plan/planner.ts';
import { collect, runQuery } from '../plan/query.ts';
import { parseFilter } from '../query/filter.ts';
import { compareSortKeys, parseSort, sortKeyOf } from '../query/sort.ts';
import type { Collection } from '../storage/collection.ts';
import { beginIndex, fillIndex } from '../storage/indexBuild.ts';
import { agrees } from '../storage/indexCheck.ts';
import type { Store } from '../storage/store.ts';
import { decodeDocument } from '../values/decode.ts';
import type { Document } from '../values/document.ts';
import { encodeDocument } from '../values/encode.ts';
import { withStore } from './support/store.ts';

const scalar = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom(1.5, Long.fromNumber(2), Decimal128.fromString('1.5'), 'a', 'ab', 'abc', 'b', '', null, true, false),
  fc.integer({ min: 0, max: 3 }).map((day) => new Date(day * 86_400_000)),
);
const number = fc.integer({ min: 0, max: 4 });
const field = fc.oneof(
  { weight: 2, arbitrary: fc.array(number, { minLength: 1, maxLength: 3 }) },
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);
const nested = fc.oneof(
  { weight: 3, arbitrary: fc.record({ x: field }, { requiredKeys: [], noNullPrototype: true }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.record({ x: number, y: number }, { requiredKeys: [], noNullPrototype: true }), {
      maxLength: 3,
    }),
  },
  { weight: 1, arbitrary: scalar },
);
const document: fc.Arbitrary<Document> = fc.record(
  { a: field, b: scalar, c: nested },
  { requiredKeys: [], noNullPrototype: true },
);

const operand = fc.oneof(
  { weight: 2, arbitrary: number },
  { weight: 2, arbitrary: fc.record({ $gte: number, $lt: number }) },
  { weight: 1, arbitrary: fc.record({ $gt: number, $lte: number }) },

  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $lte: scalar }),
  fc.record({ $in: fc.array(scalar, { maxLength: 4 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $elemMatch: fc.record({ $gte: scalar }) }),
  fc.constantFrom({ $regex: '^a' }, { $regex: '^ab?' }, { $regex: '^A', $options: 'i' }, { $type: 'string' }),
  scalar,
);
const path = fc.constantFrom('a', 'b', 'c', 'c.x', 'c.y');
const simpleFilter = fc.dictionary(path, operand, { maxKeys: 3, noNullPrototype: true });
const filter: fc.Arbitrary<Document> = fc.oneof(
  { weight: 3, arbitrary: simpleFilter },
  { weight: 1, arbitrary: fc.record({ $or: fc.array(simpleFilter, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ a: operand, $or: fc.array(simpleFilter, { minLength: 1, maxLength: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      c: fc.record({ $elemMatch: fc.record({ x: operand, y: operand }, { requiredKeys: [], noNullPrototype: true }) }),
    }),
  },
);
const direction = fc.constantFrom(1 as const, -1 as const);
const sort: fc.Arbitrary<Document> = fc.oneof(
  fc.constant({}),
  fc.dictionary(path, direction, { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
);
const index = fc.record({
  key: fc.dictionary(fc.constantFrom('a', 'b', 'c.x', 'c.y'), direction, {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  }),
  kind: fc.constantFrom('plain' as const, 'sparse' as const, 'partial' as const),
});

const addIndex = (
  store: Store,
  collection: Collection,
  key: Document,
  kind: 'plain' | 'sparse' | 'partial',
  name: string,
) =>
  store.write(() =>
    beginIndex(store, collection, {
      key,
      name,
      unique: false,
      sparse: kind === 'sparse',
      ...(kind === 'partial' ? { partial: { b: { $gte: 1 } } } : {}),
    }),
  );

const fill = async (
  store: Store,
  documents: readonly Document[],
  indexes: readonly { key: Document; kind: 'plain' | 'sparse' | 'partial' }[],
  name: string,
) => {
  const collection = await store.write(() => store.requireCollection('test', name));
  const half = Math.floor(documents.length / 2);
  const insert = (some: readonly Document[], from: number) =>
    store.write(() => {
      for (const [i, one] of some.entries()) {
        try {
          store.records.insert(collection, encodeDocument({ _id: from + i, ...one }));
        } catch {
          // Arrays side by side fit no compound index, which MongoDB refuses too.
        }
      }
    });
  await insert(documents.slice(0, half), 0);
  for (const [i, { key, kind }] of indexes.entries()) {
    const added = await addIndex(store, collection, key, kind, `index${i}`);
    await fillIndex(store, collection, added).catch(() => undefined);
  }
  await insert(documents.slice(half), half);
  return collection;
};

const idsOf = (store: Store, collection: Collection, query: Parameters<typeof runQuery>[2]) =>
  collect(runQuery(store, collection, query)).map(({ bytes }) => decodeDocument(bytes));

describe('a query that uses indexes', () => {
  it('finds what a scan of all documents finds, in the order of the sort', () =>
    withStore(async (store) => {
      let run = 0;
      let indexed = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(document, { maxLength: 25 }),
          fc.array(index, { minLength: 1, maxLength: 3 }),
          fc.array(fc.tuple(filter, sort), { minLength: 4, maxLength: 8 }),
          async (documents, indexes, queries) => {
            run += 1;
            const collection = await fill(store, documents, indexes, `c${run}`);
            const plain = await store.write(() => store.requireCollection('plain', `c${run}`));
            await store.write(() => {
              for (const { bytes } of collect(
                runQuery(store, collection, { filter: parseFilter({}), sort: [], skip: 0, limit: 0 }),
              )) {
                store.records.insert(plain, bytes);
              }
            });
            for (const [generated, order] of queries) {
              // As a client's filter arrives: read from BSON.
              const source = decodeDocument(encodeDocument(generated));
              const query = { filter: parseFilter(source), sort: parseSort(order), skip: 0, limit: 0 };
              const found = idsOf(store, collection, query);
              const scanned = idsOf(store, plain, { ...query, sort: [] });
              const ids = (list: Document[]) => list.map(({ _id }) => Number(_id)).sort((a, b) => a - b);
              expect({ source, indexes, ids: ids(found) }).toEqual({ source, indexes, ids: ids(scanned) });
              const keys = found.map((one) => sortKeyOf(one, query.sort));
              for (let i = 1; i < keys.length; i += 1) {
                expect(compareSortKeys(keys[i - 1] ?? [], keys[i] ?? [], query.sort)).toBeLessThanOrEqual(0);
              }
              if (choosePlan(collection, query.filter, query.sort).kind !== 'collection') indexed += 1;
            }
          },
        ),
        { numRuns: 250 },
      );
      expect(indexed).toBeGreaterThan(300);
    }));

  it('keeps every index in step with random inserts, updates and deletes', () =>
    withStore(async (store) => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(document, { minLength: 2, maxLength: 12 }),
          fc.array(index, { minLength: 1, maxLength: 3 }),
          fc.array(fc.tuple(fc.nat(11), fc.option(document)), { maxLength: 15 }),
          async (documents, indexes, changes) => {
            run += 1;
            const collection = await fill(store, documents, indexes, `k${run}`);
            for (const [which, replacement] of changes) {
              const all = collect(
                runQuery(store, collection, { filter: parseFilter({}), sort: [], skip: 0, limit: 0 }),
              );
              const target = all[which % Math.max(1, all.length)];
              if (!target) continue;
              await store.write(() => {
                if (!replacement) return store.records.remove(collection, target.record, target.bytes);
                const { _id } = decodeDocument(target.bytes);
                try {
                  store.records.replace(
                    collection,
                    target.record,
                    target.bytes,
                    encodeDocument({ _id, ...replacement }),
                  );
                } catch {
                  // As above: arrays side by side.
                }
                return undefined;
              });
            }
            for (const one of collection.indexes) expect(agrees(store.files, collection, one)).toBe(true);
          },
        ),
        { numRuns: 100 },
      );
    }));
});

describe('an index on two fields of the documents in an array', () => {
  it('finds a document whose fields are met by different elements', () =>
    withStore(async (store) => {
      const collection = await fill(
        store,
        [
          {
            c: [
              { x: 1, y: 2 },
              { x: 3, y: 4 },
            ],
          },
        ],
        [{ key: { 'c.x': 1, 'c.y': 1 }, kind: 'plain' }],
        'elements',
      );
      const find = (source: Document) =>
        idsOf(store, collection, { filter: parseFilter(source), sort: [], skip: 0, limit: 0 });
      expect(find({ 'c.x': 1, 'c.y': 4 })).toHaveLength(1);
      expect(find({ c: { $elemMatch: { x: 1, y: 4 } } })).toHaveLength(0);
      expect(find({ c: { $elemMatch: { x: 1, y: 2 } } })).toHaveLength(1);
    }));
});

describe('the planner', () => {
  const withPages = <T>(use: (store: Store, collection: Collection) => Promise<T>) =>
    withStore(async (store) => {
      const collection = await store.write(() => store.requireCollection('test', 'pages'));
      await store.write(() => {
        for (let i = 0; i < 2000; i += 1) {
          store.records.insert(
            collection,
            encodeDocument({
              _id: `id${String(i).padStart(4, '0')}`,
              at: new Date(i * 1000),
              status: ['a', 'b', 'c'][i % 3],
              n: i % 10,
              tags: [`t${i % 5}`],
            }),
          );
        }
      });
      for (const [i, key] of [{ at: -1, _id: -1 }, { status: 1, at: -1 }, { tags: 1 }].entries()) {
        await fillIndex(store, collection, await addIndex(store, collection, key, 'plain', `i${i}`));
      }
      return use(store, collection);
    });

  const examine = (store: Store, collection: Collection, source: Document, order: Document, limit: number) => {
    const running = runQuery(store, collection, {
      filter: parseFilter(source),
      sort: parseSort(order),
      skip: 0,
      limit,
    });
    const found = collect(running).map(({ bytes }) => decodeDocument(bytes));
    return { found, plan: running.plan, examined: running.examined };
  };

  it('reads a page after a cursor as one bounded range', () =>
    withPages(async (store, collection) => {
      const at = new Date(1_000_000);
      const { found, plan, examined } = examine(
        store,
        collection,
        { at: { $lte: at }, $or: [{ at: { $lt: at } }, { _id: { $lt: 'id1000' } }] },
        { at: -1, _id: -1 },
        20,
      );
      expect(plan).toMatchObject({ kind: 'index', sorted: true });
      expect(found.map(({ _id }) => _id)).toEqual(Array.from({ length: 20 }, (_, i) => `id0${999 - i}`));
      expect(examined.documents).toBeLessThanOrEqual(21);
    }));

  it('merges the ranges of an $in in the order of the sort', () =>
    withPages(async (store, collection) => {
      const { found, examined } = examine(store, collection, { status: { $in: ['a', 'b'] } }, { at: -1 }, 10);
      const expected = Array.from({ length: 2000 }, (_, i) => 1999 - i)
        .filter((i) => i % 3 !== 2)
        .slice(0, 10);
      expect(found.map(({ _id }) => _id)).toEqual(expected.map((i) => `id${i}`));
      expect(found.every(({ status }) => status !== 'c')).toBe(true);
      expect(examined.documents).toBe(10);
    }));

  it('merges ranges of different lengths, given twice', () =>
    withPages(async (store, collection) => {
      await store.write(() => {
        for (const [i, status] of ['longer', 'b', 'longer'].entries()) {
          store.records.insert(collection, encodeDocument({ _id: `x${i}`, at: new Date(1_999_500 + i), status }));
        }
      });
      const statuses = { status: { $in: ['b', 'b', 'longer', 'a'] } };
      const { found, plan } = examine(store, collection, statuses, { at: -1 }, 5);
      expect(plan).toMatchObject({ kind: 'index', sorted: true });
      expect(found.map(({ _id }) => _id)).toEqual(['x2', 'x1', 'x0', 'id1999', 'id1998']);
    }));

  it('finds a pattern stored as a value beside the texts it matches', () =>
    withPages(async (store, collection) => {
      await store.write(() =>
        store.records.insert(collection, encodeDocument({ _id: 'p', status: new BSONRegExp('^a') })),
      );
      const { found, plan } = examine(store, collection, { status: new BSONRegExp('^a'), n: { $ne: 0 } }, {}, 0);
      expect(plan.kind).toBe('index');
      expect(found.some(({ _id }) => _id === 'p')).toBe(true);
      expect(found.length).toBeGreaterThan(500);
    }));

  it('uses an index for every branch of an $or', () =>
    withPages(async (store, collection) => {
      const { found, plan, examined } = examine(
        store,
        collection,
        { $or: [{ _id: 'id0007' }, { tags: 't1', n: 6 }, { at: { $gte: new Date(1_999_000) } }] },
        {},
        0,
      );
      expect(plan.kind).toBe('union');
      expect(found).toHaveLength(202);
      expect(examined.documents).toBe(402);
    }));

  it('looks up a point of a unique index with one read', () =>
    withPages(async (store, collection) => {
      const { examined } = examine(store, collection, { _id: { $in: ['id0001', 'id0002', 'none'] } }, {}, 0);
      expect(examined).toEqual({ keys: 3, documents: 2 });
    }));

  it('does not sort by an index on an array', () =>
    withPages(async (store, collection) => {
      const { plan, found } = examine(store, collection, {}, { tags: 1, _id: 1 }, 3);
      expect(plan).toEqual({ kind: 'collection' });
      expect(found.map(({ _id }) => _id)).toEqual(['id0000', 'id0005', 'id0010']);
    }));
});
