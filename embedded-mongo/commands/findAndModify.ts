import { failedToParse } from '../errors.ts';
import { collect, runQuery } from '../plan/query.ts';
import { parseProjection } from '../query/projection.ts';
import type { Collection } from '../storage/collection.ts';
import { parseArrayFilters } from '../update/positions.ts';
import { parseUpdate } from '../update/update.ts';
import { decodeDocument } from '../values/decode.ts';
import type { Document } from '../values/document.ts';
import { booleanField, type Command, collectionName, optionalDocument } from './command.ts';
import { readQuery } from './queryFields.ts';
import { findOneSlowly, takesLong } from './slowWrites.ts';
import { updateRecord, upsertRecord } from './update.ts';
import { write, writeFields } from './writes.ts';

export const findAndModify: Command = {
  accepts: [
    'findAndModify',
    'findandmodify',
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'hint',
    'collation',
    'arrayFilters',
    'maxTimeMS',
    ...writeFields,
  ],
  run: async (request, services) => {
    const { body, database } = request;
    const { store } = services;
    const name = collectionName(request);
    const remove = booleanField(body, 'remove', false);
    const upsert = booleanField(body, 'upsert', false);
    const returnNew = booleanField(body, 'new', false);
    if (remove && body['update'] !== undefined) throw failedToParse('Cannot specify both an update and remove=true');
    if (remove && (upsert || returnNew))
      throw failedToParse(`Cannot specify both ${upsert ? 'upsert' : 'new'}=true and remove=true`);
    if (!remove && body['update'] === undefined)
      throw failedToParse('Either an update or remove=true must be specified');
    const arrayFilters = parseArrayFilters(Array.isArray(body['arrayFilters']) ? body['arrayFilters'] : []);
    const update = remove ? undefined : parseUpdate(body['update'], arrayFilters);
    const projection = parseProjection(optionalDocument(body, 'fields'));
    const shown = (bytes: Buffer | undefined): Document | null => {
      if (!bytes) return null;
      const document = decodeDocument(bytes);
      return projection ? projection(document) : document;
    };
    const known = store.findCollection(database, name);
    const query = { ...readQuery(body, 'query', known), skip: 0, limit: 1 };
    const find = known && takesLong(known, query, false) ? await findOneSlowly(store, known, query) : undefined;
    return write(request, services, () => {
      const collection = store.findCollection(database, name);
      const [found] = !collection
        ? []
        : find && collection === known
          ? [find()]
          : collect(runQuery(store, collection, query));
      if (!update) {
        if (found) store.records.remove(collection as Collection, found.record, found.bytes);
        return { lastErrorObject: { n: found ? 1 : 0 }, value: shown(found?.bytes) };
      }
      if (found) {
        const { after } = updateRecord(store, collection as Collection, found, update, query.filter);
        return { lastErrorObject: { n: 1, updatedExisting: true }, value: shown(returnNew ? after : found.bytes) };
      }
      if (!upsert) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
      const bytes = upsertRecord(store, database, name, update, query.filter);
      return {
        lastErrorObject: { n: 1, updatedExisting: false, upserted: decodeDocument(bytes)['_id'] },
        value: returnNew ? shown(bytes) : null,
      };
    });
  },
};
