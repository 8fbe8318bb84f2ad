import { Decimal128, Long } from 'bson';
import { MongoError, notSupported } from '../errors.ts';
import { addAll, asDouble, multiply, subtract } from '../values/arithmetic.ts';
import { compareValues } from '../values/compare.ts';
import { isDocument, typeNameOf } from '../values/document.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';
import { totalOf } from '../values/total.ts';
import { arrayOperators } from './arrayOperators.ts';
import { delegatedOperators } from './delegated.ts';
import type { Expression } from './expression.ts';
import { listOperators } from './listOperators.ts';
import { truthy } from './truth.ts';

/** Parses an operator's operand to an expression. */
export type Operator = (operand: unknown, parse: (source: unknown) => Expression, name: string) => Expression;

/** An operator on a list of arguments; MongoDB lets a list of one be written without its brackets. */
const onArguments =
  (count: readonly [number, number], apply: (values: unknown[], name: string) => unknown): Operator =>
  (operand, parse, name) => {
    const list = (Array.isArray(operand) ? operand : [operand]).map(parse);
    const [least, most] = count;
    if (list.length < least || list.length > most) {
      throw new MongoError(
        16020,
        `Expression ${name} takes ${least === most ? `exactly ${least}` : `${least} to ${most}`} arguments. ${list.length} were passed in.`,
      );
    }
    return (scope) =>
      apply(
        list.map((argument) => argument(scope)),
        name,
      );
  };

const anyNumber: readonly [number, number] = [0, Number.MAX_SAFE_INTEGER];
const isNullish = (value: unknown): value is null | undefined => value === null || value === undefined;

/** Arithmetic gives null as soon as an argument is null or missing. */
const arithmetic = (count: readonly [number, number], apply: (numbers: unknown[], name: string) => unknown): Operator =>
  onArguments(count, (values, name) => (values.some(isNullish) ? null : apply(values, name)));

const numeric = (value: unknown, name: string) => {
  if (isNumeric(value)) return value;
  throw new MongoError(14, `${name} only supports numeric types, not ${typeNameOf(value)}`);
};

const comparing = (test: (result: number) => unknown): Operator =>
  onArguments([2, 2], ([a, b]) => test(compareWithMissing(a, b)));

/** Expressions order a missing value below null. */
const compareWithMissing = (a: unknown, b: unknown): number => {
  if (a === undefined || b === undefined) {
    if (a === undefined && b === undefined) return 0;
    const other = a === undefined ? b : a;
    if (other === null) return a === undefined ? -1 : 1;
  }
  return compareValues(a, b);
};

/** A number as a double; one that a double cannot hold is refused rather than rounded. */
const exactDouble = (value: unknown, name: string): number => {
  const number = numeric(value, name);
  if (number instanceof Decimal128) throw notSupported(`${name} of a decimal`, 14);
  const double = toNumber(number);
  if (number instanceof Long && !Number.isSafeInteger(double)) throw notSupported(`${name} of a long beyond 2^53`, 14);
  return double;
};

/** A result in the type of the numbers it was made of. */
const inTypeOf = (result: number, ...values: readonly unknown[]): unknown => {
  if (values.some((value) => typeNameOf(value) === 'double')) return asDouble(result);
  return values.some((value) => value instanceof Long) ? Long.fromNumber(result) : result;
};

const onNumber = (apply: (value: number) => number): Operator =>
  arithmetic([1, 1], ([value], name) => inTypeOf(apply(exactDouble(value, name)), value));

const operators: Readonly<Record<string, Operator>> = {
  $literal: (operand) => () => operand,
  $and: onArguments(anyNumber, (values) => values.every(truthy)),
  $or: onArguments(anyNumber, (values) => values.some(truthy)),
  $not: onArguments([1, 1], ([value]) => !truthy(value)),
  $eq: comparing((result) => result === 0),
  $ne: comparing((result) => result !== 0),
  $gt: comparing((result) => result > 0),
  $gte: comparing((result) => result >= 0),
  $lt: comparing((result) => result < 0),
  $lte: comparing((result) => result <= 0),
  $cmp: comparing((result) => result),
  $cond: (operand, parse) => {
    const parts = isDocument(operand) ? [operand['if'], operand['then'], operand['else']] : operand;
    if (!Array.isArray(parts) || parts.length !== 3 || parts.includes(undefined)) {
      throw new MongoError(17080, 'Missing or unknown parameter to $cond');
    }
    const [condition, yes, no] = parts.map(parse) as [Expression, Expression, Expression];
    return (scope) => (truthy(condition(scope)) ? yes(scope) : no(scope));
  },
  $ifNull: (operand, parse) => {
    if (!Array.isArray(operand) || operand.length < 2)
      throw new MongoError(1257300, '$ifNull needs at least two arguments');
    const list = operand.map(parse);
    return (scope) => {
      let value: unknown;
      for (const expression of list) {
        value = expression(scope);
        if (!isNullish(value)) break;
      }
      return value;
    };
  },
  $switch: (operand, parse) => {
    if (!isDocument(operand) || !Array.isArray(operand['branches']))
      throw new MongoError(40060, '$switch expected an array of branches');
    const branches = operand['branches'].map((branch: unknown) => {
      if (!isDocument(branch) || !('case' in branch) || !('then' in branch))
        throw new MongoError(40067, '$switch requires each branch have a case and a then');
      return [parse(branch['case']), parse(branch['then'])] as const;
    });
    const otherwise = 'default' in operand ? parse(operand['default']) : undefined;
    return (scope) => {
      for (const [condition, then] of branches) if (truthy(condition(scope))) return then(scope);
      if (!otherwise)
        throw new MongoError(
          40066,
          '$switch could not find a matching branch for an input, and no default was specified.',
        );
      return otherwise(scope);
    };
  },
  $add: arithmetic(anyNumber, (values, name) => {
    const dates = values.filter((value) => value instanceof Date);
    if (dates.length > 1) throw new MongoError(16612, 'only one date allowed in an $add expression');
    const numbers = values.filter((value) => !(value instanceof Date)).map((value) => numeric(value, name));
    const sum = addAll(numbers);
    return dates[0] instanceof Date ? new Date(dates[0].getTime() + toNumber(sum)) : sum;
  }),
  $subtract: arithmetic([2, 2], ([a, b], name) => {
    if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
    if (a instanceof Date) return new Date(a.getTime() - toNumber(numeric(b, name)));
    const [left, right] = [numeric(a, name), numeric(b, name)];
    return subtract(left, right) ?? asDouble(toNumber(left) - toNumber(right));
  }),
  $multiply: arithmetic(anyNumber, (values, name) =>
    values
      .map((value) => numeric(value, name))
      .reduce((a, b) => multiply(a, b) ?? asDouble(toNumber(a) * toNumber(b)), 1),
  ),
  $divide: arithmetic([2, 2], ([a, b], name) => {
    const divisor = exactDouble(b, name);
    if (divisor === 0) throw new MongoError(2, "can't $divide by zero");
    return asDouble(exactDouble(a, name) / divisor);
  }),
  $mod: arithmetic([2, 2], ([a, b], name) => {
    const divisor = exactDouble(b, name);
    if (divisor === 0) throw new MongoError(16610, "can't $mod by zero");
    return inTypeOf(exactDouble(a, name) % divisor, a, b);
  }),
  $abs: onNumber(Math.abs),
  $ceil: onNumber(Math.ceil),
  $floor: onNumber(Math.floor),
  $sum: onArguments(anyNumber, (values) => totalOf(flattened(values)).sum()),
  $avg: onArguments(anyNumber, (values) => totalOf(flattened(values)).mean()),
  $min: onArguments(anyNumber, (values) => extreme(flattened(values), -1)),
  $max: onArguments(anyNumber, (values) => extreme(flattened(values), 1)),
  $type: onArguments([1, 1], ([value]) => typeNameOf(value)),
  $isNumber: onArguments([1, 1], ([value]) => isNumeric(value)),
  $toUpper: onArguments([1, 1], ([value]) => (toText(value) ?? '').replace(/[a-z]/g, (letter) => letter.toUpperCase())),
  $toLower: onArguments([1, 1], ([value]) => (toText(value) ?? '').replace(/[A-Z]/g, (letter) => letter.toLowerCase())),
  $toString: onArguments([1, 1], ([value]) => toText(value)),
  ...arrayOperators,
  ...listOperators,
  ...delegatedOperators,
};

/** With one argument that is an array, an accumulator used as an expression works on the elements. */
const flattened = (values: unknown[]): unknown[] =>
  values.length === 1 && Array.isArray(values[0]) ? values[0] : values;

const extreme = (values: readonly unknown[], sign: 1 | -1): unknown => {
  let best: unknown = null;
  for (const value of values) {
    if (!isNullish(value) && (best === null || compareValues(value, best) * sign > 0)) best = value;
  }
  return best;
};

const toText = (value: unknown): string | null => {
  if (isNullish(value)) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && (Array.isArray(value) || isDocument(value))) {
    throw new MongoError(
      241,
      `Unsupported conversion from ${typeNameOf(value)} to string in $convert with no onError value`,
    );
  }
  return String(value);
};

/** The parser of an operator's operand, if this server has the operator. */
export const findOperator = (name: string): Operator | undefined =>
  Object.hasOwn(operators, name) ? operators[name] : undefined;

/** Operators MongoDB has and this server refuses, so that a refusal can say the truth. */
const refused: ReadonlySet<string> = new Set(
  (
    'accumulator acos acosh allElementsTrue anyElementTrue arrayToObject asin asinh atan atan2 atanh binarySize bitAnd ' +
    'bitNot bitOr bitXor bsonSize convert cos cosh dateAdd dateDiff dateFromParts dateFromString dateSubtract ' +
    'dateToParts degreesToRadians exp firstN function getField indexOfArray indexOfBytes indexOfCP isoDayOfWeek isoWeek ' +
    'isoWeekYear lastN ln log log10 maxN median meta minN percentile pow radiansToDegrees rand range regexFind ' +
    'regexFindAll regexMatch round sampleRate setField sin sinh sortArray sqrt strLenBytes strcasecmp substr ' +
    'substrBytes tan tanh toBool toDate toDecimal toDouble toHashedIndexKey toInt toLong toObjectId trunc tsIncrement ' +
    'tsSecond unsetField week zip'
  )
    .split(' ')
    .map((name) => `$${name}`),
);

/** Whether MongoDB has an operator that this server does not. */
export const isRefusedOperator = (name: string): boolean => refused.has(name);
