import { MongoError, notSupported } from '../errors.ts';
import { isDocument } from '../values/document.ts';
import { addFields } from './addFields.ts';
import type { Stage, StageContext, StageParser } from './flow.ts';
import { group } from './group.ts';
import { lookup } from './lookup.ts';
import { count, facet, limit, match, project, replaceRoot, replaceWith, skip, sort, unset } from './stages.ts';
import { unwind } from './unwind.ts';

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
export const parsePipeline = (
  source: readonly unknown[],
  place: Omit<StageContext, 'parsePipeline' | 'insideFacet'>,
): readonly Stage[] => parseStages(source, { ...place, insideFacet: false, parsePipeline: parseStages });

const parseStages = (source: readonly unknown[], context: StageContext): readonly Stage[] =>
  source.map((one) => {
    const [name, operand] = stageParts(one);
    const parse = Object.hasOwn(stages, name) ? stages[name] : undefined;
    if (parse) return parse(operand, context);
    if (refusedStages.has(name)) throw notSupported(`The pipeline stage ${name}`);
    throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
  });
