import { MongoError, notSupported } from '../errors.ts';
import { compareValues } from '../values/compare.ts';
import { type Document, isDocument } from '../values/document.ts';
import { keyValuesOf } from '../values/keyValues.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';
import { type Path, splitPath } from '../values/path.ts';

export type SortField = { readonly path: string; readonly parts: Path; readonly direction: 1 | -1 };

/** Reads a sort specification. */
export const parseSort = (source: unknown): readonly SortField[] => {
  if (source === undefined || source === null) return [];
  if (!isDocument(source)) throw new MongoError(14, 'Expected sort to be an object');
  return Object.entries(source).map(([path, direction]) => {
    if (isDocument(direction)) throw notSupported(`Sorting by ${Object.keys(direction)[0] ?? 'an object'}`);
    const sign = isNumeric(direction) ? toNumber(direction) : 0;
    if (path === '$natural') throw notSupported('Sorting by $natural');
    if (path === '') throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
    if (path.startsWith('$'))
      throw new MongoError(
        16410,
        `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
      );
    if (sign !== 1 && sign !== -1)
      throw new MongoError(15975, `$sort key ordering must be 1 (for ascending) or -1 (for descending)`);
    return { path, parts: splitPath(path), direction: sign };
  });
};

/**
 * The values a document is sorted by: of those that arrays give, the ones that come first in the order.
 * @throws MongoError 2 when two of the fields are arrays side by side
 */
export const sortKeyOf = (document: Document, fields: readonly SortField[]): readonly unknown[] => {
  const values = valuesOf(document, fields);
  return values.reduce((best, one) => (compareSortKeys(one, best, fields) < 0 ? one : best));
};

const valuesOf = (document: Document, fields: readonly SortField[]): readonly (readonly unknown[])[] => {
  try {
    return keyValuesOf(document, fields).values;
  } catch (error) {
    if (error instanceof MongoError && error.code === 171)
      throw new MongoError(2, 'cannot sort with keys that are parallel arrays');
    throw error;
  }
};

/** Compares two sort keys. */
export const compareSortKeys = (a: readonly unknown[], b: readonly unknown[], fields: readonly SortField[]): number => {
  for (let i = 0; i < fields.length; i += 1) {
    const result = compareValues(a[i], b[i]);
    if (result !== 0) return result * (fields[i] as SortField).direction;
  }
  return 0;
};

/** The top-level fields a sort reads. */
export const sortFields = (fields: readonly SortField[]): string[] => fields.map(({ parts }) => parts[0] as string);
