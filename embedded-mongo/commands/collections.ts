import { Binary, Long } from 'bson';
import { MongoError, notSupported } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import type { Document } from '../values/document.ts';
import { encodeDocument } from '../values/encode.ts';
import { booleanField, type Command, collectionName, documentField, reply } from './command.ts';
import { cursorReply } from './find.ts';
import { write } from './writes.ts';

const refusedCreateOptions = [
  'capped',
  'size',
  'max',
  'timeseries',
  'expireAfterSeconds',
  'clusteredIndex',
  'changeStreamPreAndPostImages',
  'validator',
  'validationLevel',
  'validationAction',
  'viewOn',
  'pipeline',
  'collation',
  'encryptedFields',
  'storageEngine',
  'indexOptionDefaults',
];

export const create: Command = {
  accepts: ['create', 'autoIndexId', 'writeConcern', ...refusedCreateOptions],
  run: (request, services) => {
    const { body, database } = request;
    const name = collectionName(request);
    for (const option of refusedCreateOptions) {
      const value = body[option];
      const harmless =
        value === undefined ||
        value === false ||
        (option === 'collation' && (value as Document)?.['locale'] === 'simple');
      if (!harmless) throw notSupported(`Creating a collection with the option ${option}`);
    }
    return write(request, services, () => {
      if (services.store.findCollection(database, name))
        throw new MongoError(48, `Collection ${database}.${name} already exists.`);
      services.store.catalogue.create(database, name);
      return {};
    });
  },
};

export const drop: Command = {
  accepts: ['drop', 'writeConcern'],
  run: async (request, services) => {
    const { store } = services;
    const name = collectionName(request);
    const answer = await write(request, services, () => {
      const collection = store.findCollection(request.database, name);
      if (!collection) return { ns: `${request.database}.${name}` };
      store.catalogue.drop(collection);
      return { nIndexesWas: collection.indexes.length, ns: collection.namespace };
    });
    store.collectGarbage();
    return answer;
  },
};

export const dropDatabase: Command = {
  accepts: ['dropDatabase', 'writeConcern'],
  run: async (request, services) => {
    const { store } = services;
    const answer = await write(request, services, () => {
      const collections = [...store.catalogue.all()].filter(({ database }) => database === request.database);
      for (const collection of collections) store.catalogue.drop(collection);
      return collections.length > 0 ? { dropped: request.database } : {};
    });
    store.collectGarbage();
    return answer;
  },
};

export const listCollections: Command = {
  accepts: ['listCollections', 'filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run: ({ body, database }, { store }) => {
    const filter = parseFilter(documentField(body, 'filter'));
    const nameOnly = booleanField(body, 'nameOnly', false);
    const batch = [...store.catalogue.all()]
      .filter((collection) => collection.database === database)
      .map(
        ({ name, uuid }): Document => ({
          name,
          type: 'collection',
          options: {},
          info: { readOnly: false, uuid: new Binary(uuid, 4) },
          idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
        }),
      )
      .filter((entry) => filter.test(entry))
      .map(({ name, type, ...rest }) => encodeDocument(nameOnly ? { name, type } : { name, type, ...rest }));
    return cursorReply('firstBatch', batch, Long.ZERO, `${database}.$cmd.listCollections`);
  },
};

export const listDatabases: Command = {
  accepts: ['listDatabases', 'filter', 'nameOnly', 'authorizedDatabases'],
  run: ({ body }, { store }) => {
    const filter = parseFilter(documentField(body, 'filter'));
    const nameOnly = booleanField(body, 'nameOnly', false);
    const names = [...new Set([...store.catalogue.all()].map(({ database }) => database))].sort();
    const databases = names
      .map((name): Document => ({ name, sizeOnDisk: 0, empty: false }))
      .filter((entry) => filter.test(entry))
      .map((entry) => (nameOnly ? { name: entry['name'] } : entry));
    return reply(nameOnly ? { databases } : { databases, totalSize: 0, totalSizeMb: 0 });
  },
};
