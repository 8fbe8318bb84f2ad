import { MongoError } from '../errors.ts';
import { emptyArray } from '../values/compare.ts';
import { type Document, getField, isDocument } from '../values/document.ts';
import { KeyWriter, longestKey, shortened } from '../values/keyEncoding.ts';
import { isArrayIndex, type Path } from '../values/path.ts';
import type { Index, IndexField } from './indexDefinition.ts';

/** The keys of one document in one index. */
export type IndexKeys = {
  readonly keys: readonly Buffer[];
  /** For each field, whether an array was met. */
  readonly multikey: readonly boolean[] | undefined;
  readonly shortened: boolean;
};

const none: IndexKeys = { keys: [], multikey: undefined, shortened: false };

/** Where following a path has come to: its value, or an array that has to be entered. */
type Found =
  | { readonly kind: 'value'; readonly value: unknown; readonly throughArray: boolean }
  | { readonly kind: 'array'; readonly array: readonly unknown[]; readonly prefix: string; readonly rest: Path };

const writer = new KeyWriter();

/**
 * The keys of a document: one, or one for each element of an array. Documents outside a partial or sparse index have none.
 * @throws MongoError 171 when two fields of the index are arrays side by side
 */
export const indexKeysOf = (index: Index, document: Document): IndexKeys => {
  if (index.partial && !index.partial.test(document)) return none;
  const found = index.fields.map(({ parts }) => follow(document, parts, '', false));
  const values = expand(found);
  if (index.definition.sparse && values.every((value) => value.every((part) => part === undefined))) return none;
  const multikey = found.some(({ kind }) => kind === 'array') ? found.map(({ kind }) => kind === 'array') : undefined;
  return encode(index, values, multikey);
};

const encode = (
  index: Index,
  values: readonly (readonly unknown[])[],
  multikey: readonly boolean[] | undefined,
): IndexKeys => {
  if (values.length === 1) {
    const key = encodeIndexKey(index, values[0] as readonly unknown[]);
    return { keys: [shortened(key)], multikey, shortened: key.length > longestKey };
  }
  const keys = new Map<string, Buffer>();
  let long = false;
  for (const value of values) {
    const key = encodeIndexKey(index, value);
    long ||= key.length > longestKey;
    keys.set(key.toString('latin1'), shortened(key));
  }
  return { keys: [...keys.values()], multikey, shortened: long };
};

/** Encodes the values of all, or of the first, fields of an index. */
export const encodeIndexKey = (index: Index, values: readonly unknown[]): Buffer => {
  writer.begin(index.id);
  values.forEach((value, i) => {
    if ((index.fields[i] as IndexField).direction === 1) writer.value(value);
    else writer.descendingValue(value);
  });
  return writer.finish();
};

const follow = (start: unknown, path: Path, prefix: string, throughArray: boolean): Found => {
  let value = start;
  let at = prefix;
  for (let i = 0; i < path.length; i += 1) {
    const part = path[i] as string;
    if (Array.isArray(value)) {
      if (!isArrayIndex(part)) return { kind: 'array', array: value, prefix: at, rest: path.slice(i) };
      value = value[Number(part)];
    } else {
      value = isDocument(value) ? getField(value, part) : undefined;
    }
    at = `${at}.${part}`;
  }
  if (Array.isArray(value) && !throughArray) return { kind: 'array', array: value, prefix: at, rest: [] };
  return { kind: 'value', value, throughArray };
};

/** Makes every combination of values that the arrays give: fields inside one array go through it together. */
const expand = (found: readonly Found[]): unknown[][] => {
  const arrays = found.filter((field) => field.kind === 'array');
  if (arrays.length === 0) return [found.map((field) => (field.kind === 'value' ? field.value : undefined))];
  const outer = arrays.reduce((a, b) => (b.prefix.length < a.prefix.length ? b : a));
  const parallel = arrays.find(({ prefix }) => prefix !== outer.prefix);
  if (parallel) {
    const names = [parallel, outer].map(({ prefix }) => `[${prefix.split('.').at(-1)}]`).join(' ');
    throw new MongoError(171, `cannot index parallel arrays ${names}`);
  }
  if (outer.array.length === 0) {
    return [
      found.map((field) => (field.kind === 'value' ? field.value : field.rest.length === 0 ? emptyArray : undefined)),
    ];
  }
  return outer.array.flatMap((element) => {
    const inner = found.map((field): Found => {
      if (field.kind === 'value') return field;
      if (field.rest.length === 0) return { kind: 'value', value: element, throughArray: true };
      return isDocument(element)
        ? follow(element, field.rest, field.prefix, false)
        : { kind: 'value', value: undefined, throughArray: true };
    });
    return expand(inner);
  });
};
