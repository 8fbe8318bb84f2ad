import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { choosePlan } from '../plan/planner.ts';
import { collect, runQuery } from '../plan/query.ts';
import { parseFilter } from '../query/filter.ts';
import { compareSortKeys, parseSort, sortKeyOf } from '../query/sort.ts';
import { agrees } from '../storage/indexCheck.ts';
import { decodeDocument } from '../values/decode.ts';
import type { Document } from '../values/document.ts';
import { encodeDocument } from '../values/encode.ts';
import { documentsOf, fill } from './support/indexedCollection.ts';
import { document, filter, index, sort } from './support/randomQueries.ts';
import { withStore } from './support/store.ts';

const query = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(filter, sort) },
  // Documents with the same value in a list, in the order of their other values.
  { weight: 1, arbitrary: fc.tuple(fc.record({ a: fc.nat(4) }), fc.constantFrom({ a: 1 }, { a: -1 }, { a: 1, b: 1 })) },
);

const canBeSorted = (one: Document, order: Document): boolean => {
  try {
    sortKeyOf(one, parseSort(order));
    return true;
  } catch {
    return false;
  }
};

describe('a query that uses indexes', () => {
  it('finds what a scan of all documents finds, in the order of the sort', () =>
    withStore(async (store) => {
      let run = 0;
      let indexed = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(document, { maxLength: 25 }),
          fc.array(index, { minLength: 1, maxLength: 3 }),
          fc.array(query, { minLength: 4, maxLength: 8 }),
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
              const scanned = documentsOf(store, plain, { ...query, sort: [] });
              if (scanned.some((one) => !canBeSorted(one, order))) {
                expect(() => documentsOf(store, collection, query)).toThrow('parallel arrays');
                continue;
              }
              const found = documentsOf(store, collection, query);
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
        documentsOf(store, collection, { filter: parseFilter(source), sort: [], skip: 0, limit: 0 });
      expect(find({ 'c.x': 1, 'c.y': 4 })).toHaveLength(1);
      expect(find({ c: { $elemMatch: { x: 1, y: 4 } } })).toHaveLength(0);
      expect(find({ c: { $elemMatch: { x: 1, y: 2 } } })).toHaveLength(1);
    }));
});
