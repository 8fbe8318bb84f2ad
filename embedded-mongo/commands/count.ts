import { MongoError } from '../errors.ts';
import { pause, runQuery } from '../plan/query.ts';
import { decodeFields, fieldNames } from '../values/decode.ts';
import { KeyWriter } from '../values/keyEncoding.ts';
import { someValueAt, splitPath } from '../values/path.ts';
import { type Command, collectionName, countField, reply } from './command.ts';
import { deadlineOf, nextTurn } from './cursors.ts';
import { checkReadConcern, readQuery } from './queryFields.ts';

const longestSlice = 12;

/** Visits all results, letting others run in between. */
export const forEachResult = async <T>(
  results: Iterable<T | typeof pause>,
  deadline: () => void,
  visit: (result: T) => void,
): Promise<void> => {
  let sliceStart = performance.now();
  for (const result of results) {
    if (result !== pause) {
      visit(result);
      continue;
    }
    deadline();
    if (performance.now() - sliceStart > longestSlice) {
      await nextTurn();
      sliceStart = performance.now();
    }
  }
};

export const count: Command = {
  accepts: ['count', 'query', 'limit', 'skip', 'hint', 'readConcern', 'collation', 'maxTimeMS', 'fields'],
  run: async (request, { store }) => {
    const { body, database } = request;
    checkReadConcern(body);
    const collection = store.findCollection(database, collectionName(request));
    const query = readQuery({ ...body, sort: undefined }, 'query', collection);
    if (!collection) return reply({ n: 0 });
    if (query.filter.kind === 'and' && query.filter.children.length === 0) {
      const n = Math.max(0, collection.count - query.skip);
      return reply({ n: query.limit > 0 ? Math.min(n, query.limit) : n });
    }
    let n = 0;
    await forEachResult(
      runQuery(store, collection, query).results,
      deadlineOf(countField(body, 'maxTimeMS', 0)),
      () => {
        n += 1;
      },
    );
    return reply({ n });
  },
};

export const distinct: Command = {
  accepts: ['distinct', 'key', 'query', 'readConcern', 'collation', 'maxTimeMS', 'hint'],
  run: async (request, { store }) => {
    const { body, database } = request;
    checkReadConcern(body);
    const key = body['key'];
    if (typeof key !== 'string' || key === '')
      throw new MongoError(14, "BSON field 'distinct.key' must be a nonempty string");
    const collection = store.findCollection(database, collectionName(request));
    const query = readQuery(body, 'query', collection);
    if (!collection) return reply({ values: [] });
    const path = splitPath(key);
    const names = fieldNames([path[0] as string]);
    const writer = new KeyWriter();
    const values = new Map<string, unknown>();
    const add = (value: unknown): void => {
      const name = writer.begin(0).value(value).finish().toString('latin1');
      if (value !== undefined && !values.has(name)) values.set(name, value);
    };
    const results = runQuery(store, collection, query).results;
    await forEachResult(results, deadlineOf(countField(body, 'maxTimeMS', 0)), ({ bytes }) => {
      // The elements of an array are values of their own, the array itself is not.
      someValueAt(decodeFields(bytes, names), path, (value) => {
        for (const one of Array.isArray(value) ? value : [value]) add(one);
        return false;
      });
    });
    return reply({ values: [...values.values()] });
  },
};
