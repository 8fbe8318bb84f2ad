import { failedToParse, MongoError, typeMismatch } from '../errors.ts';
import type { Store } from '../storage/store.ts';
import { type Document, isDocument, typeNameOf } from '../values/document.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';
import type { Cursors } from './cursors.ts';
import type { FailPoint } from './failPoint.ts';
import type { Sessions } from './sessions.ts';

/** What every command can reach. */
export type Services = {
  readonly store: Store;
  readonly cursors: Cursors;
  readonly sessions: Sessions;
  readonly failPoint: FailPoint;
  readonly address: string;
};

/** A command a client sent. */
export type Request = {
  readonly database: string;
  readonly name: string;
  readonly body: Document;
  /** Documents that came as BSON and need not be decoded: those of an insert. */
  readonly documents: readonly Buffer[];
  /** The connection, to which the answer of hello gives a number. */
  readonly connectionId: number;
};

/** An answer: fields, and fields that are already BSON, which come first. */
export type Reply = {
  readonly fields: Document;
  readonly encoded?: readonly Buffer[];
  /** Ends the connection without an answer. */
  readonly closeConnection?: boolean;
};

/** A command this server knows. */
export type Command = {
  /** The fields a client may send; any other is refused rather than ignored. */
  readonly accepts: readonly string[];
  readonly run: (request: Request, services: Services) => Reply | Promise<Reply>;
};

export const reply = (fields: Document): Reply => ({ fields });

/** The collection a command names in its first field. */
export const collectionName = ({ name, body }: Request): string => {
  const value = body[name];
  if (typeof value !== 'string') {
    throw new MongoError(73, `collection name has invalid type ${typeNameOf(value)}`);
  }
  if (value === '') throw new MongoError(73, `Invalid namespace specified '${String(body['$db'])}.'`);
  return value;
};

export const documentField = (body: Document, field: string): Document => {
  const value = body[field];
  if (value === undefined || value === null) return {};
  if (!isDocument(value))
    throw typeMismatch(`BSON field '${field}' is the wrong type '${typeNameOf(value)}', expected type 'object'`);
  return value;
};

export const optionalDocument = (body: Document, field: string): Document | undefined =>
  body[field] === undefined || body[field] === null ? undefined : documentField(body, field);

/** A whole number that is not negative; `otherwise` when the field is missing. */
export const countField = (body: Document, field: string, otherwise: number): number => {
  const value = body[field];
  if (value === undefined || value === null) return otherwise;
  if (!isNumeric(value))
    throw typeMismatch(`BSON field '${field}' is the wrong type '${typeNameOf(value)}', expected a number`);
  const number = Math.trunc(toNumber(value));
  if (number < 0) throw new MongoError(51024, `BSON field '${field}' value must be >= 0, actual value '${number}'`);
  return number;
};

export const booleanField = (body: Document, field: string, otherwise: boolean): boolean => {
  const value = body[field];
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'boolean') return value;
  if (isNumeric(value)) return toNumber(value) !== 0;
  throw typeMismatch(`BSON field '${field}' is the wrong type '${typeNameOf(value)}', expected type 'bool'`);
};

export const arrayField = (body: Document, field: string): unknown[] => {
  const value = body[field];
  if (!Array.isArray(value))
    throw failedToParse(`BSON field '${field}' is missing but a required field, or is not an array`);
  return value;
};

/** Refuses fields the server would otherwise have to ignore. */
export const assertOnly = (body: Document, accepted: readonly string[], where: string): void => {
  for (const field of Object.keys(body)) {
    if (!accepted.includes(field)) throw new MongoError(40415, `BSON field '${where}.${field}' is an unknown field.`);
  }
};
