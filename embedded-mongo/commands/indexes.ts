import { Long } from 'bson';
import { MongoError } from '../errors.ts';
import type { Collection } from '../storage/collection.ts';
import { beginIndex, buildOf, fillIndex, removeIndex } from '../storage/indexBuild.ts';
import type { Index, IndexDefinition } from '../storage/indexDefinition.ts';
import { compareValues } from '../values/compare.ts';
import { type Document, isDocument } from '../values/document.ts';
import { encodeDocument } from '../values/encode.ts';
import { arrayField, type Command, collectionName, reply } from './command.ts';
import { cursorReply } from './find.ts';
import { parseIndex, type WantedIndex } from './indexOptions.ts';
import { readWriteConcern, write } from './writes.ts';

export const createIndexes: Command = {
  accepts: ['createIndexes', 'indexes', 'writeConcern', 'commitQuorum', 'ignoreUnknownIndexOptions'],
  run: async (request, services) => {
    const { store } = services;
    const name = collectionName(request);
    const wanted = arrayField(request.body, 'indexes').map(parseIndex);
    if (wanted.length === 0) throw new MongoError(2, 'Must specify at least one index to create');
    const { journal } = readWriteConcern(request.body);
    const { collection, builds, fresh, created, before } = await store.write(() => {
      const existing = store.findCollection(request.database, name);
      const target = existing ?? store.requireCollection(request.database, name);
      const before = target.indexes.length;
      const same = wanted.map((one) => findSame(target, one));
      const fresh = wanted.filter((_, i) => !same[i]).map((one) => beginIndex(store, target, one));
      // Another client may be building the same index: it must be whole before this one is told that it exists.
      const builds = same.map((index) => index && buildOf(index)).filter((build) => build !== undefined);
      return { collection: target, created: !existing, before, fresh, builds };
    });
    await Promise.all(builds);
    for (const index of fresh) await fillIndex(store, collection, index);
    if (journal) await store.sync();
    return reply({
      numIndexesBefore: before,
      numIndexesAfter: collection.indexes.length,
      createdCollectionAutomatically: created,
      ...(fresh.length === 0 ? { note: 'all indexes already exist' } : {}),
    });
  },
};

/** An index that is there already. One that has the same name or key, but differs otherwise, is a conflict. */
const findSame = (collection: Collection, wanted: WantedIndex): Index | undefined => {
  for (const index of collection.indexes) {
    const { definition } = index;
    const sameKey =
      compareValues(definition.key, wanted.key) === 0 &&
      compareValues(definition.partial ?? null, wanted.partial ?? null) === 0;
    if (definition.name === '_id_' && sameKey) return index;
    const sameOptions =
      definition.unique === wanted.unique &&
      definition.sparse === wanted.sparse &&
      definition.expireAfterSeconds === wanted.expireAfterSeconds;
    if (sameKey && sameOptions && definition.name === wanted.name) return index;
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
  return undefined;
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
      for (const index of collection.indexes) if (dropped.has(index.name)) removeIndex(store, collection, index);
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
