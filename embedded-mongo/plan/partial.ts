import type { Filter, Predicate } from '../query/filter.ts';
import { compareValues, equalValues, typeOrderOf } from '../values/compare.ts';
import { isDocument } from '../values/document.ts';
import { excludesMissing } from './bounds.ts';

/** Whether every document the predicates let through is in a partial index. When in doubt: no. */
export const impliesPartial = (predicates: readonly Predicate[], partial: Filter): boolean => {
  switch (partial.kind) {
    case 'and':
      return partial.children.every((child) => impliesPartial(predicates, child));
    case 'or':
      return partial.children.some((child) => impliesPartial(predicates, child));
    case 'predicate':
      return predicates.some((predicate) => predicate.path === partial.path && implies(predicate, partial));
    default:
      return false;
  }
};

const implies = (given: Predicate, wanted: Predicate): boolean => {
  if (given.operator === wanted.operator && equalOperands(given.operand, wanted.operand)) return true;
  switch (wanted.operator) {
    case '$exists':
      return isTrue(wanted.operand) && excludesMissing(given);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return impliesRange(given, wanted);
    case '$eq':
    case '$in':
    case '$type':
      return impliedByValues(given, wanted);
    default:
      return false;
  }
};

const isTrue = (value: unknown): boolean => value === true || value === 1;

const equalOperands = (a: unknown, b: unknown): boolean => !isDocument(a) && !Array.isArray(a) && equalValues(a, b);

const valuesOf = ({ operator, operand }: Predicate): readonly unknown[] | undefined => {
  if (operator === '$eq') return [operand];
  return operator === '$in' && Array.isArray(operand) ? operand : undefined;
};

/** A query for certain values implies whatever all of them meet; arrays, nulls and documents are left out of it. */
const impliedByValues = (given: Predicate, wanted: Predicate): boolean =>
  valuesOf(given)?.every((value) => isScalar(value) && wanted.test(nest(wanted.path, value))) === true;

const isScalar = (value: unknown): boolean =>
  value !== null && value !== undefined && !Array.isArray(value) && !isDocument(value);

const nest = (path: string, value: unknown) =>
  path.split('.').reduceRight<unknown>((inner, part) => ({ [part]: inner }), value) as { [field: string]: unknown };

const impliesRange = (given: Predicate, wanted: Predicate): boolean => {
  if (impliedByValues(given, wanted)) return true;
  const sameSide = given.operator.startsWith('$') && given.operator.slice(0, 3) === wanted.operator.slice(0, 3);
  if (!sameSide || !/^\$[gl]te?$/.test(given.operator)) return false;
  if (typeOrderOf(given.operand) !== typeOrderOf(wanted.operand)) return false;
  const order = compareValues(given.operand, wanted.operand) * (wanted.operator.startsWith('$g') ? 1 : -1);
  return order > 0 || (order === 0 && (wanted.operator.endsWith('e') || !given.operator.endsWith('e')));
};
