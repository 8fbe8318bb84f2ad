import { Long } from 'bson';
import { MongoError, notSupported } from '../errors.ts';
import { scanPlan } from '../plan/scan.ts';
import { parseFilter } from '../query/filter.ts';
import type { Collection } from '../storage/collection.ts';
import { type IndexDefinition, openIndex } from '../storage/indexDefinition.ts';
import type { Store } from '../storage/store.ts';
import { compareValues } from '../values/compare.ts';
import { type Document, isDocument, typeNameOf } from '../values/document.ts';
import { encodeDocument } from '../values/encode.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';
import { arrayField, booleanField, type Command, collectionName } from './command.ts';
import { cursorReply } from './find.ts';
import { write } from './writes.ts';

/** What a client asks for, before it has a number. */
type Wanted = Omit<IndexDefinition, 'id' | 'multikey' | 'shortened'>;

const acceptedOptions = [
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'hidden',
  'v',
  'ns',
  'collation',
];
const refusedOptions = [
  'weights',
  'default_language',
  'language_override',
  'textIndexVersion',
  '2dsphereIndexVersion',
  'bits',
  'min',
  'max',
  'wildcardProjection',
  'storageEngine',
  'bucketSize',
  'clustered',
  'prepareUnique',
];

export const createIndexes: Command = {
  accepts: ['createIndexes', 'indexes', 'writeConcern', 'commitQuorum', 'ignoreUnknownIndexOptions'],
  run: (request, services) => {
    const { store } = services;
    const name = collectionName(request);
    const wanted = arrayField(request.body, 'indexes').map(parseIndex);
    if (wanted.length === 0) throw new MongoError(2, 'Must specify at least one index to create');
    return write(request, services, () => {
      const existing = store.findCollection(request.database, name);
      const collection = existing ?? store.requireCollection(request.database, name);
      const numIndexesBefore = collection.indexes.length;
      const fresh = wanted.filter((one) => !findSame(collection, one));
      for (const one of fresh) buildIndex(store, collection, one);
      return {
        numIndexesBefore,
        numIndexesAfter: collection.indexes.length,
        createdCollectionAutomatically: !existing,
        ...(fresh.length === 0 ? { note: 'all indexes already exist' } : {}),
      };
    });
  },
};

const parseIndex = (source: unknown): Wanted => {
  if (!isDocument(source)) throw new MongoError(14, 'Each index must be an object');
  for (const option of refusedOptions) if (option in source) throw notSupported(`The index option ${option}`, 67);
  const unknown = Object.keys(source).find((option) => !acceptedOptions.includes(option));
  if (unknown) throw new MongoError(197, `The field '${unknown}' is not valid for an index specification.`);
  const { key, name, partialFilterExpression: partial, expireAfterSeconds: expire, collation } = source;
  if (collation !== undefined && (!isDocument(collation) || collation['locale'] !== 'simple'))
    throw notSupported('An index with a collation', 67);
  if (!isDocument(key) || Object.keys(key).length === 0) throw new MongoError(67, 'Index keys cannot be empty.');
  if (typeof name !== 'string' || name === '') throw new MongoError(67, 'index name cannot be empty');
  assertKey(key);
  if (partial !== undefined && !isDocument(partial))
    throw new MongoError(14, 'partialFilterExpression must be an object');
  if (partial) assertPartial(partial);
  const sparse = booleanField(source, 'sparse', false);
  if (partial && sparse) throw new MongoError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  if (expire !== undefined) assertExpiry(expire, key);
  return {
    key: Object.fromEntries(
      Object.entries(key).map(([path, direction]) => [path, Math.sign(toNumber(direction as number))]),
    ),
    name,
    unique: booleanField(source, 'unique', false),
    sparse,
    ...(partial ? { partial } : {}),
    ...(isNumeric(expire) ? { expireAfterSeconds: toNumber(expire) } : {}),
    ...(booleanField(source, 'hidden', false) ? { hidden: true } : {}),
  };
};

const assertKey = (key: Document): void => {
  for (const [path, direction] of Object.entries(key)) {
    if (typeof direction === 'string') throw notSupported(`An index of the kind ${direction}`, 67);
    if (path.includes('$**')) throw notSupported('A wildcard index', 67);
    if (path === '' || path.split('.').includes(''))
      throw new MongoError(67, 'Index keys cannot contain an empty field.');
    if (path.startsWith('$') || path.includes('.$'))
      throw new MongoError(67, `Index key contains an illegal field name: field name starts with '$'.`);
    if (!isNumeric(direction))
      throw new MongoError(
        67,
        `Values in v:2 index key pattern cannot be of type ${typeNameOf(direction)}. Only numbers > 0, numbers < 0, and strings are allowed.`,
      );
    if (toNumber(direction) === 0 || Number.isNaN(toNumber(direction)))
      throw new MongoError(67, 'Values in the index key pattern cannot be 0.');
  }
};

const partialOperators = ['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in'];

const assertPartial = (partial: Document): void => {
  for (const [path, value] of Object.entries(partial)) {
    if (path === '$and' || path === '$or') {
      if (Array.isArray(value)) for (const child of value) if (isDocument(child)) assertPartial(child);
      continue;
    }
    if (!isDocument(value)) continue;
    for (const [operator, operand] of Object.entries(value)) {
      const allowed =
        !operator.startsWith('$') ||
        (partialOperators.includes(operator) && !(operator === '$exists' && operand !== true && operand !== 1));
      if (!allowed) throw new MongoError(67, `Expression not supported in partial index: ${operator}`);
    }
  }
  parseFilter(partial);
};

const assertExpiry = (expire: unknown, key: Document): void => {
  if (!isNumeric(expire))
    throw new MongoError(
      67,
      `TTL index 'expireAfterSeconds' option must be numeric, but received a type of '${typeNameOf(expire)}'.`,
    );
  const seconds = toNumber(expire);
  if (!(seconds >= 0 && seconds <= 2147483647))
    throw new MongoError(67, "TTL index 'expireAfterSeconds' option must be within an acceptable range");
  if (Object.keys(key).length > 1)
    throw new MongoError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL.');
  if ('_id' in key)
    throw new MongoError(197, "The field 'expireAfterSeconds' is not valid for an _id index specification.");
};

/** An index that is there already. One that has the same name or key, but differs otherwise, is a conflict. */
const findSame = (collection: Collection, wanted: Wanted): boolean => {
  for (const { definition } of collection.indexes) {
    const sameKey =
      compareValues(definition.key, wanted.key) === 0 &&
      compareValues(definition.partial ?? null, wanted.partial ?? null) === 0;
    if (definition.name === '_id_' && sameKey) return true;
    const sameOptions =
      definition.unique === wanted.unique &&
      definition.sparse === wanted.sparse &&
      definition.expireAfterSeconds === wanted.expireAfterSeconds;
    if (sameKey && sameOptions && definition.name === wanted.name) return true;
    if (sameKey && sameOptions)
      throw new MongoError(85, `Index already exists with a different name: ${definition.name}`);
    if (sameKey && definition.name === wanted.name)
      throw new MongoError(
        86,
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${wanted.name}`,
      );
    if (sameKey)
      throw new MongoError(
        85,
        `An equivalent index already exists with a different name or options: ${definition.name}`,
      );
    if (definition.name === wanted.name)
      throw new MongoError(86, `An existing index has the same name as the requested index: ${wanted.name}`);
  }
  return false;
};

const buildIndex = (store: Store, collection: Collection, wanted: Wanted): void => {
  if (collection.indexes.length >= 64)
    throw new MongoError(67, `add index fails, too many indexes for ${collection.namespace}`);
  const index = openIndex({
    ...wanted,
    id: store.catalogue.newId(),
    multikey: Object.keys(wanted.key).map(() => false),
    shortened: false,
  });
  try {
    for (const { record, bytes } of scanPlan(store, collection, { kind: 'collection' }, { keys: 0, documents: 0 })) {
      store.records.addToIndex(collection, index, record, bytes);
    }
  } catch (error) {
    // The entries made so far belong to no index; they are removed later.
    store.catalogue.markGarbage(index.id);
    throw error;
  }
  collection.setIndexes([...collection.indexes, index]);
  store.catalogue.save(collection);
};

export const listIndexes: Command = {
  accepts: ['listIndexes', 'cursor'],
  run: (request, { store }) => {
    const name = collectionName(request);
    const collection = store.findCollection(request.database, name);
    if (!collection) throw new MongoError(26, `ns does not exist: ${request.database}.${name}`);
    const batch = collection.indexes.map(({ definition }) => encodeDocument(describeIndex(definition)));
    return cursorReply('firstBatch', batch, Long.ZERO, collection.namespace);
  },
};

const describeIndex = ({
  key,
  name,
  unique,
  sparse,
  partial,
  expireAfterSeconds,
  hidden,
}: IndexDefinition): Document => ({
  v: 2,
  key,
  name,
  ...(unique && name !== '_id_' ? { unique } : {}),
  ...(sparse ? { sparse } : {}),
  ...(partial ? { partialFilterExpression: partial } : {}),
  ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
  ...(hidden ? { hidden } : {}),
});

export const dropIndexes: Command = {
  accepts: ['dropIndexes', 'deleteIndexes', 'index', 'writeConcern'],
  run: async (request, services) => {
    const { store } = services;
    const name = collectionName(request);
    const answer = await write(request, services, () => {
      const collection = store.findCollection(request.database, name);
      if (!collection) throw new MongoError(26, `ns not found ${request.database}.${name}`);
      const nIndexesWas = collection.indexes.length;
      const dropped = new Set(selectIndexes(collection, request.body['index']));
      for (const index of collection.indexes) if (dropped.has(index.name)) store.catalogue.markGarbage(index.id);
      collection.setIndexes(collection.indexes.filter((index) => !dropped.has(index.name)));
      store.catalogue.save(collection);
      return { nIndexesWas };
    });
    store.collectGarbage();
    return answer;
  },
};

const selectIndexes = (collection: Collection, which: unknown): string[] => {
  if (which === '*') return collection.indexes.map(({ name }) => name).filter((name) => name !== '_id_');
  const list: unknown[] = Array.isArray(which) ? which : [which];
  return list.map((one) => {
    const found = collection.indexes.find((index) =>
      isDocument(one) ? compareValues(index.definition.key, one) === 0 : index.name === one,
    );
    if (!found)
      throw new MongoError(27, `index not found with name [${typeof one === 'string' ? one : JSON.stringify(one)}]`);
    if (found.name === '_id_') throw new MongoError(72, 'cannot drop _id index');
    return found.name;
  });
};
