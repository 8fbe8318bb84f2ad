import { MongoError, notSupported } from '../errors.ts';
import { compareValues, emptyArray } from '../values/compare.ts';
import { type Document, isDocument } from '../values/document.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';
import { type Path, someValueAt, splitPath } from '../values/path.ts';

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

/** The values a document is sorted by: of an array, the smallest when ascending and the largest when descending. */
export const sortKeyOf = (document: Document, fields: readonly SortField[]): unknown[] =>
  fields.map(({ parts, direction }) => {
    let best: unknown;
    let found = false;
    const consider = (value: unknown): boolean => {
      if (!found || compareValues(value, best) * direction < 0) best = value;
      found = true;
      return false;
    };
    someValueAt(document, parts, (value) => {
      if (!Array.isArray(value)) return consider(value);
      if (value.length === 0) return consider(emptyArray);
      for (const element of value) consider(element);
      return false;
    });
    return best;
  });

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
