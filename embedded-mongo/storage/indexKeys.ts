import type { Document } from '../values/document.ts';
import { KeyWriter, longestKey, shortened } from '../values/keyEncoding.ts';
import { keyValuesOf } from '../values/keyValues.ts';
import type { Index, IndexField } from './indexDefinition.ts';

/** The keys of one document in one index. */
export type IndexKeys = {
  readonly keys: readonly Buffer[];
  /** For each field, whether an array was met. */
  readonly multikey: readonly boolean[] | undefined;
  readonly shortened: boolean;
};

const none: IndexKeys = { keys: [], multikey: undefined, shortened: false };

const writer = new KeyWriter();

/**
 * The keys of a document: one, or one for each element of an array. Documents outside a partial or sparse index have none.
 * @throws MongoError 171 when two fields of the index are arrays side by side
 */
export const indexKeysOf = (index: Index, document: Document): IndexKeys => {
  if (index.partial && !index.partial.test(document)) return none;
  const { values, isArray } = keyValuesOf(document, index.fields);
  if (index.definition.sparse && values.every((value) => value.every((part) => part === undefined))) return none;
  return encode(index, values, isArray.includes(true) ? isArray : undefined);
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
