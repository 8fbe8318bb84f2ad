import { BSONRegExp } from 'bson';
import type { Predicate } from '../query/filter.ts';
import { compileRegex, literalPrefix } from '../query/regex.ts';
import { typeOrder, typeOrderOf } from '../values/compare.ts';
import { isDocument } from '../values/document.ts';
import { afterPrefix, KeyWriter } from '../values/keyEncoding.ts';

/** An end of a range: the encoded beginning of values, and whether values that begin so are inside. */
export type Bound = { readonly bytes: Buffer; readonly inclusive: boolean };

/** The values of one field an index scan has to look at: single points, or one range between two bounds. */
export type Bounds =
  | { readonly kind: 'points'; readonly values: readonly unknown[] }
  | {
      readonly kind: 'range';
      readonly lower?: Bound;
      readonly upper?: Bound;
      /** One value outside the range that is looked for as well. */
      readonly also?: unknown;
    };

const writer = new KeyWriter();
const encoded = (value: unknown): Buffer => writer.begin(0).value(value).finish().subarray(4);
const typeBytes = (type: number): Buffer => Buffer.from([type]);

/** Values an index holds under another key than their own: arrays, whose elements are indexed instead. */
const isIndexedAsItself = (value: unknown): boolean => !Array.isArray(value) && !(value instanceof BSONRegExp);

/** The bounds one predicate gives, or undefined when an index does not help with it. */
export const boundsOf = ({ operator, operand }: Predicate): Bounds | undefined => {
  switch (operator) {
    case '$eq':
      return isIndexedAsItself(operand) ? { kind: 'points', values: [operand] } : undefined;
    case '$in':
      return Array.isArray(operand) && operand.every(isIndexedAsItself)
        ? { kind: 'points', values: operand }
        : undefined;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return rangeOf(operator, operand);
    case '$regex': {
      const prefix = literalPrefix(compileRegex(operand, undefined));
      // The text without its two closing zeroes is the beginning of every text that begins with it. A pattern also finds
      // itself, stored as a value.
      return prefix === undefined ? undefined : { ...prefixRange(encoded(prefix).subarray(0, -2)), also: operand };
    }
    default:
      return undefined;
  }
};

const prefixRange = (bytes: Buffer): Bounds & { kind: 'range' } => ({
  kind: 'range',
  lower: { bytes, inclusive: true },
  upper: { bytes, inclusive: true },
});

const rangeOf = (operator: string, operand: unknown): Bounds | undefined => {
  const type = typeOrderOf(operand);
  const unhelpful: number[] = [typeOrder.null, typeOrder.minKey, typeOrder.maxKey, typeOrder.array];
  if (unhelpful.includes(type)) return undefined;
  const bound = { bytes: encoded(operand), inclusive: operator.endsWith('e') };
  const ofType = { bytes: typeBytes(type), inclusive: true };
  return operator.startsWith('$gt')
    ? { kind: 'range', lower: bound, upper: ofType }
    : { kind: 'range', lower: ofType, upper: bound };
};

/** Both bounds at once, for predicates that one and the same value has to meet. */
export const intersect = (a: Bounds, b: Bounds): Bounds => {
  // Points are always the smaller set; the filter is applied again anyway.
  if (a.kind === 'points') return b.kind === 'points' && b.values.length < a.values.length ? b : a;
  if (b.kind === 'points') return b;
  const lower = tighter(a.lower, b.lower, 1);
  const upper = tighter(a.upper, b.upper, -1);
  // A value outside one of the ranges meets both predicates only if it is outside both.
  const also = a.also !== undefined && b.also !== undefined ? { also: a.also } : {};
  return { kind: 'range', ...(lower ? { lower } : {}), ...(upper ? { upper } : {}), ...also };
};

const tighter = (a: Bound | undefined, b: Bound | undefined, sign: 1 | -1): Bound | undefined => {
  if (!a || !b) return a ?? b;
  const order = Buffer.compare(edge(a, sign), edge(b, sign)) * sign;
  return order >= 0 ? a : b;
};

/** A bound as the first key inside (for lower bounds) or after the range (for upper ones). */
const edge = ({ bytes, inclusive }: Bound, sign: 1 | -1): Buffer =>
  inclusive === (sign === 1) ? bytes : (afterPrefix(bytes) ?? Buffer.from([255, 255]));

/** Whether a value is one that every index entry holds as it is, for the checks of partial and sparse indexes. */
export const excludesMissing = ({ operator, operand }: Predicate): boolean => {
  switch (operator) {
    case '$eq':
      return operand !== null && operand !== undefined;
    case '$in':
      return Array.isArray(operand) && operand.every((value) => value !== null && value !== undefined);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return operand !== null && typeOrderOf(operand) !== typeOrder.minKey && typeOrderOf(operand) !== typeOrder.maxKey;
    case '$exists':
      return operand === true || (typeof operand === 'number' && operand !== 0);
    case '$regex':
    case '$type':
      return operator === '$regex' || (operand !== 'null' && operand !== 10 && !Array.isArray(operand));
    case '$elemMatch':
      return isDocument(operand);
    default:
      return false;
  }
};

const inverted = (bytes: Buffer): Buffer => {
  const result = Buffer.allocUnsafe(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) result[i] = 255 - (bytes[i] as number);
  return result;
};

/** A range as a half-open interval of the bytes an index writes for a field of the given direction. */
export const asInterval = (
  range: { readonly lower?: Bound; readonly upper?: Bound },
  direction: 1 | -1,
): { readonly from?: Buffer; readonly to?: Buffer } => {
  const first = direction === 1 ? range.lower : range.upper;
  const last = direction === 1 ? range.upper : range.lower;
  const bytesOf = (bound: Bound) => (direction === 1 ? bound.bytes : inverted(bound.bytes));
  const from = first && (first.inclusive ? bytesOf(first) : afterPrefix(bytesOf(first)));
  const to = last && (last.inclusive ? afterPrefix(bytesOf(last)) : bytesOf(last));
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
};
