import { getField, isDocument } from './document.ts';

/** A dotted path, split. */
export type Path = readonly string[];

export const splitPath = (path: string): Path => path.split('.');

export const isArrayIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

/** Told a value, and whether it was reached as a field of a document rather than as an element of an array. */
type Visit = (value: unknown, isField: boolean) => boolean;

/**
 * Calls `visit` with every value a query's path means: arrays on the way are entered, both by position and through each
 * of their documents. A missing field is visited as undefined. Stops, and returns true, as soon as a visit returns true.
 */
export const someValueAt = (value: unknown, path: Path, visit: Visit, from = 0, isField = false): boolean => {
  if (from === path.length) return visit(value, isField);
  const part = path[from] as string;
  if (isDocument(value)) return someValueAt(getField(value, part), path, visit, from + 1, true);
  if (!Array.isArray(value)) return visit(undefined, true);
  if (isArrayIndex(part) && Number(part) < value.length) {
    if (someValueAt(value[Number(part)], path, visit, from + 1, false)) return true;
  }
  return value.some((element) => isDocument(element) && someValueAt(element, path, visit, from));
};

/**
 * As `someValueAt`, but an array in a field at the end of the path is visited element by element first, and then as a
 * whole. An array inside an array, which the path gives by its position, is visited as a whole only.
 */
export const someElementAt = (value: unknown, path: Path, visit: (value: unknown) => boolean): boolean =>
  someValueAt(
    value,
    path,
    (found, isField) => (isField && Array.isArray(found) && found.some((element) => visit(element))) || visit(found),
  );

/** A path in an expression goes through every document of an array and collects what it finds; it takes no positions. */
export const valueAt = (value: unknown, path: Path, from = 0): unknown => {
  if (from === path.length) return value;
  if (isDocument(value)) return valueAt(getField(value, path[from] as string), path, from + 1);
  if (!Array.isArray(value)) return undefined;
  return value
    .map((element) => (isNestedValue(element) ? valueAt(element, path, from) : undefined))
    .filter((found) => found !== undefined);
};

const isNestedValue = (value: unknown): boolean => isDocument(value) || Array.isArray(value);
