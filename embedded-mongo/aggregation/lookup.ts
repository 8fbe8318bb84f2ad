import { MongoError, notSupported } from '../errors.ts';
import { assertInMemory, pause, runQuery } from '../plan/query.ts';
import { parseFilter } from '../query/filter.ts';
import { decodeDocument } from '../values/decode.ts';
import { type Document, isDocument } from '../values/document.ts';
import { valueAt } from '../values/path.ts';
import type { StageParser } from './flow.ts';

/** `$lookup` by equality of two fields. The form with a pipeline is refused. */
export const lookup: StageParser = (operand, { store, database }) => {
  if (!isDocument(operand)) throw new MongoError(9, 'the $lookup specification must be an object');
  if ('pipeline' in operand || 'let' in operand) throw notSupported('$lookup with a pipeline');
  const { from, localField, foreignField, as, ...rest } = operand;
  const [unknown] = Object.keys(rest);
  if (unknown) throw new MongoError(9, `unknown argument to $lookup: ${unknown}`);
  if (
    typeof from !== 'string' ||
    typeof localField !== 'string' ||
    typeof foreignField !== 'string' ||
    typeof as !== 'string'
  ) {
    throw new MongoError(9, '$lookup requires from, localField, foreignField and as, all strings');
  }
  if (as.includes('.')) throw notSupported('$lookup into a nested field');
  const localPath = localField.split('.');
  return function* (input) {
    for (const one of input) {
      if (one === pause) {
        yield pause;
        continue;
      }
      const collection = store.findCollection(database, from);
      const value = valueAt(one, localPath);
      // An array stands for each of its elements; a missing field for null.
      const condition: Document = { [foreignField]: Array.isArray(value) ? { $in: value } : { $eq: value ?? null } };
      const query = { filter: parseFilter(condition), sort: [], skip: 0, limit: 0 };
      const joined: Document[] = [];
      let size = 0;
      for (const found of collection ? runQuery(store, collection, query).results : []) {
        if (found === pause) {
          yield pause;
          continue;
        }
        joined.push(decodeDocument(found.bytes));
        size += found.bytes.length;
        assertInMemory(size, '$lookup');
      }
      yield { ...one, [as]: joined };
    }
  };
};
