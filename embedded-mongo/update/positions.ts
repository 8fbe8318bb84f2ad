import { badValue, failedToParse, MongoError } from '../errors.ts';
import { type Filter, type Predicate, parseFilter } from '../query/filter.ts';
import { type Document, getField, isDocument } from '../values/document.ts';
import type { Path } from '../values/path.ts';
import { lookUp } from './target.ts';

/** The filters of `arrayFilters`, by the name they stand for. */
export type ArrayFilters = ReadonlyMap<string, Filter>;

export const parseArrayFilters = (source: readonly unknown[]): ArrayFilters => {
  const filters = new Map<string, Filter>();
  for (const one of source) {
    if (!isDocument(one)) throw new MongoError(14, 'Each array filter must be an object');
    const filter = parseFilter(one);
    const names = new Set(pathsOf(filter).map((path) => path.split('.')[0] as string));
    const [name] = names;
    if (name === undefined)
      throw failedToParse('Cannot use an expression without a top-level field name in arrayFilters');
    if (names.size > 1)
      throw failedToParse(
        `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${[...names].join("' and '")}'`,
      );
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
      throw badValue(
        `The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
      );
    if (filters.has(name))
      throw failedToParse(`Found multiple array filters with the same top-level field name ${name}`);
    filters.set(name, filter);
  }
  return filters;
};

const pathsOf = (filter: Filter): string[] => {
  if (filter.kind === 'predicate') return [filter.path];
  return filter.kind === 'expression' ? [] : filter.children.flatMap(pathsOf);
};

/** What `$`, `$[]` and `$[name]` are looked up with. */
export type Positions = { readonly document: Document; readonly filter: Filter; readonly arrayFilters: ArrayFilters };

/** The concrete paths a path with `$`, `$[]` or `$[name]` stands for in a document. */
export const concretePaths = (path: Path, positions: Positions): Path[] => {
  const at = path.findIndex((part) => part.startsWith('$'));
  if (at < 0) return [path];
  const before = path.slice(0, at);
  const after = path.slice(at + 1);
  return positionsOf(path[at] as string, before, positions).flatMap((index) =>
    concretePaths([...before, String(index), ...after], positions),
  );
};

const positionsOf = (part: string, before: Path, { document, filter, arrayFilters }: Positions): number[] => {
  if (before.length === 0) throw badValue(`Cannot have array filter or position '${part}' at the beginning of a path`);
  if (part === '$') return [matchedPosition(before, document, filter)];
  const array = lookUp(document, before);
  if (array === undefined)
    throw badValue(`The path '${before.join('.')}' must exist in the document in order to apply array updates.`);
  if (!Array.isArray(array)) throw badValue(`Cannot apply array updates to non-array element ${before.at(-1)}`);
  const all = array.map((_, index) => index);
  if (part === '$[]') return all;
  const name = /^\$\[(.+)\]$/.exec(part)?.[1];
  const wanted = name === undefined ? undefined : arrayFilters.get(name);
  if (name === undefined || !wanted)
    throw badValue(`No array filter found for identifier '${name ?? part}' in path '${[...before, part].join('.')}'`);
  // The element must be tested as itself: an array would otherwise be entered.
  return all.filter((index) => wanted.test({ [name]: array[index] }));
};

/** The first element that meets what the filter asks of the array. */
const matchedPosition = (before: Path, document: Document, filter: Filter): number => {
  const array = lookUp(document, before);
  const path = before.join('.');
  const asked = predicatesIn(filter).filter((one) => one.path === path || one.path.startsWith(`${path}.`));
  if (Array.isArray(array) && asked.length > 0) {
    const meets = (predicates: readonly Predicate[]) =>
      array.findIndex((element) => predicates.every(({ test }) => test(withValue(document, before, [element]))));
    const index = meets(asked) >= 0 ? meets(asked) : meets(asked.slice(-1));
    if (index >= 0) return index;
  }
  throw badValue('The positional operator did not find the match needed from the query.');
};

const predicatesIn = (filter: Filter): readonly Predicate[] => {
  if (filter.kind === 'predicate') return [filter];
  return filter.kind === 'and' || filter.kind === 'or' ? filter.children.flatMap(predicatesIn) : [];
};

const withValue = (document: Document, path: Path, value: unknown): Document => {
  const [field = '', ...rest] = path;
  const inner = getField(document, field);
  return { ...document, [field]: rest.length === 0 ? value : withValue(isDocument(inner) ? inner : {}, rest, value) };
};
