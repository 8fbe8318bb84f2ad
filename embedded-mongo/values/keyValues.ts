import { MongoError } from '../errors.ts';
import { emptyArray } from './compare.ts';
import { type Document, getField, isDocument } from './document.ts';
import { isArrayIndex, type Path } from './path.ts';

/** What a document is indexed or sorted by. */
export type KeyValues = {
  /** The values of all fields; several times where an array is met, once for each of its elements. */
  readonly values: readonly (readonly unknown[])[];
  /** For each field, whether an array was met. */
  readonly isArray: readonly boolean[];
};

/** Where following a path has come to: its value, or an array that has to be entered. */
type Found =
  | { readonly kind: 'value'; readonly value: unknown; readonly throughArray: boolean }
  | { readonly kind: 'array'; readonly array: readonly unknown[]; readonly prefix: string; readonly rest: Path };

/**
 * The values of a document in fields that it is indexed or sorted by.
 * @throws MongoError 171 when two of the fields are arrays side by side
 */
export const keyValuesOf = (document: Document, fields: readonly { readonly parts: Path }[]): KeyValues => {
  const found = fields.map(({ parts }) => follow(document, parts, '', false));
  return { values: expand(found), isArray: found.map(({ kind }) => kind === 'array') };
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
