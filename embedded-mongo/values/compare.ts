import { Binary, BSONRegExp, Code, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import type { Document } from './document.ts';
import { compareNumbers, isNumeric, type Numeric } from './numbers.ts';

/** The order of BSON types, which the key encoding writes as a value's first byte. Gaps are only for reading. */
export const typeOrder = {
  minKey: 10,
  emptyArray: 15,
  null: 20,
  number: 30,
  string: 60,
  object: 70,
  array: 80,
  binary: 90,
  objectId: 100,
  boolean: 110,
  date: 120,
  timestamp: 130,
  regex: 140,
  code: 150,
  codeWithScope: 160,
  maxKey: 240,
} as const;

/** Stands for an empty array in index keys and sort keys, where MongoDB orders it below null. */
export const emptyArray = Symbol('[]');

/** The place of a value's type in MongoDB's comparison order. A missing value sorts as null. */
export const typeOrderOf = (value: unknown): number => {
  switch (typeof value) {
    case 'string':
      return typeOrder.string;
    case 'number':
    case 'bigint':
      return typeOrder.number;
    case 'boolean':
      return typeOrder.boolean;
    case 'undefined':
      return typeOrder.null;
    case 'symbol':
      return typeOrder.emptyArray;
    default:
  }
  if (value === null) return typeOrder.null;
  if (Array.isArray(value)) return typeOrder.array;
  if (value instanceof Date) return typeOrder.date;
  if (value instanceof ObjectId) return typeOrder.objectId;
  if (isNumeric(value)) return typeOrder.number;
  if (value instanceof Binary) return typeOrder.binary;
  if (value instanceof Timestamp) return typeOrder.timestamp;
  if (value instanceof BSONRegExp) return typeOrder.regex;
  if (value instanceof Code) return value.scope ? typeOrder.codeWithScope : typeOrder.code;
  if (value instanceof MinKey) return typeOrder.minKey;
  if (value instanceof MaxKey) return typeOrder.maxKey;
  return typeOrder.object;
};

/** Compares any two values in MongoDB's order: first by type, then by value. */
export const compareValues = (a: unknown, b: unknown): number => {
  if (typeof a === 'number' && typeof b === 'number') {
    return a < b ? -1 : a > b ? 1 : a === b ? 0 : compareNumbers(a, b);
  }
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  const order = typeOrderOf(a);
  const difference = order - typeOrderOf(b);
  if (difference !== 0) return difference < 0 ? -1 : 1;
  switch (order) {
    case typeOrder.number:
      return compareNumbers(a as Numeric, b as Numeric);
    case typeOrder.object:
      return compareDocuments(a as Document, b as Document);
    case typeOrder.array:
      return compareArrays(a as unknown[], b as unknown[]);
    case typeOrder.binary:
      return compareBinaries(a as Binary, b as Binary);
    case typeOrder.objectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case typeOrder.boolean:
      return Number(a) - Number(b);
    case typeOrder.date:
      return Math.sign((a as Date).getTime() - (b as Date).getTime());
    case typeOrder.timestamp:
      return (a as Timestamp).compare(b as Timestamp);
    case typeOrder.regex:
      return (
        compareStrings((a as BSONRegExp).pattern, (b as BSONRegExp).pattern) ||
        compareStrings((a as BSONRegExp).options, (b as BSONRegExp).options)
      );
    case typeOrder.code:
    case typeOrder.codeWithScope:
      return (
        compareStrings((a as Code).code, (b as Code).code) ||
        compareDocuments((a as Code).scope ?? {}, (b as Code).scope ?? {})
      );
    default:
      return 0;
  }
};

/** Compares by Unicode code point, as MongoDB's byte order does; JavaScript's `<` orders surrogate pairs too low. */
export const compareStrings = (a: string, b: string): number => {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return lift(left) < lift(right) ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
};

const lift = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

const compareDocuments = (a: Document, b: Document): number => {
  const left = Object.keys(a);
  const right = Object.keys(b);
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i += 1) {
    const leftName = left[i] as string;
    const rightName = right[i] as string;
    const result =
      typeOrderOf(a[leftName]) - typeOrderOf(b[rightName]) ||
      compareStrings(leftName, rightName) ||
      compareValues(a[leftName], b[rightName]);
    if (result !== 0) return Math.sign(result);
  }
  return Math.sign(left.length - right.length);
};

const compareArrays = (a: readonly unknown[], b: readonly unknown[]): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const result = compareValues(a[i], b[i]);
    if (result !== 0) return result;
  }
  return Math.sign(a.length - b.length);
};

const compareBinaries = (a: Binary, b: Binary): number =>
  Math.sign(a.length() - b.length()) || Math.sign(a.sub_type - b.sub_type) || Buffer.compare(a.value(), b.value());

/** True when MongoDB calls the two values equal; numbers of different types may be, field order counts. */
export const equalValues = (a: unknown, b: unknown): boolean => compareValues(a, b) === 0;
