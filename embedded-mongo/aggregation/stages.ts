import { MongoError } from '../errors.ts';
import { assertInMemory, pause } from '../plan/query.ts';
import { parseFilter } from '../query/filter.ts';
import { parseProjection } from '../query/projection.ts';
import { compareSortKeys, parseSort, sortKeyOf } from '../query/sort.ts';
import { type Document, isDocument, setField, typeNameOf } from '../values/document.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';
import { parseExpression } from './expression.ts';
import { each, flowThrough, type StageParser } from './flow.ts';
import { sizeOf } from './size.ts';

const object = (operand: unknown, name: string, code: number): Document => {
  if (!isDocument(operand)) throw new MongoError(code, `${name} specification must be an object`);
  return operand;
};

export const match: StageParser = (operand) => {
  if (!isDocument(operand)) throw new MongoError(15959, 'the match filter must be an expression in an object');
  const filter = parseFilter(operand);
  return each((document) => (filter.test(document) ? document : undefined));
};

export const project: StageParser = (operand) => {
  const projection = parseProjection(object(operand, '$project', 15969), '$project');
  return each((document) => (projection ? projection(document) : document));
};

const whole = (operand: unknown, name: string, least: number, code: number): number => {
  const value = isNumeric(operand) ? toNumber(operand) : Number.NaN;
  if (!Number.isInteger(value)) throw new MongoError(code, `invalid argument to ${name} stage: Expected an integer`);
  if (value < least)
    throw new MongoError(
      least === 1 ? 15958 : 5107200,
      `invalid argument to ${name} stage: Expected a ${least === 1 ? 'positive' : 'non-negative'} number in: ${name}: ${value}`,
    );
  return value;
};

export const limit: StageParser = (operand) => {
  const most = whole(operand, '$limit', 1, 5107201);
  return function* (input) {
    let shown = 0;
    for (const one of input) {
      yield one;
      if (one !== pause) shown += 1;
      if (shown === most) return;
    }
  };
};

export const skip: StageParser = (operand) => {
  const most = whole(operand, '$skip', 0, 5107200);
  return function* (input) {
    let skipped = 0;
    for (const one of input) {
      if (one === pause || skipped >= most) yield one;
      else skipped += 1;
    }
  };
};

export const sort: StageParser = (operand) => {
  const fields = parseSort(object(operand, '$sort', 15973));
  if (fields.length === 0) throw new MongoError(15976, '$sort stage must have at least one sort key');
  return function* (input) {
    const rows: { key: readonly unknown[]; document: Document }[] = [];
    let size = 0;
    for (const one of input) {
      if (one === pause) {
        yield pause;
        continue;
      }
      rows.push({ key: sortKeyOf(one, fields), document: one });
      size += sizeOf(one);
      assertInMemory(size, 'Sort');
    }
    rows.sort((a, b) => compareSortKeys(a.key, b.key, fields));
    for (const { document } of rows) yield document;
  };
};

export const unset: StageParser = (operand) => {
  const paths: unknown[] = Array.isArray(operand) ? operand : [operand];
  if (paths.length === 0 || paths.some((path) => typeof path !== 'string'))
    throw new MongoError(31002, '$unset specification must be a string or an array containing only string values');
  const projection = parseProjection(Object.fromEntries(paths.map((path) => [String(path), false])), '$project');
  return each((document) => (projection ? projection(document) : document));
};

export const count: StageParser = (operand) => {
  if (typeof operand !== 'string' || operand === '')
    throw new MongoError(40156, 'the count field must be a non-empty string');
  if (operand.startsWith('$')) throw new MongoError(40158, 'the count field cannot be a $-prefixed path');
  if (operand.includes('.')) throw new MongoError(40160, "the count field cannot contain '.'");
  return function* (input) {
    let n = 0;
    for (const one of input) {
      if (one === pause) yield pause;
      else n += 1;
    }
    // Counting nothing gives no document, not a zero.
    if (n > 0) yield { [operand]: n };
  };
};

export const replaceWith: StageParser = (operand) => {
  const expression = parseExpression(operand);
  return each((document) => {
    const result = expression({ root: document });
    if (isDocument(result)) return result;
    throw new MongoError(
      40228,
      `'newRoot' expression must evaluate to an object, but resulting value was of type: ${typeNameOf(result)}`,
    );
  });
};

export const replaceRoot: StageParser = (operand, context) => {
  const { newRoot, ...rest } = object(operand, '$replaceRoot', 40229);
  if (newRoot === undefined || Object.keys(rest).length > 0)
    throw new MongoError(40231, 'no newRoot specified for the $replaceRoot stage');
  return replaceWith(newRoot, context);
};

export const facet: StageParser = (operand, context) => {
  if (context.insideFacet) throw new MongoError(40600, '$facet is not allowed to be used within a $facet stage');
  const branches = Object.entries(object(operand, '$facet', 40169)).map(([name, pipeline]) => {
    if (!Array.isArray(pipeline))
      throw new MongoError(40170, `arguments to $facet must be arrays, ${name} is type ${typeNameOf(pipeline)}`);
    return [name, context.parsePipeline(pipeline, { ...context, insideFacet: true })] as const;
  });
  if (branches.length === 0) throw new MongoError(40169, 'the $facet specification must be a non-empty object');
  return function* (input) {
    const documents: Document[] = [];
    let size = 0;
    for (const one of input) {
      if (one === pause) {
        yield pause;
        continue;
      }
      documents.push(one);
      size += sizeOf(one);
      assertInMemory(size, '$facet');
    }
    const result: Document = {};
    for (const [name, pipeline] of branches) {
      setField(
        result,
        name,
        [...flowThrough(documents, pipeline)].filter((one) => one !== pause),
      );
    }
    yield result;
  };
};
