import { choosePlan } from '../plan/planner.ts';
import { collect, pause, type Query, runQuery } from '../plan/query.ts';
import type { Found } from '../plan/scan.ts';
import type { Collection } from '../storage/collection.ts';
import type { Store } from '../storage/store.ts';
import { decodeDocument } from '../values/decode.ts';
import { nextTurn } from './cursors.ts';

const longestSlice = 12;
const piece = 100;

/** Whether finding the documents of a write may take long enough to keep others waiting. */
export const takesLong = (collection: Collection, query: Query, multi: boolean): boolean =>
  collection.count > 500 &&
  (multi || choosePlan(collection, query.filter, query.sort, query.hint).kind === 'collection');

/** The records a query finds, read outside any transaction with pauses for others. */
const findRecords = async (store: Store, collection: Collection, query: Query): Promise<number[]> => {
  const records: number[] = [];
  let sliceStart = performance.now();
  for (const one of runQuery(store, collection, query).results) {
    if (one !== pause) {
      records.push(one.record);
    } else if (performance.now() - sliceStart > longestSlice) {
      await nextTurn();
      sliceStart = performance.now();
    }
  }
  return records;
};

/**
 * Looks for the one document a write is about, outside any transaction.
 * @returns finds it inside one: at once, unless another client was faster
 */
export const findOneSlowly = async (
  store: Store,
  collection: Collection,
  query: Query,
): Promise<() => Found | undefined> => {
  const changesBefore = collection.changes;
  const [record] = await findRecords(store, collection, { ...query, limit: 1 });
  return () => {
    const bytes = record === undefined ? undefined : store.records.read(collection, record);
    if (record !== undefined && bytes && query.filter.test(decodeDocument(bytes))) return { record, bytes };
    if (record === undefined && collection.changes === changesBefore) return undefined;
    return collect(runQuery(store, collection, query))[0];
  };
};

/**
 * Finds documents without holding a transaction, then changes them in small ones, testing each again: what another
 * client has changed in between so that it no longer matches is left alone, as MongoDB does.
 * @returns how many documents were passed to `change`
 */
export const changeSlowly = async (
  store: Store,
  collection: Collection,
  query: Query,
  change: (found: Found) => void,
): Promise<number> => {
  const records = await findRecords(store, collection, query);
  let changed = 0;
  for (let start = 0; start < records.length; start += piece) {
    await store.write(() => {
      if (store.findCollection(collection.database, collection.name) !== collection) return;
      for (const record of records.slice(start, start + piece)) {
        const bytes = store.records.read(collection, record);
        if (!bytes || !query.filter.test(decodeDocument(bytes))) continue;
        change({ record, bytes });
        changed += 1;
      }
    });
  }
  return changed;
};
