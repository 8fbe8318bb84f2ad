import { MongoError } from '../errors.ts';
import { collect, runQuery } from '../plan/query.ts';
import { parseFilter } from '../query/filter.ts';
import { isDocument } from '../values/document.ts';
import { arrayField, assertOnly, booleanField, type Command, collectionName, countField } from './command.ts';
import { readHint, refuseCollation } from './queryFields.ts';
import { assertStatementCount, runStatements, statementFilter, write, writeFields } from './writes.ts';

export const deleteCommand: Command = {
  accepts: ['delete', 'deletes', ...writeFields],
  run: (request, services) => {
    const { body, database } = request;
    const { store } = services;
    const name = collectionName(request);
    const statements = arrayField(body, 'deletes');
    const ordered = booleanField(body, 'ordered', true);
    assertStatementCount(statements.length);
    return write(request, services, () => {
      let n = 0;
      const writeErrors = runStatements(statements.length, ordered, (i) => {
        const statement = statements[i];
        const source = statementFilter(statement);
        if (!isDocument(statement)) return;
        assertOnly(statement, ['q', 'limit', 'hint', 'collation'], 'delete.deletes');
        refuseCollation(statement);
        const limit = countField(statement, 'limit', -1);
        if (limit !== 0 && limit !== 1)
          throw new MongoError(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
        const filter = parseFilter(source);
        const collection = store.findCollection(database, name);
        if (!collection) return;
        const hint = readHint(statement['hint'], collection);
        for (const { record, bytes } of collect(
          runQuery(store, collection, { filter, sort: [], skip: 0, limit, ...(hint ? { hint } : {}) }),
        )) {
          store.records.remove(collection, record, bytes);
          n += 1;
        }
      });
      return { n, ...(writeErrors.length > 0 ? { writeErrors } : {}) };
    });
  },
};
