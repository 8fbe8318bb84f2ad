import { MongoError } from '../errors.ts';
import type { Collection } from './collection.ts';
import { firstKeyOf, recordOfKey } from './files.ts';
import { type Index, type IndexDefinition, openIndex } from './indexDefinition.ts';
import type { Store } from './store.ts';

const piece = 500;

/** Adds an index that no query uses before `fillIndex` has run. Must run inside a transaction. */
export const beginIndex = (
  store: Store,
  collection: Collection,
  wanted: Omit<IndexDefinition, 'id' | 'multikey' | 'shortened'>,
): Index => {
  if (collection.indexes.length >= 64) {
    throw new MongoError(67, `add index fails, too many indexes for ${collection.namespace}`);
  }
  const index = openIndex({
    ...wanted,
    id: store.catalogue.newId(),
    multikey: Object.keys(wanted.key).map(() => false),
    shortened: false,
    building: true,
  });
  collection.setIndexes([...collection.indexes, index]);
  store.catalogue.save(collection);
  return index;
};

/**
 * Adds all documents to a new index, a piece at a time so that others are not kept waiting, and makes it usable.
 * @throws MongoError when a document does not fit the index, which then is removed again
 */
export const fillIndex = (store: Store, collection: Collection, index: Index): Promise<void> => {
  const build = fill(store, collection, index).finally(() => builds.delete(index));
  builds.set(index, build);
  return build;
};

const builds = new WeakMap<Index, Promise<void>>();

/** The build of an index that is not whole yet. */
export const buildOf = (index: Index): Promise<void> | undefined => builds.get(index);

const fill = async (store: Store, collection: Collection, index: Index): Promise<void> => {
  try {
    for (let next: Buffer | undefined = firstKeyOf(collection.id); next; ) {
      const start: Buffer = next;
      next = await store.write(() => addPiece(store, collection, index, start));
    }
    await store.write(() => {
      const { building: _, ...definition } = index.definition;
      index.definition = definition;
      store.catalogue.save(collection);
    });
  } catch (error) {
    await store.write(() => removeIndex(store, collection, index));
    store.collectGarbage();
    throw error;
  }
};

const addPiece = (store: Store, collection: Collection, index: Index, start: Buffer): Buffer | undefined => {
  if (store.findCollection(collection.database, collection.name) !== collection) {
    throw new MongoError(26, `The collection ${collection.namespace} was dropped during the index build`);
  }
  const range = { start, end: firstKeyOf(collection.id + 1), limit: piece, exclusiveStart: true };
  const documents = [...store.files.documents.getRange(range)];
  for (const { key, value } of documents) store.records.addToIndex(collection, index, recordOfKey(key), value);
  return documents.length < piece ? undefined : documents.at(-1)?.key;
};

/** Takes an index away; its entries are removed later. Must run inside a transaction. */
export const removeIndex = (store: Store, collection: Collection, index: Index): void => {
  if (store.findCollection(collection.database, collection.name) !== collection) return;
  if (!collection.indexes.includes(index)) return;
  collection.setIndexes(collection.indexes.filter((other) => other !== index));
  store.catalogue.markGarbage(index.id);
  store.catalogue.save(collection);
};
