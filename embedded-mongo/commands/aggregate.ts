import { type Flow, flowThrough } from '../aggregation/flow.ts';
import { parsePipeline } from '../aggregation/pipeline.ts';
import { MongoError, notSupported } from '../errors.ts';
import { pause, runQuery } from '../plan/query.ts';
import type { Collection } from '../storage/collection.ts';
import type { Store } from '../storage/store.ts';
import { decodeDocument } from '../values/decode.ts';
import { type Document, isDocument } from '../values/document.ts';
import { encodeDocument } from '../values/encode.ts';
import { arrayField, assertOnly, type Command, countField, reply } from './command.ts';
import { explainQuery } from './explain.ts';
import { openCursor } from './find.ts';
import { splitPipeline } from './pipelineHead.ts';
import { checkReadConcern, refuseCollation } from './queryFields.ts';

export const aggregate: Command = {
  accepts: [
    'aggregate',
    'pipeline',
    'cursor',
    'explain',
    'allowDiskUse',
    'maxTimeMS',
    'readConcern',
    'collation',
    'hint',
    'bypassDocumentValidation',
    'let',
    'writeConcern',
  ],
  run: (request, services) => {
    const { body, database } = request;
    const { store } = services;
    const name = body['aggregate'];
    if (typeof name !== 'string') throw notSupported('An aggregation on a database');
    checkReadConcern(body);
    refuseCollation(body);
    const collection = store.findCollection(database, name);
    const { query, rest } = splitPipeline(arrayField(body, 'pipeline'), collection, body['hint']);
    const stages = parsePipeline(rest, { store, database });
    if (body['explain'] === true) {
      return reply(explainQuery(store, `${database}.${name}`, collection, query, false));
    }
    if (!isDocument(body['cursor'])) {
      throw new MongoError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
    }
    assertOnly(body['cursor'], ['batchSize'], 'aggregate.cursor');
    const input: Flow = collection ? storedDocuments(store, collection, query) : [];
    const batchSize = countField(body['cursor'], 'batchSize', 101);
    return openCursor(request, services, name, encoded(flowThrough(input, stages)), {
      batchSize,
      single: false,
      reads: collection,
    });
  },
};

function* storedDocuments(
  store: Store,
  collection: Collection,
  query: ReturnType<typeof splitPipeline>['query'],
): Generator<Document | typeof pause> {
  for (const one of runQuery(store, collection, query).results) yield one === pause ? pause : decodeDocument(one.bytes);
}

function* encoded(flow: Flow): Generator<Buffer | typeof pause> {
  for (const one of flow) yield one === pause ? pause : encodeDocument(one);
}
