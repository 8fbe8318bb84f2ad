import { createRequire } from 'node:module';
import { MongoError, notSupported } from '../errors.ts';
import { type Document, isDocument, typeNameOf } from '../values/document.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';
import type { Operator } from './operators.ts';

type Evaluate = (name: string, operand: unknown, variables: Document) => unknown;

const require = createRequire(import.meta.url);
let mingo: Evaluate | undefined;

/**
 * Expressions mingo evaluates. It is not MongoDB in the corners, so it gets values our own evaluator has computed and
 * whose types are checked here, and only operators and options whose results the tests compare with the manual. It is
 * loaded when it is first needed: it would take a tenth of every start, and few pipelines use it.
 */
const loadMingo = (): Evaluate => {
  const { Context, evalExpr } = require('mingo/core') as typeof import('mingo/core');
  const dates = require('mingo/operators/expression/date') as typeof import('mingo/operators/expression/date');
  const strings = require('mingo/operators/expression/string') as typeof import('mingo/operators/expression/string');
  const context = Context.init({ expression: { ...strings, ...dates } });
  return (name, operand, variables) =>
    evalExpr({}, { [name]: operand }, { context, useStrictMode: true, variables } as never);
};

/** Evaluates an operator on values; they are passed as variables, so that no text is taken for a field's name. */
const evaluate: Evaluate = (name, operand, variables) => {
  mingo ??= loadMingo();
  return mingo(name, operand, variables);
};

const isNullish = (value: unknown): value is null | undefined => value === null || value === undefined;

/** Operators on a list of texts (and, where named, numbers). */
const onList =
  (types: readonly ('text' | 'number')[] | 'texts', code: number): Operator =>
  (operand, parse, name) => {
    const list = (Array.isArray(operand) ? operand : [operand]).map(parse);
    if (types !== 'texts' && list.length !== types.length) {
      throw new MongoError(
        16020,
        `Expression ${name} takes exactly ${types.length} arguments. ${list.length} were passed in.`,
      );
    }
    return (scope) => {
      const values = list.map((argument) => argument(scope));
      if (values.some(isNullish)) {
        if (name === '$strLenCP') throw new MongoError(34471, '$strLenCP requires a string argument, found: missing');
        return name === '$substrCP' ? '' : null;
      }
      values.forEach((value, i) => {
        const isRight = types !== 'texts' && types[i] === 'number' ? isNumeric(value) : typeof value === 'string';
        if (!isRight)
          throw new MongoError(
            code,
            `${name} only supports ${types === 'texts' ? 'strings' : (types[i] ?? 'strings')}, not ${typeNameOf(value)}`,
          );
      });
      const plain = values.map((value) => (isNumeric(value) ? toNumber(value) : value));
      const names = plain.map((_, i) => `$$v${i}`);
      const operands = types !== 'texts' && types.length === 1 ? names[0] : names;
      return evaluate(name, operands, Object.fromEntries(plain.map((value, i) => [`v${i}`, value])));
    };
  };

type Fields = Readonly<Record<string, (value: unknown, name: string) => void>>;

/** Operators with named arguments. `required` is the one that makes the result null when it is null. */
const onFields =
  (fields: Fields, required: readonly string[]): Operator =>
  (operand, parse, name) => {
    if (!isDocument(operand)) throw new MongoError(18629, `${name} only supports an object as its argument`);
    const unknown = Object.keys(operand).find((field) => !Object.hasOwn(fields, field));
    if (unknown) throw new MongoError(18534, `Unrecognized argument to ${name}: ${unknown}`);
    const missing = required.find((field) => !(field in operand));
    if (missing) throw new MongoError(18628, `Missing '${missing}' parameter to ${name}`);
    const parts = Object.entries(operand).map(([field, value]) => [field, parse(value)] as const);
    return (scope) => {
      const values: Document = Object.fromEntries(parts.map(([field, expression]) => [field, expression(scope)]));
      if (required.some((field) => isNullish(values[field]))) return values['onNull'] ?? null;
      for (const [field, check] of Object.entries(fields)) if (!isNullish(values[field])) check(values[field], name);
      const given = Object.keys(values).filter((field) => !isNullish(values[field]));
      return evaluate(name, Object.fromEntries(given.map((field) => [field, `$$${field}`])), values);
    };
  };

const text = (value: unknown, name: string): void => {
  if (typeof value !== 'string') throw new MongoError(50694, `${name} requires a string, found: ${typeNameOf(value)}`);
};

const date = (value: unknown): void => {
  if (!(value instanceof Date))
    throw new MongoError(16006, `can't convert from BSON type ${typeNameOf(value)} to Date`);
};

const timezone = (value: unknown): void => {
  text(value, 'timezone');
  if (!/^([A-Z][A-Za-z_]+\/[A-Z][A-Za-z_]+|[+-](0[1-9]|1\d):[0-5]\d)$/.test(String(value)))
    throw notSupported(`The time zone ${String(value)}`, 40485);
};

const formatted = (value: unknown): void => {
  text(value, '$dateToString');
  const refused = /%[^YmdHMSLjuw]|%$/.exec(String(value));
  if (refused) throw notSupported(`The date format ${refused[0]}`, 18536);
};

const unit = (value: unknown): void => {
  if (!['year', 'month', 'day', 'hour', 'minute', 'second'].includes(String(value)))
    throw notSupported(`The time unit ${String(value)}`, 9);
};

const trimmed = onFields({ input: text, chars: text }, ['input']);
const replaced = onFields({ input: text, find: text, replacement: text }, ['input', 'find', 'replacement']);

/** A part of a date, in UTC or in a time zone. */
const partOfDate: Operator = (operand, parse, name) => {
  if (isDocument(operand) && 'date' in operand) return onFields({ date, timezone }, ['date'])(operand, parse, name);
  const expression = parse(Array.isArray(operand) && operand.length === 1 ? operand[0] : operand);
  return (scope) => {
    const value = expression(scope);
    if (isNullish(value)) return null;
    date(value);
    return evaluate(name, '$$date', { date: value });
  };
};

/** The operators that are left to mingo. */
export const delegatedOperators: Readonly<Record<string, Operator>> = {
  $concat: onList('texts', 16702),
  $split: onList(['text', 'text'], 40085),
  $substrCP: onList(['text', 'number', 'number'], 34450),
  $strLenCP: onList(['text'], 34471),
  $trim: trimmed,
  $ltrim: trimmed,
  $rtrim: trimmed,
  $replaceAll: replaced,
  $replaceOne: replaced,
  $year: partOfDate,
  $month: partOfDate,
  $dayOfMonth: partOfDate,
  $dayOfWeek: partOfDate,
  $dayOfYear: partOfDate,
  $hour: partOfDate,
  $minute: partOfDate,
  $second: partOfDate,
  $millisecond: partOfDate,
  $dateToString: onFields({ date, format: formatted, timezone, onNull: () => undefined }, ['date']),
  // Without a time zone: mingo counts days in UTC even when it is given another one.
  $dateTrunc: onFields({ date, unit }, ['date', 'unit']),
};
