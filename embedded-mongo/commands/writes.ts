import { MongoError } from '../errors.ts';
import type { Document } from '../values/document.ts';
import { isDocument, typeNameOf } from '../values/document.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';
import { booleanField, documentField, type Reply, type Request, type Services } from './command.ts';
import { retryableWriteOf } from './sessions.ts';

/** Fields every command that writes may carry. */
export const writeFields = ['writeConcern', 'bypassDocumentValidation', 'let'] as const;

/**
 * Runs a write inside a transaction, once however often it is sent, and answers when it is as durable as asked.
 * `run` must throw before it writes, or collect its errors in the answer.
 */
export const write = async (request: Request, { store, sessions }: Services, run: () => Document): Promise<Reply> => {
  const concern = readWriteConcern(request.body);
  const retryable = retryableWriteOf(request.body);
  const fields = await store.write(() => sessions.once(retryable, run));
  if (concern.journal) await store.sync();
  return { fields };
};

/** The write concern of a command; this server is the only member of its set. */
export const readWriteConcern = (body: Document): { journal: boolean } => {
  const concern = documentField(body, 'writeConcern');
  for (const field of Object.keys(concern)) {
    if (!['w', 'j', 'wtimeout', 'fsync', 'provenance'].includes(field)) {
      throw new MongoError(40415, `BSON field 'writeConcern.${field}' is an unknown field.`);
    }
  }
  const w = concern['w'];
  if (typeof w === 'string' && w !== 'majority')
    throw new MongoError(79, `No write concern mode named '${w}' found in replica set configuration`);
  if (w !== undefined && typeof w !== 'string' && !isNumeric(w))
    throw new MongoError(9, `w has to be a number or a string, not ${typeNameOf(w)}`);
  if (isNumeric(w) && toNumber(w) > 1) throw new MongoError(100, 'Not enough data-bearing nodes');
  return { journal: booleanField(concern, 'j', false) || booleanField(concern, 'fsync', false) };
};

/** One statement of an update or delete. */
export const asStatement = (statement: unknown): Document => {
  if (!isDocument(statement)) throw new MongoError(14, 'Each statement of a write must be an object');
  return statement;
};

/** The filter of one statement. */
export const statementFilter = (statement: unknown): Document => {
  const filter = asStatement(statement)['q'];
  if (!isDocument(filter)) throw new MongoError(14, "BSON field 'q' is missing or not an object");
  return filter;
};
