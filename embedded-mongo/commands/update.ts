import { failedToParse, MongoError } from '../errors.ts';
import { collect, runQuery } from '../plan/query.ts';
import type { Filter } from '../query/filter.ts';
import { parseFilter } from '../query/filter.ts';
import { parseSort } from '../query/sort.ts';
import type { Collection } from '../storage/collection.ts';
import type { Store } from '../storage/store.ts';
import { parseArrayFilters } from '../update/positions.ts';
import { applyUpdate, parseUpdate, type Update } from '../update/update.ts';
import { documentToInsert } from '../update/upsert.ts';
import { decodeDocument } from '../values/decode.ts';
import { type Document, isDocument } from '../values/document.ts';
import { encodeStored } from '../values/encode.ts';
import { arrayField, assertOnly, booleanField, type Command, collectionName } from './command.ts';
import { prepareDocument } from './insert.ts';
import { readHint, refuseCollation } from './queryFields.ts';
import { assertStatementCount, runStatements, statementFilter, write, writeFields } from './writes.ts';

const statementFields = [
  'q',
  'u',
  'upsert',
  'multi',
  'arrayFilters',
  'hint',
  'collation',
  'c',
  'sort',
  'upsertSupplied',
];

/** Replaces one stored document by its updated form. Says whether that changed anything. */
export const updateRecord = (
  store: Store,
  collection: Collection,
  found: { record: number; bytes: Buffer },
  update: Update,
  filter: Filter,
): { changed: boolean; after: Buffer } => {
  const after = prepareDocument(encodeStored(applyUpdate(update, decodeDocument(found.bytes), filter, false)));
  const changed = !after.equals(found.bytes);
  if (changed) store.records.replace(collection, found.record, found.bytes, after);
  return { changed, after };
};

/** Inserts what an upsert makes; gives it back encoded. */
export const upsertRecord = (store: Store, database: string, name: string, update: Update, filter: Filter): Buffer => {
  const bytes = prepareDocument(encodeStored(documentToInsert(update, filter)));
  store.records.insert(store.requireCollection(database, name), bytes);
  return bytes;
};

export const update: Command = {
  accepts: ['update', 'updates', ...writeFields],
  run: (request, services) => {
    const { body, database } = request;
    const { store } = services;
    const name = collectionName(request);
    const statements = arrayField(body, 'updates');
    const ordered = booleanField(body, 'ordered', true);
    assertStatementCount(statements.length);
    return write(request, services, () => {
      const result = { n: 0, nModified: 0 };
      const upserted: Document[] = [];
      const writeErrors = runStatements(statements.length, ordered, (index) => {
        const statement = parseStatement(statements[index]);
        const collection = store.findCollection(database, name);
        const hint = readHint(statement.hint, collection);
        const limit = statement.multi ? 0 : 1;
        const found = collection
          ? collect(
              runQuery(store, collection, {
                filter: statement.filter,
                sort: statement.sort,
                skip: 0,
                limit,
                ...(hint ? { hint } : {}),
              }),
            )
          : [];
        for (const one of found) {
          const { changed } = updateRecord(store, collection as Collection, one, statement.update, statement.filter);
          result.n += 1;
          if (changed) result.nModified += 1;
        }
        if (found.length === 0 && statement.upsert) {
          const bytes = upsertRecord(store, database, name, statement.update, statement.filter);
          upserted.push({ index, _id: decodeDocument(bytes)['_id'] });
          result.n += 1;
        }
      });
      return {
        ...result,
        ...(upserted.length > 0 ? { upserted } : {}),
        ...(writeErrors.length > 0 ? { writeErrors } : {}),
      };
    });
  },
};

const parseStatement = (statement: unknown) => {
  const source = statementFilter(statement);
  if (!isDocument(statement)) throw failedToParse('Each update must be an object');
  assertOnly(statement, statementFields, 'update.updates');
  refuseCollation(statement);
  const arrayFilters = parseArrayFilters(Array.isArray(statement['arrayFilters']) ? statement['arrayFilters'] : []);
  const parsed = parseUpdate(statement['u'], arrayFilters);
  const multi = booleanField(statement, 'multi', false);
  if (multi && parsed.kind === 'replacement')
    throw failedToParse('multi update is not supported for replacement-style update');
  if (multi && statement['sort'] !== undefined) throw failedToParse('Cannot specify sort with multi=true');
  if (statement['upsertSupplied'] !== undefined)
    throw new MongoError(115, 'upsertSupplied is not supported by the embedded database');
  return {
    filter: parseFilter(source),
    update: parsed,
    multi,
    sort: parseSort(statement['sort']),
    upsert: booleanField(statement, 'upsert', false),
    hint: statement['hint'],
  };
};
