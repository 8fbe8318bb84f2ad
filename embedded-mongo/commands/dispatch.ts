import { BSONError } from 'bson';
import { codeNameOf, MongoError, notSupported } from '../errors.ts';
import { type Document, isDocument } from '../values/document.ts';
import { aggregate } from './aggregate.ts';
import { create, drop, dropDatabase, listCollections, listDatabases } from './collections.ts';
import type { Command, Reply, Request, Services } from './command.ts';
import { count, distinct } from './count.ts';
import { deleteCommand } from './delete.ts';
import { explain } from './explain.ts';
import { configureFailPoint } from './failPoint.ts';
import { find, getMore, killCursors } from './find.ts';
import { findAndModify } from './findAndModify.ts';
import { createIndexes, dropIndexes, listIndexes } from './indexes.ts';
import { insert } from './insert.ts';
import { buildInfo, endSessions, hello, isMaster, ping } from './server.ts';
import { update } from './update.ts';

const commands: Readonly<Record<string, Command>> = {
  aggregate,
  configureFailPoint,
  explain,
  buildInfo,
  buildinfo: buildInfo,
  count,
  create,
  createIndexes,
  delete: deleteCommand,
  deleteIndexes: dropIndexes,
  distinct,
  drop,
  dropDatabase,
  dropIndexes,
  endSessions,
  find,
  findAndModify,
  findandmodify: findAndModify,
  getMore,
  hello,
  insert,
  isMaster,
  ismaster: isMaster,
  killCursors,
  listCollections,
  listDatabases,
  listIndexes,
  ping,
  update,
};

/** Fields every command may carry, whose meaning this server keeps: it is a primary, and its own cluster. */
const genericFields: ReadonlySet<string> = new Set([
  '$db',
  'lsid',
  'txnNumber',
  '$clusterTime',
  '$readPreference',
  '$audit',
  '$client',
  '$configServerState',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
]);

/** Features of MongoDB that are commands of their own; naming them makes a refusal clear. */
const refusedCommands: ReadonlySet<string> = new Set([
  'abortTransaction',
  'authenticate',
  'bulkWrite',
  'collMod',
  'commitTransaction',
  'convertToCapped',
  'mapReduce',
  'renameCollection',
  'saslContinue',
  'saslStart',
]);

/** Errors after which a client may send a write again. */
const retryableCodes: ReadonlySet<number> = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/** Runs a command and makes its answer, which for an error is MongoDB's. */
export const answer = async (request: Request, services: Services): Promise<Reply> => {
  try {
    const failure = services.failPoint.take(request.name);
    if (failure?.blockTime) await new Promise((resolve) => setTimeout(resolve, failure.blockTime));
    if (failure?.closeConnection) return { fields: {}, closeConnection: true };
    if (failure?.error) throw failure.error;
    const { fields, encoded = [] } = await run(request, services);
    const { writeConcernError } = failure ?? {};
    if (!writeConcernError) return { fields: { ...fields, ok: 1 }, encoded };
    const labels = labelsOf(request, writeConcernError['code']);
    return { fields: { ...fields, writeConcernError, ...labels, ok: 1 }, encoded };
  } catch (error) {
    const fields = errorFields(error);
    return { fields: { ...labelsOf(request, fields['code']), ...fields } };
  }
};

/** Tells a driver that it may send a write of its session again: it is done once, and here perhaps has been done. */
const labelsOf = ({ body }: Request, code: unknown): Document =>
  body['txnNumber'] !== undefined && retryableCodes.has(Number(code)) ? { errorLabels: ['RetryableWriteError'] } : {};

const run = (request: Request, services: Services): Reply | Promise<Reply> => {
  const { name, body } = request;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    if (refusedCommands.has(name)) throw notSupported(`The command ${name}`);
    throw new MongoError(59, `no such command: '${name}'`);
  }
  if (body['startTransaction'] !== undefined || body['autocommit'] !== undefined)
    throw notSupported('A transaction', 263);
  if (isDocument(body['let']) && Object.keys(body['let']).length > 0) throw notSupported('The option let');
  for (const field of Object.keys(body)) {
    if (!genericFields.has(field) && !command.accepts.includes(field)) {
      throw new MongoError(40415, `BSON field '${name}.${field}' is an unknown field.`);
    }
  }
  return command.run(request, services);
};

const errorFields = (error: unknown): Document => {
  if (error instanceof MongoError) {
    return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.details };
  }
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof BSONError ? 2 : 1;
  return { ok: 0, errmsg: message, code, codeName: codeNameOf(code) };
};
