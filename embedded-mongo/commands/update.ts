import { failedToParse, MongoError } from '../errors.ts';
import { collect, type Query, runQuery } from '../plan/query.ts';
import type { Found } from '../plan/scan.ts';
import type { Filter } from '../query/filter.ts';
import { parseFilter } from '../query/filter.ts';
import { parseSort } from '../query/sort.ts';
import type { Collection } from '../storage/collection.ts';
import type { Store } from '../storage/store.ts';
import { parseArrayFilters } from '../update/positions.ts';
import { applyUpdate, parseUpdate, type Update } from '../update/update.ts';
import { documentToInsert } from '../update/upsert.ts';
import { decodeDocument } from '../values/decode.ts';
import { isDocument } from '../values/document.ts';
import { encodeStored } from '../values/encode.ts';
import { bulkReply, type Progress, runBulk, type Statement } from './bulk.ts';
import { arrayField, assertOnly, booleanField, type Command, collectionName } from './command.ts';
import { prepareDocument } from './insert.ts';
import { readHint, refuseCollation } from './queryFields.ts';
import { changeSlowly, findOneSlowly, takesLong } from './slowWrites.ts';
import { asStatement, statementFilter, writeFields } from './writes.ts';

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
  accepts: ['update', 'updates', 'ordered', ...writeFields],
  run: async (request, services) => {
    const name = collectionName(request);
    const statements = arrayField(request.body, 'updates');
    for (const one of statements) assertOnly(asStatement(one), statementFields, 'update.updates');
    const progress = await runBulk(request, services, statements.length, (i) =>
      updateStatement(services.store, request.database, name, parseStatement(statements[i])),
    );
    return bulkReply(progress, true);
  },
};

const updateStatement = (store: Store, database: string, name: string, statement: ParsedStatement): Statement => {
  const { filter, multi, sort } = statement;
  const collection = store.findCollection(database, name);
  const hint = readHint(statement.hint, collection);
  const query = { filter, sort, skip: 0, limit: multi ? 0 : 1, ...(hint ? { hint } : {}) };
  const change = (progress: Progress, found: Found, target: Collection): void => {
    const { changed } = updateRecord(store, target, found, statement.update, filter);
    progress.n += 1;
    if (changed) progress.nModified += 1;
  };
  const insertIfNone = (progress: Progress, found: number): void => {
    if (found > 0 || !statement.upsert) return;
    const bytes = upsertRecord(store, database, name, statement.update, filter);
    progress.upserted.push({ index: progress.next, _id: decodeDocument(bytes)['_id'] });
    progress.n += 1;
  };
  const run = (progress: Progress, find = () => findAll(store, database, name, query)): void => {
    const target = store.findCollection(database, name);
    const found = target ? find() : [];
    for (const one of found) if (target) change(progress, one, target);
    insertIfNone(progress, found.length);
  };
  if (!collection || !takesLong(collection, query, multi)) return { run: (progress) => run(progress) };
  return {
    run: (progress) => run(progress),
    prepare: async (progress) => {
      if (multi) {
        const found = await changeSlowly(store, collection, query, (one) => change(progress, one, collection));
        return (so) => (found === 0 && statement.upsert ? run(so) : undefined);
      }
      const find = await findOneSlowly(store, collection, query);
      return (so) => run(so, () => [find()].filter((one) => one !== undefined));
    },
  };
};

const findAll = (store: Store, database: string, name: string, query: Query): Found[] => {
  const collection = store.findCollection(database, name);
  return collection ? collect(runQuery(store, collection, query)) : [];
};

type ParsedStatement = ReturnType<typeof parseStatement>;

const parseStatement = (statement: unknown) => {
  const source = statementFilter(statement);
  if (!isDocument(statement)) throw failedToParse('Each update must be an object');
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
