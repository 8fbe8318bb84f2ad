import { BSONRegExp } from 'bson';
import { badValue, MongoError, notSupported } from '../errors.ts';
import { compareValues, equalValues, typeOrder, typeOrderOf } from '../values/compare.ts';
import { type Document, isDocument, typeNameOf } from '../values/document.ts';
import { KeyWriter } from '../values/keyEncoding.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';
import { type Path, someElementAt, someValueAt } from '../values/path.ts';
import type { Test } from './filter.ts';
import { compileRegex } from './regex.ts';
import { parseTypes } from './typeNames.ts';

/** Operators MongoDB has and this server refuses. */
export const refusedOperators: ReadonlySet<string> = new Set([
  '$where',
  '$text',
  '$jsonSchema',
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$within',
  '$box',
  '$center',
  '$bitsAllSet',
  '$bitsAllClear',
  '$bitsAnySet',
  '$bitsAnyClear',
  '$sampleRate',
  '$rand',
  '$alwaysTrue',
  '$alwaysFalse',
  '$maxDistance',
  '$minDistance',
  '$geometry',
]);

/** Compiles one operator on one path. `siblings` are the operators beside it, of which only `$options` matters. */
export const parsePredicate = (path: Path, operator: string, operand: unknown, siblings: Document): Test => {
  switch (operator) {
    case '$eq':
      return (document) => someElementAt(document, path, equalTo(operand));
    case '$ne': {
      const equal = equalTo(operand);
      return (document) => !someElementAt(document, path, equal);
    }
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte': {
      const inRange = comparison(operator, operand);
      return (document) => someElementAt(document, path, inRange);
    }
    case '$in': {
      const among = memberOf(operator, operand);
      return (document) => someElementAt(document, path, among);
    }
    case '$nin': {
      const among = memberOf(operator, operand);
      return (document) => !someElementAt(document, path, among);
    }
    case '$exists': {
      const wanted = isTruthy(operand);
      return (document) => someValueAt(document, path, (value) => value !== undefined) === wanted;
    }
    case '$type': {
      const types = parseTypes(operand);
      return (document) => someElementAt(document, path, (value) => types.has(typeNameOf(value)));
    }
    case '$size': {
      const size = wholeNumber('$size', operand);
      if (size < 0) throw badValue(`Failed to parse $size. Expected a non-negative number in: $size: ${size}`);
      return (document) => someValueAt(document, path, (value) => Array.isArray(value) && value.length === size);
    }
    case '$mod': {
      const divides = modulo(operand);
      return (document) => someElementAt(document, path, divides);
    }
    case '$regex': {
      const matches = regex(operand, siblings['$options']);
      return (document) => someElementAt(document, path, matches);
    }
    case '$all':
      return all(path, operand);
    case '$elemMatch': {
      const matches = operand as (element: unknown) => boolean;
      return (document) => someValueAt(document, path, (value) => Array.isArray(value) && value.some(matches));
    }
    case '$options':
      throw badValue('$options needs a $regex');
    default:
      if (refusedOperators.has(operator)) throw notSupported(`The query operator ${operator}`);
      throw badValue(`unknown operator: ${operator}`);
  }
};

/** Equality as a query means it: null also finds a missing field. */
const equalTo = (operand: unknown): ((value: unknown) => boolean) => {
  if (operand === undefined) throw badValue('cannot compare to undefined');
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand;
  return (value) => equalValues(value, operand);
};

/** Ranges only find values of the operand's own type. */
const comparison = (operator: string, operand: unknown): ((value: unknown) => boolean) => {
  if (operand instanceof BSONRegExp) throw badValue(`Can't have RegEx as arg to predicate over field`);
  const type = typeOrderOf(operand);
  const acceptsEqual = operator.endsWith('e');
  const sign = operator.startsWith('$gt') ? 1 : -1;
  const everyType = type === typeOrder.minKey || type === typeOrder.maxKey;
  const unordered = isNumeric(operand) && Number.isNaN(toNumber(operand));
  return (value) => {
    if (typeOrderOf(value) !== type && !everyType) return false;
    if (value === undefined && everyType) return false;
    const result = compareValues(value, operand);
    if (result === 0) return acceptsEqual;
    if (unordered || (isNumeric(value) && Number.isNaN(toNumber(value)))) return everyType && result === sign;
    return result === sign;
  };
};

const memberOf = (operator: string, operand: unknown): ((value: unknown) => boolean) => {
  if (!Array.isArray(operand)) throw badValue(`${operator} needs an array`);
  const patterns = operand.filter((value) => value instanceof BSONRegExp).map((value) => regex(value, undefined));
  for (const value of operand) {
    if (isDocument(value) && Object.keys(value)[0]?.startsWith('$')) throw badValue(`cannot nest $ under ${operator}`);
  }
  if (operand.every((value) => typeof value === 'string')) {
    const strings = new Set<unknown>(operand);
    return (value) => strings.has(value);
  }
  const writer = new KeyWriter();
  const keyOf = (value: unknown) => writer.begin(0).value(value).finish().toString('latin1');
  const keys = new Set(operand.map(keyOf));
  return (value) => keys.has(keyOf(value)) || patterns.some((matches) => matches(value));
};

const isTruthy = (value: unknown): boolean =>
  isNumeric(value) ? toNumber(value) !== 0 : value !== false && value !== null && value !== undefined;

const wholeNumber = (operator: string, operand: unknown): number => {
  const value = isNumeric(operand) ? toNumber(operand) : Number.NaN;
  if (!Number.isInteger(value)) throw badValue(`Failed to parse ${operator}. Expected an integer`);
  return value;
};

const modulo = (operand: unknown): ((value: unknown) => boolean) => {
  if (!Array.isArray(operand)) throw badValue('malformed mod, needs to be an array');
  if (operand.length < 2) throw badValue('malformed mod, not enough elements');
  if (operand.length > 2) throw badValue('malformed mod, too many elements');
  const [divisor, remainder] = operand.map((value: unknown) => {
    if (!isNumeric(value) || !Number.isFinite(toNumber(value))) throw badValue('malformed mod, divisor not a number');
    return Math.trunc(toNumber(value));
  }) as [number, number];
  if (divisor === 0) throw badValue('divisor cannot be 0');
  return (value) => {
    const number = isNumeric(value) ? toNumber(value) : Number.NaN;
    return Number.isFinite(number) && Math.trunc(number) % divisor === remainder;
  };
};

const regex = (operand: unknown, options: unknown): ((value: unknown) => boolean) => {
  const pattern = compileRegex(operand, options);
  return (value) =>
    typeof value === 'string'
      ? pattern.expression.test(value)
      : value instanceof BSONRegExp && value.pattern === pattern.source && value.options === pattern.options;
};

const all = (path: Path, operand: unknown): Test => {
  if (!Array.isArray(operand)) throw badValue('$all needs an array');
  if (operand.length === 0) return () => false;
  const tests = operand.map((value: unknown): Test => {
    if (value instanceof BSONRegExp) return parsePredicate(path, '$regex', value, {});
    if (isDocument(value) && '$elemMatch' in value)
      throw new MongoError(115, '$all with $elemMatch is not supported by the embedded database');
    if (isDocument(value) && Object.keys(value)[0]?.startsWith('$')) throw badValue('no $ expressions in $all');
    return parsePredicate(path, '$eq', value, {});
  });
  return (document) => tests.every((test) => test(document));
};
