import { describe, expect, it } from '@jest/globals';
import { BSONRegExp } from 'bson';
import { collect, runQuery } from '../plan/query.ts';
import { parseFilter } from '../query/filter.ts';
import { parseSort } from '../query/sort.ts';
import type { Collection } from '../storage/collection.ts';
import { fillIndex } from '../storage/indexBuild.ts';
import type { Store } from '../storage/store.ts';
import { decodeDocument } from '../values/decode.ts';
import type { Document } from '../values/document.ts';
import { encodeDocument } from '../values/encode.ts';
import { addIndex } from './support/indexedCollection.ts';
import { withStore } from './support/store.ts';

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

  it('sorts documents that share an element of an array by their other elements', () =>
    withPages(async (store, collection) => {
      await store.write(() => {
        for (const [i, tags] of [['same'], ['same', 'a'], ['same', 'z']].entries())
          store.records.insert(collection, encodeDocument({ _id: `s${i}`, tags }));
      });
      const ids = (direction: number) =>
        examine(store, collection, { tags: 'same' }, { tags: direction }, 0).found.map(({ _id }) => _id);
      expect(ids(1)).toEqual(['s1', 's0', 's2']);
      expect(ids(-1)).toEqual(['s2', 's0', 's1']);
    }));
});
