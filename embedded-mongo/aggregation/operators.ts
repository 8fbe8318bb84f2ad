import { MongoError } from '../errors.ts';
import { add, asDouble, multiply, subtract, sumOf } from '../values/arithmetic.ts';
import { compareValues, equalValues } from '../values/compare.ts';
import { isDocument, typeNameOf } from '../values/document.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';
import { arrayOperators } from './arrayOperators.ts';
import { delegatedOperators, mongoOperators } from './delegated.ts';
import type { Expression } from './expression.ts';
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

const any: readonly [number, number] = [0, Number.MAX_SAFE_INTEGER];
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

const onNumber = (apply: (value: number) => number): Operator =>
  arithmetic([1, 1], ([value], name) => {
    const number = numeric(value, name);
    const result = apply(toNumber(number));
    return typeof number === 'number' && typeNameOf(number) === 'int' ? result : asDouble(result);
  });

const operators: Readonly<Record<string, Operator>> = {
  $literal: (operand) => () => operand,
  $and: onArguments(any, (values) => values.every(truthy)),
  $or: onArguments(any, (values) => values.some(truthy)),
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
  $add: arithmetic(any, (values, name) => {
    const dates = values.filter((value) => value instanceof Date);
    if (dates.length > 1) throw new MongoError(16612, 'only one date allowed in an $add expression');
    const numbers = values.filter((value) => !(value instanceof Date)).map((value) => numeric(value, name));
    const sum = sumOf(numbers);
    return dates[0] instanceof Date ? new Date(dates[0].getTime() + toNumber(sum)) : sum;
  }),
  $subtract: arithmetic([2, 2], ([a, b], name) => {
    if (a instanceof Date && b instanceof Date) return asLong(a.getTime() - b.getTime());
    if (a instanceof Date) return new Date(a.getTime() - toNumber(numeric(b, name)));
    const [left, right] = [numeric(a, name), numeric(b, name)];
    return subtract(left, right) ?? asDouble(toNumber(left) - toNumber(right));
  }),
  $multiply: arithmetic(any, (values, name) =>
    values
      .map((value) => numeric(value, name))
      .reduce((a, b) => multiply(a, b) ?? asDouble(toNumber(a) * toNumber(b)), 1),
  ),
  $divide: arithmetic([2, 2], ([a, b], name) => {
    const divisor = toNumber(numeric(b, name));
    if (divisor === 0) throw new MongoError(2, "can't $divide by zero");
    return asDouble(toNumber(numeric(a, name)) / divisor);
  }),
  $mod: arithmetic([2, 2], ([a, b], name) => {
    const divisor = toNumber(numeric(b, name));
    if (divisor === 0) throw new MongoError(16610, "can't $mod by zero");
    return toNumber(numeric(a, name)) % divisor;
  }),
  $abs: onNumber(Math.abs),
  $ceil: onNumber(Math.ceil),
  $floor: onNumber(Math.floor),
  $sum: onArguments(any, (values) => sumOf(flattened(values))),
  $avg: onArguments(any, (values) => {
    const numbers = flattened(values).filter(isNumeric);
    return numbers.length === 0 ? null : asDouble(toNumber(add(sumOf(numbers), 0) ?? 0) / numbers.length);
  }),
  $min: onArguments(any, (values) => extreme(flattened(values), -1)),
  $max: onArguments(any, (values) => extreme(flattened(values), 1)),
  $in: onArguments([2, 2], ([value, list]) => {
    if (!Array.isArray(list))
      throw new MongoError(40081, `$in requires an array as a second argument, found: ${typeNameOf(list)}`);
    return list.some((element) => equalValues(element, value));
  }),
  $type: onArguments([1, 1], ([value]) => typeNameOf(value)),
  $isNumber: onArguments([1, 1], ([value]) => isNumeric(value)),
  $toString: onArguments([1, 1], ([value]) => toText(value)),
  ...arrayOperators,
};

const asLong = (value: number): unknown => (typeNameOf(value) === 'int' ? value : value);

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

export const findOperator = (name: string): Operator | undefined => {
  if (Object.hasOwn(operators, name)) return operators[name];
  return delegatedOperators.has(name) ? onDelegate : undefined;
};

const onDelegate: Operator = (operand, parse, name) => {
  const build = delegatedOperators.get(name);
  if (!build) throw new MongoError(168, `Unrecognized expression '${name}'`);
  return build(operand, parse, name);
};

/** Whether MongoDB has this operator, so that a refusal can say the truth. */
export const isKnownOperator = (name: string): boolean => mongoOperators.has(name);
