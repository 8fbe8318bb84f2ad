import { MongoError } from '../errors.ts';
import { collect, runQuery } from '../plan/query.ts';
import type { Found } from '../plan/scan.ts';
import { parseFilter } from '../query/filter.ts';
import type { Store } from '../storage/store.ts';
import { bulkReply, type Progress, runBulk, type Statement } from './bulk.ts';
import { arrayField, assertOnly, type Command, collectionName, countField } from './command.ts';
import { readHint, refuseCollation } from './queryFields.ts';
import { changeSlowly, findOneSlowly, takesLong } from './slowWrites.ts';
import { asStatement, statementFilter, writeFields } from './writes.ts';

export const deleteCommand: Command = {
  accepts: ['delete', 'deletes', 'ordered', ...writeFields],
  run: async (request, services) => {
    const name = collectionName(request);
    const statements = arrayField(request.body, 'deletes');
    for (const one of statements) assertOnly(asStatement(one), ['q', 'limit', 'hint', 'collation'], 'delete.deletes');
    const progress = await runBulk(request, services, statements.length, (i) =>
      deleteStatement(services.store, request.database, name, statements[i]),
    );
    return bulkReply(progress, false);
  },
};

const deleteStatement = (store: Store, database: string, name: string, statement: unknown): Statement => {
  const filter = parseFilter(statementFilter(statement));
  const options = asStatement(statement);
  refuseCollation(options);
  const limit = countField(options, 'limit', -1);
  if (limit !== 0 && limit !== 1) {
    throw new MongoError(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  }
  const collection = store.findCollection(database, name);
  if (!collection) return { run: () => undefined };
  const hint = readHint(options['hint'], collection);
  const query = { filter, sort: [], skip: 0, limit, ...(hint ? { hint } : {}) };
  const remove = (progress: Progress, { record, bytes }: Found): void => {
    store.records.remove(collection, record, bytes);
    progress.n += 1;
  };
  const run = (progress: Progress, find = () => collect(runQuery(store, collection, query))): void => {
    if (store.findCollection(database, name) !== collection) return;
    for (const one of find()) remove(progress, one);
  };
  const plain = { run: (progress: Progress) => run(progress) };
  if (!takesLong(collection, query, limit === 0)) return plain;
  return {
    ...plain,
    prepare: async (progress) => {
      if (limit === 0) {
        await changeSlowly(store, collection, query, (one) => remove(progress, one));
        return () => undefined;
      }
      const find = await findOneSlowly(store, collection, query);
      return (so) => run(so, () => [find()].filter((one) => one !== undefined));
    },
  };
};
