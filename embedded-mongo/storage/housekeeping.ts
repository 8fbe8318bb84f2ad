import { collect, runQuery } from '../plan/query.ts';
import { parseFilter } from '../query/filter.ts';
import type { Document } from '../values/document.ts';
import type { Collection } from './collection.ts';
import type { Index } from './indexDefinition.ts';
import type { Store } from './store.ts';

const piece = 500;

/**
 * Removes the documents whose time has come by a TTL index, a piece at a time.
 * @returns how many were removed
 */
export const removeExpiredDocuments = async (store: Store, now: number): Promise<number> => {
  let removed = 0;
  for (const collection of [...store.catalogue.all()]) {
    for (const index of collection.indexes) {
      if (index.definition.expireAfterSeconds === undefined) continue;
      for (let last = piece; last === piece; removed += last) {
        last = await store.write(() => removePiece(store, collection, index, now));
      }
    }
  }
  return removed;
};

const removePiece = (store: Store, collection: Collection, index: Index, now: number): number => {
  const [field] = index.fields;
  // Other commands ran since the collection was listed.
  if (!field || store.catalogue.find(collection.database, collection.name) !== collection) return 0;
  if (!collection.indexes.includes(index)) return 0;
  const limit = now - (index.definition.expireAfterSeconds ?? 0) * 1000;
  const due: Document = { [field.path]: { $lte: new Date(limit) } };
  const filter = parseFilter(index.definition.partial ? { $and: [index.definition.partial, due] } : due);
  const found = collect(runQuery(store, collection, { filter, sort: [], skip: 0, limit: piece, hint: index }));
  for (const { record, bytes } of found) store.records.remove(collection, record, bytes);
  return found.length;
};
