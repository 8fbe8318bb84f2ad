import { randomBytes } from 'node:crypto';
import { MongoError } from '../errors.ts';
import { decodeDocument } from '../values/decode.ts';
import type { Document } from '../values/document.ts';
import { encodeDocument } from '../values/encode.ts';
import { Collection, type CollectionDefinition, idIndex } from './collection.ts';
import { type Files, firstKeyOf, recordOfKey } from './files.ts';
import type { IndexDefinition } from './indexDefinition.ts';

const nextIdKey = Buffer.from('next');
const collectionPrefix = 'collection:';
const garbagePrefix = 'garbage:';
const keyOf = (prefix: string, id: number): Buffer => Buffer.from(`${prefix}${String(id).padStart(10, '0')}`);

/** Which collections there are. Every change is made inside the caller's transaction. */
export class Catalogue {
  private readonly files: Files;
  private collections = new Map<string, Collection>();

  constructor(files: Files) {
    this.files = files;
    this.reload();
  }

  /** Reads the catalogue again, after a transaction that may have changed it was undone. */
  reload(): void {
    this.collections = new Map();
    for (const { value } of this.entries(collectionPrefix)) {
      const collection = this.openCollection(toDefinition(decodeDocument(value)));
      this.collections.set(collection.namespace, collection);
    }
  }

  find(database: string, name: string): Collection | undefined {
    return this.collections.get(`${database}.${name}`);
  }

  all(): Iterable<Collection> {
    return this.collections.values();
  }

  create(database: string, name: string): Collection {
    assertNamespace(database, name);
    const id = this.newId();
    const collection = new Collection(
      { id, database, name, uuid: randomBytes(16), indexes: [idIndex(this.newId())] },
      0,
      1,
    );
    this.collections.set(collection.namespace, collection);
    this.save(collection);
    return collection;
  }

  save(collection: Collection): void {
    this.files.meta.put(keyOf(collectionPrefix, collection.id), encodeDocument(collection.definition()));
  }

  /** Forgets a collection at once; `collectGarbage` removes its contents piece by piece. */
  drop(collection: Collection): void {
    this.collections.delete(collection.namespace);
    this.files.meta.remove(keyOf(collectionPrefix, collection.id));
    this.markGarbage(collection.id);
    for (const index of collection.indexes) this.markGarbage(index.id);
  }

  markGarbage(id: number): void {
    this.files.meta.put(keyOf(garbagePrefix, id), Buffer.from([1]));
  }

  /**
   * Removes up to `limit` entries of dropped collections and indexes.
   * @returns whether there may be more
   */
  collectGarbage(limit: number): boolean {
    let left = limit;
    for (const { key } of [...this.entries(garbagePrefix)]) {
      const id = Number(key.toString().slice(garbagePrefix.length));
      for (const table of [this.files.documents, this.files.index]) {
        const keys = [...table.getKeys({ start: firstKeyOf(id), end: firstKeyOf(id + 1), limit: left })];
        for (const entry of keys) table.remove(entry);
        left -= keys.length;
        if (left <= 0) return true;
      }
      this.files.meta.remove(key);
    }
    return false;
  }

  newId(): number {
    const last = this.files.meta.getBinary(nextIdKey)?.readUInt32BE(0) ?? 0;
    const next = last + 1;
    this.files.meta.put(nextIdKey, firstKeyOf(next));
    return next;
  }

  private openCollection(definition: CollectionDefinition): Collection {
    const range = { start: firstKeyOf(definition.id), end: firstKeyOf(definition.id + 1) };
    const count = this.files.documents.getKeysCount(range);
    const [last] = [...this.files.documents.getKeys({ start: range.end, end: range.start, reverse: true, limit: 1 })];
    return new Collection(definition, count, last ? recordOfKey(last) + 1 : 1);
  }

  private entries(prefix: string): Iterable<{ key: Buffer; value: Buffer }> {
    return this.files.meta.getRange({ start: Buffer.from(prefix), end: Buffer.from(`${prefix}\x7f`) });
  }
}

const toDefinition = (stored: Document): CollectionDefinition => {
  const { id, database, name, uuid, indexes } = stored;
  return {
    id: Number(id),
    database: String(database),
    name: String(name),
    uuid: Buffer.from((uuid as { value(): Uint8Array }).value()),
    indexes: (indexes as IndexDefinition[]).map((index) => ({ ...index, key: index.key })),
  };
};

const assertNamespace = (database: string, name: string): void => {
  if (database === '' || database.length > 63 || /[/\\. "$*<>:|?\0]/.test(database)) {
    throw new MongoError(73, `Invalid database name: '${database}'`);
  }
  if (
    name === '' ||
    name.startsWith('.') ||
    name.endsWith('.') ||
    /[$\0]/.test(name) ||
    `${database}.${name}`.length > 255
  ) {
    throw new MongoError(73, `Invalid namespace specified '${database}.${name}'`);
  }
  if (name.startsWith('system.')) throw new MongoError(73, `The collection ${name} is reserved`);
};
