import { decodeFields } from '../values/decode.ts';
import type { Catalogue } from './catalogue.ts';
import type { Collection } from './collection.ts';
import { type Files, firstKeyOf, recordOfKey } from './files.ts';
import type { Index } from './indexDefinition.ts';
import { indexKeysOf } from './indexKeys.ts';
import { type Records, recordOfEntry } from './records.ts';

/**
 * Compares every index with the documents and builds anew those that differ. Must run inside a transaction.
 * @returns the names of the indexes that were built anew
 */
export const repairIndexes = (files: Files, catalogue: Catalogue, records: Records): string[] => {
  const rebuilt: string[] = [];
  for (const collection of catalogue.all()) {
    // A build that was interrupted was never answered: its index goes.
    for (const { id, definition } of collection.indexes) if (definition.building) catalogue.markGarbage(id);
    collection.setIndexes(collection.indexes.filter(({ definition }) => !definition.building));
    for (const index of collection.indexes) {
      if (agrees(files, collection, index)) continue;
      rebuild(files, collection, index, records);
      rebuilt.push(`${collection.namespace} ${index.name}`);
    }
    catalogue.save(collection);
  }
  return rebuilt;
};

const documentsOf = (files: Files, { id }: Collection) =>
  files.documents.getRange({ start: firstKeyOf(id), end: firstKeyOf(id + 1) });

/** Whether an index holds exactly the entries its documents give. */
export const agrees = (files: Files, collection: Collection, index: Index): boolean => {
  const expected = new Map<string, number>();
  for (const { key, value } of documentsOf(files, collection)) {
    const record = recordOfKey(key);
    for (const entry of indexKeysOf(index, decodeFields(value, index.fieldNames)).keys) {
      const name = index.unique ? entry.toString('latin1') : `${entry.toString('latin1')}${record}`;
      if (expected.has(name)) return false;
      expected.set(name, record);
    }
  }
  for (const { key, value } of files.index.getRange({ start: firstKeyOf(index.id), end: firstKeyOf(index.id + 1) })) {
    const record = recordOfEntry(index, key, value);
    const name = index.unique ? key.toString('latin1') : `${key.subarray(0, -6).toString('latin1')}${record}`;
    if (expected.get(name) !== record) return false;
    expected.delete(name);
  }
  return expected.size === 0;
};

const rebuild = (files: Files, collection: Collection, index: Index, records: Records): void => {
  const entries = [...files.index.getKeys({ start: firstKeyOf(index.id), end: firstKeyOf(index.id + 1) })];
  for (const key of entries) files.index.remove(key);
  for (const { key, value } of [...documentsOf(files, collection)]) {
    records.addToIndex(collection, index, recordOfKey(key), value);
  }
};
