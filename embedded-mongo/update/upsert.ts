import { BSONRegExp, ObjectId } from 'bson';
import { MongoError } from '../errors.ts';
import type { Filter, Predicate } from '../query/filter.ts';
import type { Document } from '../values/document.ts';
import { splitPath } from '../values/path.ts';
import { changeAt } from './target.ts';
import { applyUpdate, type Update } from './update.ts';

/** The document an upsert makes when nothing matched: the equalities of the filter, then the update. */
export const documentToInsert = (update: Update, filter: Filter): Document => {
  const start: Document = {};
  const equalities = equalitiesOf(filter);
  for (const [i, { path, operand }] of equalities.entries()) {
    const twice = equalities.some(
      (other, j) =>
        j < i && (other.path === path || path.startsWith(`${other.path}.`) || other.path.startsWith(`${path}.`)),
    );
    if (twice) throw new MongoError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    if (update.kind === 'replacement' && path !== '_id') continue;
    changeAt(start, splitPath(path), true, () => operand);
  }
  const { _id: id = new ObjectId(), ...rest } = applyUpdate(update, start, filter, true);
  return { _id: id, ...rest };
};

const equalitiesOf = (filter: Filter): readonly Predicate[] => {
  if (filter.kind === 'predicate') {
    if (filter.operator === '$eq') return [filter];
    const { operator, operand } = filter;
    const isEquality = operator === '$all' || (operator === '$in' && Array.isArray(operand) && operand.length === 1);
    if (!isEquality || !Array.isArray(operand)) return [];
    return operand
      .filter((one) => !(one instanceof BSONRegExp))
      .map((one: unknown) => ({ ...filter, operator: '$eq', operand: one }));
  }
  if (filter.kind === 'and') return filter.children.flatMap(equalitiesOf);
  return filter.kind === 'or' && filter.children.length === 1 ? filter.children.flatMap(equalitiesOf) : [];
};
