import { stageParts } from '../aggregation/pipeline.ts';
import { parseFilter } from '../query/filter.ts';
import { parseSort } from '../query/sort.ts';
import type { Collection } from '../storage/collection.ts';
import { type Document, isDocument } from '../values/document.ts';
import { readHint } from './queryFields.ts';

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
