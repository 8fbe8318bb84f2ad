import { MongoError } from '../errors.ts';
import { type Document, getField, isDocument, setField, typeNameOf } from '../values/document.ts';
import { isArrayIndex, type Path } from '../values/path.ts';

/** Tells `changeAt` to leave a field as it is. */
export const unchanged = Symbol('unchanged');
/** Tells `changeAt` to take a field away. */
export const removed = Symbol('removed');

/** Gives a field's new value. `old` is undefined when there is none. */
export type Change = (old: unknown) => unknown | typeof unchanged | typeof removed;

const farthestIndex = 1_500_000;

/**
 * Changes the value at a concrete path (no `$`) in place.
 * @param creates whether a missing way to the field is made; otherwise a missing field is left alone
 * @throws MongoError 28 when a value on the way is neither a document nor an array
 */
export const changeAt = (document: Document, path: Path, creates: boolean, change: Change): void => {
  const parent = parentOf(document, path, creates);
  if (parent === undefined) return;
  const last = path.at(-1) as string;
  if (Array.isArray(parent)) changeElement(parent, last, change);
  else changeField(parent, last, change);
};

const changeField = (parent: Document, field: string, change: Change): void => {
  const value = change(getField(parent, field));
  if (value === unchanged) return;
  if (value === removed) delete parent[field];
  else setField(parent, field, value);
};

const changeElement = (parent: unknown[], part: string, change: Change): void => {
  const index = Number(part);
  const value = change(parent[index]);
  if (value === unchanged) return;
  if (value === removed) {
    // Taking an element away would move the others, so MongoDB leaves null in its place.
    if (index < parent.length) parent[index] = null;
    return;
  }
  if (index > farthestIndex) throw new MongoError(2, `can't backfill array to larger than ${farthestIndex} elements`);
  while (parent.length < index) parent.push(null);
  parent[index] = value;
};

const parentOf = (document: Document, path: Path, creates: boolean): Document | unknown[] | undefined => {
  let parent: Document | unknown[] = document;
  for (let i = 0; i < path.length - 1; i += 1) {
    const part = path[i] as string;
    const next: unknown = Array.isArray(parent) ? elementAt(parent, part, path, i, creates) : getField(parent, part);
    if (isDocument(next) || Array.isArray(next)) {
      parent = next;
    } else if (next !== undefined) {
      if (!creates) return undefined;
      throw notViable(path[i + 1] as string, part, next);
    } else {
      if (!creates) return undefined;
      const made: Document = {};
      if (Array.isArray(parent)) changeElement(parent, part, () => made);
      else setField(parent, part, made);
      parent = made;
    }
  }
  const last = path.at(-1) as string;
  if (Array.isArray(parent) && !isArrayIndex(last)) {
    if (!creates) return undefined;
    throw notViable(last, path.at(-2) ?? '', parent);
  }
  return parent;
};

const elementAt = (array: unknown[], part: string, path: Path, i: number, creates: boolean): unknown => {
  if (isArrayIndex(part)) return array[Number(part)];
  if (!creates) return undefined;
  throw notViable(part, path[i - 1] ?? '', array);
};

const notViable = (field: string, parent: string, value: unknown): MongoError => {
  const shown = typeof value === 'string' ? JSON.stringify(value) : Array.isArray(value) ? '[ ... ]' : String(value);
  return new MongoError(28, `Cannot create field '${field}' in element {${parent}: ${shown}}`);
};

/** What a path leads to, following positions in arrays; undefined when it leads nowhere. */
export const lookUp = (value: unknown, path: Path): unknown => {
  let current = value;
  for (const part of path) {
    if (Array.isArray(current)) current = isArrayIndex(part) ? current[Number(part)] : undefined;
    else current = isDocument(current) ? getField(current, part) : undefined;
  }
  return current;
};

export const mustBeArray = (path: string, value: unknown): MongoError =>
  new MongoError(2, `The field '${path}' must be an array but is of type ${typeNameOf(value)} in document`);
