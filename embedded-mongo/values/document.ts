import { Binary, BSONRegExp, Code, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/** A decoded BSON document. Its values are those `decode.ts` makes; `undefined` always means a missing field. */
export type Document = { [field: string]: unknown };

/** True for a decoded sub-document, and for nothing else that JavaScript calls an object. */
export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Sets a field by definition, because assigning `__proto__` would change the object's prototype instead. */
export const setField = (document: Document, field: string, value: unknown): void => {
  if (field === '__proto__') {
    Object.defineProperty(document, field, { value, enumerable: true, configurable: true, writable: true });
  } else {
    document[field] = value;
  }
};

/** Reads a document's own field; a name such as `constructor` is not found on every document. */
export const getField = (document: Document, field: string): unknown =>
  Object.hasOwn(document, field) ? document[field] : undefined;

/**
 * The BSON type of a value by MongoDB's alias, as `$type` and error texts use it.
 * A plain JavaScript number is an int when it is a whole number that fits 32 bits, and a double otherwise: the decoder
 * wraps every other double in `Double`.
 */
export const typeNameOf = (value: unknown): string => {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'number':
      return isInt32(value) ? 'int' : 'double';
    case 'bigint':
      return 'long';
    default:
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Double) return 'double';
  if (value instanceof Long && !(value instanceof Timestamp)) return 'long';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Binary) return 'binData';
  if (value instanceof BSONRegExp || value instanceof RegExp) return 'regex';
  if (value instanceof MinKey) return 'minKey';
  if (value instanceof MaxKey) return 'maxKey';
  if (value instanceof Code) return value.scope ? 'javascriptWithScope' : 'javascript';
  return 'object';
};

/** Whether the serialiser writes this number as a 32 bit integer. */
export const isInt32 = (value: number): boolean => (value | 0) === value && !Object.is(value, -0);
