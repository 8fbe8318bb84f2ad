import { type Flow, flowThrough, parsePipeline, stageParts } from '../aggregation/pipeline.ts';
import { MongoError, notSupported } from '../errors.ts';
import { pause, runQuery } from '../plan/query.ts';
import { parseFilter } from '../query/filter.ts';
import { parseSort } from '../query/sort.ts';
import type { Collection } from '../storage/collection.ts';
import type { Store } from '../storage/store.ts';
import { decodeDocument } from '../values/decode.ts';
import { type Document, isDocument } from '../values/document.ts';
import { encodeDocument } from '../values/encode.ts';
import { arrayField, assertOnly, type Command, countField, documentField } from './command.ts';
import { openCursor } from './find.ts';
import { checkReadConcern, readHint, refuseCollation } from './queryFields.ts';

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
    if (body['let'] !== undefined && Object.keys(documentField(body, 'let')).length > 0)
      throw notSupported('The option let');
    if (!isDocument(body['cursor']))
      throw new MongoError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
    assertOnly(body['cursor'], ['batchSize'], 'aggregate.cursor');
    const collection = store.findCollection(database, name);
    const { query, rest } = splitPipeline(arrayField(body, 'pipeline'), collection, body['hint']);
    const stages = parsePipeline(rest, { store, database, insideFacet: false });
    const input: Flow = collection ? storedDocuments(store, collection, query) : [];
    const batchSize = countField(body['cursor'], 'batchSize', 101);
    return openCursor(request, services, name, encoded(flowThrough(input, stages)), {
      batchSize,
      single: false,
      reads: collection,
    });
  },
};

/** The stages at the start that the planner can do: `$match`, `$sort`, `$skip` and `$limit`, in this order. */
export const splitPipeline = (pipeline: readonly unknown[], collection: Collection | undefined, hint: unknown) => {
  const head: { $match: Document[]; $sort?: Document } = { $match: [] };
  let taken = 0;
  for (const source of pipeline) {
    const [name, operand] = stageParts(source);
    if (name === '$match' && isDocument(operand) && !head.$sort) head.$match.push(operand);
    else if (name === '$sort' && isDocument(operand) && Object.keys(operand).length > 0 && !head.$sort)
      head.$sort = operand;
    else break;
    taken += 1;
  }
  const index = readHint(hint, collection);
  const filter = parseFilter(
    head.$match.length === 1 ? (head.$match[0] as Document) : head.$match.length === 0 ? {} : { $and: head.$match },
  );
  // A limit right after lets the sort keep only that many.
  const next = pipeline[taken];
  const limit = isDocument(next) && typeof next['$limit'] === 'number' && next['$limit'] > 0 ? next['$limit'] : 0;
  return {
    query: { filter, sort: parseSort(head.$sort), skip: 0, limit, ...(index ? { hint: index } : {}) },
    rest: pipeline.slice(taken),
  };
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
