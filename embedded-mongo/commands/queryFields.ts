import { badValue, MongoError, notSupported } from '../errors.ts';
import type { Query } from '../plan/query.ts';
import { parseFilter } from '../query/filter.ts';
import { parseSort } from '../query/sort.ts';
import type { Collection } from '../storage/collection.ts';
import type { Index } from '../storage/indexDefinition.ts';
import { compareValues } from '../values/compare.ts';
import { type Document, isDocument } from '../values/document.ts';
import { countField, documentField } from './command.ts';

/** Refuses a collation; the simple one is what this server does anyway. */
export const refuseCollation = (body: Document): void => {
  const collation = body['collation'];
  if (collation === undefined) return;
  if (!isDocument(collation) || collation['locale'] !== 'simple') throw notSupported('A collation');
};

/** The query of a command that names its filter `query` or `filter`. */
export const readQuery = (body: Document, filterField: string, collection: Collection | undefined): Query => {
  refuseCollation(body);
  const hint = readHint(body['hint'], collection);
  return {
    filter: parseFilter(documentField(body, filterField)),
    sort: parseSort(body['sort']),
    skip: countField(body, 'skip', 0),
    limit: countField(body, 'limit', 0),
    ...(hint ? { hint } : {}),
  };
};

/** The index a hint names, by its name or its key. */
export const readHint = (hint: unknown, collection: Collection | undefined): Index | undefined => {
  if (hint === undefined || !collection) return undefined;
  if (isDocument(hint) && Object.keys(hint).length === 0) return undefined;
  if (typeof hint !== 'string' && !isDocument(hint)) throw new MongoError(9, 'Hint must be a string or an object');
  if (isDocument(hint) && '$natural' in hint) throw notSupported('The hint $natural');
  const usable = collection.indexes.filter(({ definition }) => !definition.building);
  const found = usable.find((index) =>
    typeof hint === 'string' ? index.name === hint : compareValues(index.definition.key, hint) === 0,
  );
  if (!found)
    throw badValue(
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  return found;
};

const readLevels = ['local', 'available', 'majority', 'linearizable'];

/** Reads of this server are always current, so every level but a snapshot across commands is met. */
export const checkReadConcern = (body: Document): void => {
  const concern = documentField(body, 'readConcern');
  const level = concern['level'];
  if (level === 'snapshot') throw notSupported('The read concern snapshot', 246);
  if (level !== undefined && !readLevels.includes(String(level)))
    throw new MongoError(9, `'${String(level)}' is not a valid read concern level`);
};
