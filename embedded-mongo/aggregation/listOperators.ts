import { MongoError } from '../errors.ts';
import { equalValues } from '../values/compare.ts';
import { type Document, isDocument, setField, typeNameOf } from '../values/document.ts';
import { KeyWriter } from '../values/keyEncoding.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';
import type { Operator } from './operators.ts';

const isNullish = (value: unknown): value is null | undefined => value === null || value === undefined;

/** An operator on values; one value may be written without brackets. */
const onValues =
  (least: number, most: number, apply: (values: unknown[], name: string) => unknown): Operator =>
  (operand, parse, name) => {
    const list = (Array.isArray(operand) ? operand : [operand]).map(parse);
    if (list.length < least || list.length > most) {
      throw new MongoError(
        16020,
        `Expression ${name} takes ${least === most ? `exactly ${least}` : `at least ${least} and at most ${most}`} arguments. ${list.length} were passed in.`,
      );
    }
    return (scope) =>
      apply(
        list.map((argument) => argument(scope)),
        name,
      );
  };

const many = Number.MAX_SAFE_INTEGER;

const asArray = (value: unknown, name: string, code: number): unknown[] => {
  if (!Array.isArray(value))
    throw new MongoError(code, `The argument to ${name} must be an array, but was of type: ${typeNameOf(value)}`);
  return value;
};

const asInteger = (value: unknown, name: string, code: number): number => {
  const number = isNumeric(value) ? toNumber(value) : Number.NaN;
  if (!Number.isInteger(number))
    throw new MongoError(code, `${name}'s argument must be representable as a 32-bit integer: ${String(value)}`);
  return number;
};

const elementAt = (value: unknown, position: number, name: string, code: number): unknown => {
  if (isNullish(value)) return null;
  return asArray(value, name, code).at(position);
};

const writer = new KeyWriter();

/** The different values of a list, by MongoDB's equality. */
const distinct = (values: readonly unknown[]): Map<string, unknown> =>
  new Map(values.map((value) => [writer.begin(0).value(value).finish().toString('latin1'), value]));

const onSets =
  (
    least: number,
    most: number,
    apply: (sets: Map<string, unknown>[]) => unknown,
    nullGives: 'null' | 'error',
  ): Operator =>
  (operand, parse, name) =>
    onValues(least, most, (values) => {
      if (nullGives === 'null' && values.some(isNullish)) return null;
      return apply(values.map((value) => distinct(asArray(value, name, 17043))));
    })(operand, parse, name);

/** Operators on arrays and documents. */
export const listOperators: Readonly<Record<string, Operator>> = {
  $size: onValues(1, 1, ([value], name) => asArray(value, name, 17124).length),
  $isArray: onValues(1, 1, ([value]) => Array.isArray(value)),
  $first: onValues(1, 1, ([value], name) => elementAt(value, 0, name, 28689)),
  $last: onValues(1, 1, ([value], name) => elementAt(value, -1, name, 28689)),
  $arrayElemAt: onValues(2, 2, ([value, position], name) =>
    isNullish(position) ? null : elementAt(value, asInteger(position, name, 28691), name, 28689),
  ),
  $slice: onValues(2, 3, ([value, first, count], name) => {
    if (isNullish(value) || isNullish(first)) return null;
    const array = asArray(value, name, 28724);
    const start = asInteger(first, name, 28726);
    if (count === undefined) return start < 0 ? array.slice(start) : array.slice(0, start);
    const length = asInteger(count, name, 28728);
    if (length <= 0) throw new MongoError(28729, `Third argument to $slice must be positive: ${length}`);
    const from = start < 0 ? Math.max(0, array.length + start) : start;
    return array.slice(from, from + length);
  }),
  $concatArrays: onValues(0, many, (values, name) =>
    values.some(isNullish) ? null : values.flatMap((value) => asArray(value, name, 28664)),
  ),
  $reverseArray: onValues(1, 1, ([value], name) =>
    isNullish(value) ? null : [...asArray(value, name, 34435)].reverse(),
  ),
  $in: onValues(2, 2, ([value, list], name) =>
    asArray(list, name, 40081).some((element) => equalValues(element, value)),
  ),
  $setUnion: onSets(0, many, (sets) => [...new Map(sets.flatMap((set) => [...set])).values()], 'null'),
  $setIntersection: onSets(
    0,
    many,
    ([first = new Map(), ...others]) =>
      [...first].filter(([key]) => others.every((set) => set.has(key))).map(([, value]) => value),
    'null',
  ),
  $setDifference: onSets(
    2,
    2,
    ([a = new Map(), b = new Map()]) => [...a].filter(([key]) => !b.has(key)).map(([, value]) => value),
    'null',
  ),
  $setEquals: onSets(
    2,
    many,
    ([a = new Map(), ...others]) => others.every((b) => a.size === b.size && [...a.keys()].every((key) => b.has(key))),
    'error',
  ),
  $setIsSubset: onSets(2, 2, ([a = new Map(), b = new Map()]) => [...a.keys()].every((key) => b.has(key)), 'error'),
  $mergeObjects: onValues(0, many, (values) => {
    const merged: Document = {};
    for (const value of values.length === 1 && Array.isArray(values[0]) ? values[0] : values) {
      if (isNullish(value)) continue;
      if (!isDocument(value))
        throw new MongoError(40400, `$mergeObjects requires object inputs, but input is of type ${typeNameOf(value)}`);
      for (const [field, inner] of Object.entries(value)) setField(merged, field, inner);
    }
    return merged;
  }),
  $objectToArray: onValues(1, 1, ([value]) => {
    if (isNullish(value)) return null;
    if (!isDocument(value))
      throw new MongoError(40390, `$objectToArray requires a document input, found: ${typeNameOf(value)}`);
    return Object.entries(value).map(([k, v]) => ({ k, v }));
  }),
};
