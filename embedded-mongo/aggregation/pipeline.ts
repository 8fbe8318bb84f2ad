import { MongoError, notSupported } from '../errors.ts';
import type { pause } from '../plan/query.ts';
import type { Store } from '../storage/store.ts';
import { type Document, isDocument } from '../values/document.ts';
import { group } from './group.ts';
import { lookup } from './lookup.ts';
import {
  addFields,
  count,
  facet,
  limit,
  match,
  project,
  replaceRoot,
  replaceWith,
  skip,
  sort,
  unset,
  unwind,
} from './stages.ts';

/** Documents on their way through a pipeline, with moments to let others run. */
export type Flow = Iterable<Document | typeof pause>;

/** A parsed stage: turns one flow into the next. */
export type Stage = (input: Flow) => Generator<Document | typeof pause, void>;

/** What a stage may need to know besides its operand. */
export type StageContext = { readonly store: Store; readonly database: string; readonly insideFacet: boolean };

/** Parses a stage's operand. */
export type StageParser = (operand: unknown, context: StageContext) => Stage;

const stages: Readonly<Record<string, StageParser>> = {
  $match: match,
  $group: group,
  $sort: sort,
  $limit: limit,
  $skip: skip,
  $project: project,
  $addFields: addFields,
  $set: addFields,
  $unset: unset,
  $unwind: unwind,
  $count: count,
  $facet: facet,
  $lookup: lookup,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
};

const refusedStages: ReadonlySet<string> = new Set([
  '$bucket',
  '$bucketAuto',
  '$changeStream',
  '$changeStreamSplitLargeEvent',
  '$collStats',
  '$currentOp',
  '$densify',
  '$documents',
  '$fill',
  '$geoNear',
  '$graphLookup',
  '$indexStats',
  '$listLocalSessions',
  '$listSampledQueries',
  '$listSearchIndexes',
  '$listSessions',
  '$merge',
  '$out',
  '$planCacheStats',
  '$redact',
  '$sample',
  '$search',
  '$searchMeta',
  '$setWindowFields',
  '$sortByCount',
  '$unionWith',
  '$vectorSearch',
]);

/** The operator and operand of a stage. */
export const stageParts = (source: unknown): [string, unknown] => {
  if (!isDocument(source)) throw new MongoError(14, "Each element of the 'pipeline' array must be an object");
  const entries = Object.entries(source);
  const [first] = entries;
  if (!first || entries.length !== 1)
    throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
  return first;
};

/** Parses a pipeline. */
export const parsePipeline = (source: readonly unknown[], context: StageContext): Stage[] =>
  source.map((one) => {
    const [name, operand] = stageParts(one);
    const parse = Object.hasOwn(stages, name) ? stages[name] : undefined;
    if (parse) return parse(operand, context);
    if (refusedStages.has(name)) throw notSupported(`The pipeline stage ${name}`);
    throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
  });

/** Sends documents through all stages. */
export const flowThrough = (input: Flow, pipeline: readonly Stage[]): Flow =>
  pipeline.reduce<Flow>((flow, stage) => stage(flow), input);
