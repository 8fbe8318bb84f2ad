import { Long, Timestamp } from 'bson';
import { badValue, failedToParse, MongoError, typeMismatch } from '../errors.ts';
import { add, multiply } from '../values/arithmetic.ts';
import { compareValues } from '../values/compare.ts';
import { isDocument, typeNameOf } from '../values/document.ts';
import { isNumeric, type Numeric, toNumber } from '../values/numbers.ts';
import type { Operator } from './arrayOperators.ts';
import { removed, unchanged } from './target.ts';

export const set: Operator = (operand) => () => operand;

export const unset: Operator = () => (old) => (old === undefined ? unchanged : removed);

const arithmetic =
  (
    name: string,
    verb: string,
    compute: (old: Numeric, operand: Numeric) => Numeric | undefined,
    start: Numeric,
  ): Operator =>
  (operand, path) => {
    if (!isNumeric(operand))
      throw typeMismatch(`Cannot ${verb} with non-numeric argument: {${path}: ${typeNameOf(operand)}}`);
    return (old) => {
      if (old !== undefined && !isNumeric(old)) {
        throw typeMismatch(
          `Cannot apply ${name} to a value of non-numeric type. The field '${path}' is of non-numeric type ${typeNameOf(old)}`,
        );
      }
      const result = compute(old ?? start, operand);
      if (result === undefined)
        throw badValue(`Failed to apply ${name} operations to current value: the result does not fit 64 bits`);
      return result;
    };
  };

/** Adding to a missing field sets it to the operand; zero of type int keeps the operand's type. */
export const inc: Operator = arithmetic('$inc', 'increment', add, 0);
export const mul: Operator = arithmetic('$mul', 'multiply', multiply, 0);

const extreme =
  (sign: 1 | -1): Operator =>
  (operand) =>
  (old) =>
    old === undefined || compareValues(operand, old) * sign > 0 ? operand : unchanged;

export const min: Operator = extreme(-1);
export const max: Operator = extreme(1);

export const currentDate: Operator = (operand, path) => {
  const type = isDocument(operand) ? operand['$type'] : operand;
  if (type === true || type === false || type === 'date') return () => new Date();
  if (type === 'timestamp') {
    return () => new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 });
  }
  throw badValue(
    `${typeNameOf(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}) for '${path}'`,
  );
};

export const bit: Operator = (operand, path) => {
  if (!isDocument(operand))
    throw badValue(
      `The $bit modifier is not compatible with a ${typeNameOf(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    );
  const steps = Object.entries(operand);
  if (steps.length === 0)
    throw badValue(`You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}`);
  return (old) => {
    let value = old ?? 0;
    for (const [name, mask] of steps) value = bitwise(name, value, mask, path);
    return value;
  };
};

const bitwise = (name: string, value: unknown, mask: unknown, path: string): number | Long => {
  const [left, right] = [wholeBits(value, path), wholeBits(mask, path)];
  const result = { and: left & right, or: left | right, xor: left ^ right }[name];
  if (result === undefined)
    throw badValue(
      `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: {${name}}`,
    );
  return value instanceof Long || mask instanceof Long
    ? Long.fromBigInt(BigInt.asIntN(64, result))
    : Number(BigInt.asIntN(32, result));
};

const wholeBits = (value: unknown, path: string): bigint => {
  const type = typeNameOf(value);
  if (!isNumeric(value) || (type !== 'int' && type !== 'long')) {
    throw badValue(`Cannot apply $bit to a value of non-integral type. The field '${path}' has type ${type}`);
  }
  return value instanceof Long ? value.toBigInt() : BigInt(toNumber(value));
};

/** `$rename` is two changes; this checks its operand. */
export const renameTarget = (operand: unknown, path: string): string => {
  if (typeof operand !== 'string')
    throw badValue(`The 'to' field for $rename must be a string: ${path}: ${typeNameOf(operand)}`);
  if (operand === path) throw badValue(`The source and target field for $rename must differ: ${path}: "${path}"`);
  for (const one of [operand, path]) {
    if (one.split('.').some((part) => part.startsWith('$')))
      throw badValue(`The source and target field for $rename may not be dynamic: ${one}`);
    if (one === '') throw new MongoError(56, 'An empty update path is not valid.');
    if (one.includes('\0')) throw failedToParse('A field name cannot hold a null byte');
  }
  return operand;
};
