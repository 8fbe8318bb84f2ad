import { Long } from 'bson';
import { MongoError } from '../errors.ts';
import { pause, runQuery } from '../plan/query.ts';
import { type Projection, parseProjection, projectedFields } from '../query/projection.ts';
import type { Collection } from '../storage/collection.ts';
import { decodeDocument, decodeFields, fieldNames } from '../values/decode.ts';
import type { Document } from '../values/document.ts';
import { encodeArrayField, encodeDocument, encodeDocumentField } from '../values/encode.ts';
import {
  booleanField,
  type Command,
  collectionName,
  countField,
  optionalDocument,
  type Reply,
  type Request,
  type Services,
} from './command.ts';
import { deadlineOf, type Source } from './cursors.ts';
import { checkReadConcern, readQuery } from './queryFields.ts';

const defaultBatch = 101;

/** Encodes the answer of find, aggregate and getMore. */
export const cursorReply = (batchName: string, batch: readonly Buffer[], id: Long, namespace: string): Reply => {
  const encoded = encodeDocumentField('cursor', encodeArrayField(batchName, batch), { id, ns: namespace });
  return { encoded, fields: {} };
};

/** Reads the first batch of a source, and keeps the rest in a cursor. */
export const openCursor = async (
  { body, database }: Request,
  { cursors, store }: Services,
  collectionOfCursor: string,
  source: Source,
  options: { readonly batchSize: number; readonly single: boolean; readonly reads: Collection | undefined },
): Promise<Reply> => {
  const namespace = `${database}.${collectionOfCursor}`;
  const deadline = deadlineOf(countField(body, 'maxTimeMS', 0));
  const { batch, done } = await cursors.readBatch(source, options.batchSize, deadline);
  if (done || options.single) return cursorReply('firstBatch', batch, Long.ZERO, namespace);
  const { reads } = options;
  const assertAlive = () => {
    if (reads && store.findCollection(reads.database, reads.name) !== reads) {
      throw new MongoError(175, `collection dropped. UUID ${reads.uuid.toString('hex')}`);
    }
  };
  return cursorReply('firstBatch', batch, cursors.add({ namespace, source, assertAlive }), namespace);
};

export const find: Command = {
  accepts: [
    'find',
    'filter',
    'sort',
    'projection',
    'hint',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'maxTimeMS',
    'readConcern',
    'collation',
    'allowDiskUse',
    'noCursorTimeout',
    'allowPartialResults',
    'returnKey',
    'showRecordId',
    'tailable',
    'awaitData',
    'let',
    'max',
    'min',
  ],
  run: async (request, services) => {
    const { body, database } = request;
    const name = collectionName(request);
    refuseOptions(body);
    checkReadConcern(body);
    const collection = services.store.findCollection(database, name);
    const query = readQuery(body, 'filter', collection);
    const project = projector(optionalDocument(body, 'projection'));
    const batchSize = countField(body, 'batchSize', defaultBatch);
    const single = booleanField(body, 'singleBatch', false);
    if (!collection) return cursorReply('firstBatch', [], Long.ZERO, `${database}.${name}`);
    const source = documentsOf(runQuery(services.store, collection, query).results, project);
    return openCursor(request, services, name, source, { batchSize, single, reads: collection });
  },
};

const refuseOptions = (body: Document): void => {
  for (const field of ['tailable', 'awaitData', 'returnKey', 'showRecordId']) {
    if (booleanField(body, field, false))
      throw new MongoError(115, `The option ${field} is not supported by the embedded database`);
  }
  for (const field of ['min', 'max']) {
    if (body[field] !== undefined && Object.keys(body[field] ?? {}).length > 0)
      throw new MongoError(115, `The option ${field} is not supported by the embedded database`);
  }
};

/** Turns stored bytes into what a client sees, decoding no more than the projection needs. */
export const projector = (source: Document | undefined): ((bytes: Buffer) => Buffer) => {
  const projection: Projection | undefined = parseProjection(source);
  if (!projection) return (bytes) => bytes;
  const wanted = projectedFields(source);
  const names = wanted === 'all' ? undefined : fieldNames(wanted);
  return (bytes) => encodeDocument(projection(names ? decodeFields(bytes, names) : decodeDocument(bytes)));
};

function* documentsOf(
  results: Iterable<{ bytes: Buffer } | typeof pause>,
  project: (bytes: Buffer) => Buffer,
): Generator<Buffer | typeof pause> {
  for (const one of results) yield one === pause ? pause : project(one.bytes);
}

export const getMore: Command = {
  accepts: ['getMore', 'collection', 'batchSize', 'maxTimeMS', 'term', 'lastKnownCommittedOpTime'],
  run: async ({ body, database }, { cursors }) => {
    const id = body['getMore'];
    if (!(id instanceof Long))
      throw new MongoError(14, "BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
    const namespace = `${database}.${String(body['collection'])}`;
    const cursor = cursors.require(id, namespace);
    cursor.assertAlive();
    const size = countField(body, 'batchSize', 0) || Number.POSITIVE_INFINITY;
    try {
      const { batch, done } = await cursors.readBatch(
        cursor.source,
        size,
        deadlineOf(countField(body, 'maxTimeMS', 0)),
      );
      if (done) cursors.remove(id);
      return cursorReply('nextBatch', batch, done ? Long.ZERO : id, namespace);
    } catch (error) {
      cursors.remove(id);
      throw error;
    }
  },
};

export const killCursors: Command = {
  accepts: ['killCursors', 'cursors'],
  run: ({ body }, { cursors }) => {
    const ids = Array.isArray(body['cursors']) ? body['cursors'].filter((id) => id instanceof Long) : [];
    const killed = ids.filter((id) => cursors.remove(id));
    const gone = ids.filter((id) => !killed.includes(id));
    return { fields: { cursorsKilled: killed, cursorsNotFound: gone, cursorsAlive: [], cursorsUnknown: [] } };
  },
};
