import { MongoError } from '../errors.ts';
import { emptyArray } from '../values/compare.ts';
import { decodeFields } from '../values/decode.ts';
import { type Document, setField } from '../values/document.ts';
import { shortened } from '../values/keyEncoding.ts';
import { keyValuesOf } from '../values/keyValues.ts';
import type { Catalogue } from './catalogue.ts';
import type { Collection } from './collection.ts';
import { type Files, recordKey, recordOfKey } from './files.ts';
import type { Index } from './indexDefinition.ts';
import { encodeIndexKey, type IndexKeys, indexKeysOf } from './indexKeys.ts';

const noValue = Buffer.alloc(0);

/** Writes documents together with their index entries. Must run inside a transaction; checks everything before it writes. */
export class Records {
  private readonly files: Files;
  private readonly catalogue: Catalogue;

  constructor(files: Files, catalogue: Catalogue) {
    this.files = files;
    this.catalogue = catalogue;
  }

  read(collection: Collection, record: number): Buffer | undefined {
    return this.files.documents.getBinary(recordKey(collection.id, record));
  }

  /** The record a unique index holds for a key. */
  findUnique(key: Buffer): number | undefined {
    const value = this.files.index.getBinaryFast(key);
    return value?.readUIntBE(0, 6);
  }

  /**
   * Adds a document.
   * @throws MongoError 11000 when a unique index already has its key
   */
  insert(collection: Collection, bytes: Buffer): number {
    const document = decodeFields(bytes, collection.indexedFields);
    const changes = collection.indexes.map((index) => ({ index, added: indexKeysOf(index, document) }));
    for (const { index, added } of changes) {
      if (index.unique) for (const key of added.keys) this.assertFree(collection, index, key, document);
    }
    const record = collection.nextRecord;
    collection.nextRecord += 1;
    this.files.documents.put(recordKey(collection.id, record), bytes);
    for (const { index, added } of changes) {
      for (const key of added.keys) this.addEntry(index, key, record);
      this.note(collection, index, added);
    }
    collection.count += 1;
    collection.changes += 1;
    return record;
  }

  /** Replaces a document. Throws as `insert` does, having changed nothing. */
  replace(collection: Collection, record: number, before: Buffer, after: Buffer): void {
    const oldDocument = decodeFields(before, collection.indexedFields);
    const newDocument = decodeFields(after, collection.indexedFields);
    const changes = collection.indexes.map((index) => {
      const oldKeys = indexKeysOf(index, oldDocument).keys;
      const added = indexKeysOf(index, newDocument);
      return {
        index,
        added,
        gone: oldKeys.filter((key) => !added.keys.some((kept) => kept.equals(key))),
        fresh: added.keys.filter((key) => !oldKeys.some((kept) => kept.equals(key))),
      };
    });
    for (const { index, fresh } of changes) {
      if (index.unique) for (const key of fresh) this.assertFree(collection, index, key, newDocument);
    }
    this.files.documents.put(recordKey(collection.id, record), after);
    collection.changes += 1;
    for (const { index, added, gone, fresh } of changes) {
      for (const key of gone) this.removeEntry(index, key, record);
      for (const key of fresh) this.addEntry(index, key, record);
      this.note(collection, index, added);
    }
  }

  remove(collection: Collection, record: number, bytes: Buffer): void {
    const document = decodeFields(bytes, collection.indexedFields);
    for (const index of collection.indexes) {
      for (const key of indexKeysOf(index, document).keys) this.removeEntry(index, key, record);
    }
    this.files.documents.remove(recordKey(collection.id, record));
    collection.count -= 1;
    collection.changes += 1;
  }

  /** Adds a document that is already stored to one more index. */
  addToIndex(collection: Collection, index: Index, record: number, bytes: Buffer): void {
    const document = decodeFields(bytes, index.fieldNames);
    const added = indexKeysOf(index, document);
    for (const key of added.keys) {
      // The document may have been written, and indexed, since the build began.
      if (index.unique && this.findUnique(key) !== record) this.assertFree(collection, index, key, document);
      this.addEntry(index, key, record);
    }
    this.note(collection, index, added);
  }

  private assertFree(collection: Collection, index: Index, key: Buffer, document: Document): void {
    if (this.findUnique(key) !== undefined) throw duplicateKey(collection, index, document, key);
  }

  private addEntry(index: Index, key: Buffer, record: number): void {
    if (index.unique) this.files.index.put(key, recordBytes(record));
    else this.files.index.put(Buffer.concat([key, recordBytes(record)]), noValue);
  }

  private removeEntry(index: Index, key: Buffer, record: number): void {
    // While a unique index is built, the key of a document it has not reached may belong to another.
    if (index.unique && index.definition.building && this.findUnique(key) !== record) return;
    this.files.index.remove(index.unique ? key : Buffer.concat([key, recordBytes(record)]));
  }

  /** Remembers what the planner has to know about an index: arrays in it, and keys that were cut. */
  private note(collection: Collection, index: Index, added: IndexKeys): void {
    const { multikey, shortened } = index.definition;
    const newArray = added.multikey?.some((isArray, i) => isArray && !multikey[i]) === true;
    if (!newArray && (shortened || !added.shortened)) return;
    index.definition = {
      ...index.definition,
      multikey: multikey.map((known, i) => known || added.multikey?.[i] === true),
      shortened: shortened || added.shortened,
    };
    this.catalogue.save(collection);
  }
}

const recordBytes = (record: number): Buffer => {
  const bytes = Buffer.allocUnsafe(6);
  bytes.writeUIntBE(record, 0, 6);
  return bytes;
};

/** The record an entry of an index points at. */
export const recordOfEntry = (index: Index, key: Buffer, value: Buffer | undefined): number =>
  index.unique && value ? value.readUIntBE(0, 6) : recordOfKey(key);

const duplicateKey = (collection: Collection, index: Index, document: Document, key: Buffer): MongoError => {
  // Of an array, the element that another document has as well.
  const values = keyValuesOf(document, index.fields).values.find((one) =>
    shortened(encodeIndexKey(index, one)).equals(key),
  );
  const keyPattern: Document = {};
  const keyValue: Document = {};
  for (const [i, { path, direction }] of index.fields.entries()) {
    const value = values?.[i];
    setField(keyPattern, path, direction);
    setField(keyValue, path, value === undefined || value === emptyArray ? null : value);
  }
  const shown = Object.entries(keyValue)
    .map(([path, value]) => `${path}: ${typeof value === 'string' ? JSON.stringify(value) : String(value)}`)
    .join(', ');
  return new MongoError(
    11000,
    `E11000 duplicate key error collection: ${collection.namespace} index: ${index.name} dup key: { ${shown} }`,
    { keyPattern, keyValue },
  );
};
