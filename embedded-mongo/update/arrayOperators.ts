import { BSONRegExp } from 'bson';
import { badValue, failedToParse, typeMismatch } from '../errors.ts';
import { holdsOperators, parseFilter } from '../query/filter.ts';
import { compareSortKeys, parseSort } from '../query/sort.ts';
import { compareValues, equalValues } from '../values/compare.ts';
import { isDocument, typeNameOf } from '../values/document.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';
import { type Change, lookUp, mustBeArray, unchanged } from './target.ts';

/** Makes the change one operator does at one path. */
export type Operator = (operand: unknown, path: string) => Change;

const arrayAt = (path: string, old: unknown): unknown[] => {
  if (!Array.isArray(old)) throw mustBeArray(path, old);
  return old;
};

const integer = (value: unknown, name: string): number => {
  const number = isNumeric(value) ? toNumber(value) : Number.NaN;
  if (!Number.isInteger(number))
    throw badValue(`The value for ${name} must be an integer value but was given type: ${typeNameOf(value)}`);
  return number;
};

export const push: Operator = (operand, path) => {
  const { each, position, slice, sort } = parsePush(operand);
  return (old) => {
    const array = old === undefined ? [] : [...arrayAt(path, old)];
    const at = position === undefined ? array.length : position < 0 ? Math.max(0, array.length + position) : position;
    array.splice(at, 0, ...each);
    if (sort) array.sort(sort);
    if (slice === undefined) return array;
    return slice < 0 ? array.slice(slice) : array.slice(0, slice);
  };
};

const parsePush = (operand: unknown) => {
  if (!isDocument(operand) || !('$each' in operand)) return { each: [operand] };
  const { $each: each, $position: position, $slice: slice, $sort: sort, ...rest } = operand;
  const [unknown] = Object.keys(rest);
  if (unknown) throw badValue(`Unrecognized clause in $push: ${unknown}`);
  if (!Array.isArray(each))
    throw badValue(`The argument to $each in $push must be an array but it was of type: ${typeNameOf(each)}`);
  return {
    each,
    ...(position === undefined ? {} : { position: integer(position, '$position') }),
    ...(slice === undefined ? {} : { slice: integer(slice, '$slice') }),
    ...(sort === undefined ? {} : { sort: parsePushSort(sort) }),
  };
};

const parsePushSort = (sort: unknown): ((a: unknown, b: unknown) => number) => {
  if (isNumeric(sort)) {
    const sign = toNumber(sort);
    if (sign !== 1 && sign !== -1) throw badValue('The $sort element value must be either 1 or -1');
    return (a, b) => compareValues(a, b) * sign;
  }
  if (!isDocument(sort))
    throw badValue('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields');
  const fields = parseSort(sort);
  // Unlike in a query's sort, a field that holds an array is compared as a whole.
  const keyOf = (value: unknown) => fields.map(({ parts }) => (isDocument(value) ? lookUp(value, parts) : undefined));
  return (a, b) => compareSortKeys(keyOf(a), keyOf(b), fields);
};

export const addToSet: Operator = (operand, path) => {
  let each: unknown[] = [operand];
  if (isDocument(operand) && Object.keys(operand)[0] === '$each') {
    if (Object.keys(operand).length > 1)
      throw badValue(`Found unexpected fields after $each in $addToSet: ${Object.keys(operand)[1]}`);
    const list = operand['$each'];
    if (!Array.isArray(list))
      throw typeMismatch(`The argument to $each in $addToSet must be an array but it was of type ${typeNameOf(list)}`);
    each = list;
  }
  return (old) => {
    const array = old === undefined ? [] : [...arrayAt(path, old)];
    for (const value of each) if (!array.some((element) => equalValues(element, value))) array.push(value);
    return array;
  };
};

export const pop: Operator = (operand, path) => {
  const side = isNumeric(operand) ? toNumber(operand) : Number.NaN;
  if (side !== 1 && side !== -1) throw failedToParse(`$pop expects 1 or -1, found: ${String(operand)}`);
  return (old) => {
    if (old === undefined) return unchanged;
    if (!Array.isArray(old))
      throw typeMismatch(`Path '${path}' contains an element of non-array type '${typeNameOf(old)}'`);
    return side === 1 ? old.slice(0, -1) : old.slice(1);
  };
};

export const pull: Operator = (operand, path) => {
  const matches = pullCondition(operand);
  return (old) => {
    if (old === undefined) return unchanged;
    if (!Array.isArray(old)) throw badValue(`Cannot apply $pull to a non-array value: ${path}`);
    return old.filter((element) => !matches(element));
  };
};

const pullCondition = (operand: unknown): ((element: unknown) => boolean) => {
  if (holdsOperators(operand) || operand instanceof BSONRegExp) {
    const filter = parseFilter({ element: operand });
    return (element) => filter.test({ element });
  }
  if (isDocument(operand)) {
    const filter = parseFilter(operand);
    return (element) => isDocument(element) && filter.test(element);
  }
  return (element) => equalValues(element, operand);
};

export const pullAll: Operator = (operand, path) => {
  if (!Array.isArray(operand))
    throw badValue(`$pullAll requires an array argument but was given a ${typeNameOf(operand)}`);
  return (old) => {
    if (old === undefined) return unchanged;
    if (!Array.isArray(old)) throw badValue(`Cannot apply $pullAll to a non-array value: ${path}`);
    return old.filter((element) => !operand.some((value) => equalValues(element, value)));
  };
};
