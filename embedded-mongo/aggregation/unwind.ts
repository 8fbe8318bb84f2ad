import { MongoError } from '../errors.ts';
import { pause } from '../plan/query.ts';
import { type Document, isDocument, typeNameOf } from '../values/document.ts';
import { valueAt } from '../values/path.ts';
import { withField } from './addFields.ts';
import type { StageParser } from './flow.ts';

/** One document for each element of an array. */
export const unwind: StageParser = (operand) => {
  const options = typeof operand === 'string' ? { path: operand } : asOptions(operand);
  const {
    path,
    preserveNullAndEmptyArrays: preserve = false,
    includeArrayIndex: indexField,
    ...rest
  } = options as Document;
  const [unknown] = Object.keys(rest);
  if (unknown) throw new MongoError(28811, `unrecognized option to $unwind stage: ${unknown}`);
  if (typeof path !== 'string')
    throw new MongoError(28808, `expected a string as the path for $unwind stage, got ${typeNameOf(path)}`);
  if (!path.startsWith('$') || path.length < 2)
    throw new MongoError(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  if (indexField !== undefined && (typeof indexField !== 'string' || indexField === ''))
    throw new MongoError(28810, 'expected a non-empty string for the includeArrayIndex option to $unwind stage');
  const parts = path.slice(1).split('.');
  const replace = (document: Document, value: unknown, index: number | null): Document => {
    const changed = withField(document, parts, () => value, document) as Document;
    return typeof indexField === 'string'
      ? (withField(changed, indexField.split('.'), () => index, document) as Document)
      : changed;
  };
  return function* (input) {
    for (const one of input) {
      if (one === pause) {
        yield pause;
        continue;
      }
      const value = valueAt(one, parts);
      const isEmpty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
      if (isEmpty) {
        if (preserve === true) yield replace(one, value === null ? null : undefined, null);
      } else if (Array.isArray(value)) {
        for (const [i, element] of value.entries()) yield replace(one, element, i);
      } else {
        yield replace(one, value, null);
      }
    }
  };
};

const asOptions = (operand: unknown): Document => {
  if (!isDocument(operand))
    throw new MongoError(
      15981,
      `expected either a string or an object as specification for $unwind stage, got ${typeNameOf(operand)}`,
    );
  return operand;
};
