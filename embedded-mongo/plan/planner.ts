import type { Filter, Predicate } from '../query/filter.ts';
import type { SortField } from '../query/sort.ts';
import type { Collection } from '../storage/collection.ts';
import type { Index, IndexField } from '../storage/indexDefinition.ts';
import { encodeIndexKey } from '../storage/indexKeys.ts';
import { afterPrefix, clampedBound, shortened } from '../values/keyEncoding.ts';
import { isArrayIndex } from '../values/path.ts';
import { asInterval, type Bounds, boundsOf, excludesMissing, intersect } from './bounds.ts';
import { impliesPartial } from './partial.ts';

/** A piece of an index: one exact key of a unique index, or all keys from `from` up to but without `to`. */
export type KeyRange =
  | { readonly kind: 'key'; readonly key: Buffer }
  | {
      readonly kind: 'range';
      readonly from: Buffer;
      readonly to: Buffer;
      /** How many bytes at the start of its keys are all the same, which a merge with other ranges must not compare. */
      readonly fixed: number;
    };

/** How the documents of a query are found. The whole filter is always tested again on every document. */
export type Plan =
  | { readonly kind: 'collection' }
  | {
      readonly kind: 'index';
      readonly index: Index;
      readonly ranges: readonly KeyRange[];
      readonly reverse: boolean;
      /** The records come in the order the query sorts by. With several ranges they are merged. */
      readonly sorted: boolean;
    }
  | { readonly kind: 'union'; readonly branches: readonly Plan[] };

const mostPoints = 2000;
const mostMerged = 200;

/** Chooses the index (or, for an `$or`, one index for each branch) that looks at the least. */
export const choosePlan = (collection: Collection, filter: Filter, sort: readonly SortField[], hint?: Index): Plan => {
  const predicates = conjunctsOf(filter);
  const candidates = (hint ? [hint] : collection.indexes.filter(isUsable))
    .map((index) => planIndex(index, predicates, sort, hint !== undefined))
    .filter((candidate) => candidate !== undefined);
  const best = candidates.reduce<Candidate | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
  if (best && (best.narrows || hint)) return best.plan;
  const union = planUnion(collection, filter);
  if (union && !hint) return union;
  return best?.plan ?? { kind: 'collection' };
};

const isUsable = ({ definition }: Index): boolean => !definition.hidden && !definition.building;

/** The predicates every result must meet. */
const conjunctsOf = (filter: Filter): readonly Predicate[] => {
  if (filter.kind === 'predicate') return [filter];
  return filter.kind === 'and' ? filter.children.flatMap(conjunctsOf) : [];
};

type Candidate = { readonly plan: Plan & { kind: 'index' }; readonly score: number; readonly narrows: boolean };

const planUnion = (collection: Collection, filter: Filter): Plan | undefined => {
  const alternatives =
    filter.kind === 'or'
      ? filter
      : filter.kind === 'and'
        ? filter.children.find(({ kind }) => kind === 'or')
        : undefined;
  if (alternatives?.kind !== 'or') return undefined;
  const branches = alternatives.children.map((branch) => choosePlan(collection, branch, []));
  return branches.every(({ kind }) => kind !== 'collection') ? { kind: 'union', branches } : undefined;
};

const planIndex = (
  index: Index,
  predicates: readonly Predicate[],
  sort: readonly SortField[],
  hinted: boolean,
): Candidate | undefined => {
  const { definition, fields } = index;
  if (fields.some(({ parts }) => parts.some(isArrayIndex))) return undefined;
  if (index.partial && !impliesPartial(predicates, index.partial)) return undefined;
  if (
    definition.sparse &&
    !predicates.some((one) => fields.some(({ path }) => path === one.path) && excludesMissing(one))
  ) {
    return undefined;
  }
  const { points, range } = boundFields(index, predicates);
  const prefixes = combinations(points);
  const ranges = toRanges(index, prefixes, range);
  const order = sortOrder(index, points, sort);
  const exact = points.length === fields.length && index.unique;
  const narrows = points.length > 0 || range !== undefined;
  const sorted = order !== undefined && !definition.shortened && (ranges.length === 1 || ranges.length <= mostMerged);
  if (!narrows && !sorted && !hinted) return undefined;
  const plan: Plan & { kind: 'index' } = {
    kind: 'index',
    index,
    ranges,
    reverse: order === 'backward',
    sorted: sorted || sort.length === 0,
  };
  const singles = points.filter((values) => values.length === 1).length;
  const score =
    (exact ? 1000 : 0) +
    points.length * 100 +
    singles * 10 +
    (range ? 50 : 0) +
    (sorted && sort.length > 0 ? 45 : 0) -
    fields.length;
  return { plan, score, narrows };
};

/** The fields at the start of the index that are bound to points, and the bounds of the one after them. */
const boundFields = (index: Index, predicates: readonly Predicate[]) => {
  const points: (readonly unknown[])[] = [];
  let usedArray = false;
  let count = 1;
  for (const [i, { path }] of index.fields.entries()) {
    const isArray = index.definition.multikey[i] === true;
    // Two fields in arrays need not be met by the same element, so only the first of them narrows the scan.
    if (isArray && usedArray) break;
    const bounds = boundsFor(path, predicates, isArray);
    if (!bounds) break;
    usedArray ||= isArray;
    if (bounds.kind === 'range') return { points, range: bounds };
    count *= bounds.values.length;
    if (count > mostPoints) break;
    points.push(bounds.values);
  }
  return { points, range: undefined };
};

const boundsFor = (path: string, predicates: readonly Predicate[], isArray: boolean): Bounds | undefined => {
  const found = predicatesOn(path, predicates)
    .map(boundsOf)
    .filter((bounds) => bounds !== undefined);
  if (found.length === 0) return undefined;
  // Of an array, different elements may meet different predicates: only one of them may narrow the scan.
  if (isArray) return found.find(({ kind }) => kind === 'points') ?? found[0];
  return found.reduce(intersect);
};

/** The predicates on a path, with those an `$elemMatch` puts on its elements. */
const predicatesOn = (path: string, predicates: readonly Predicate[]): Predicate[] =>
  predicates.flatMap((one) => {
    if (one.path === path) return [one];
    if (!one.elements || !path.startsWith(`${one.path}.`)) return [];
    return predicatesOn(path.slice(one.path.length + 1), conjunctsOf(one.elements));
  });

const combinations = (points: readonly (readonly unknown[])[]): (readonly unknown[])[] =>
  points.reduce<(readonly unknown[])[]>(
    (prefixes, values) => prefixes.flatMap((prefix) => values.map((value) => [...prefix, value])),
    [[]],
  );

const toRanges = (
  index: Index,
  prefixes: readonly (readonly unknown[])[],
  range: (Bounds & { kind: 'range' }) | undefined,
): KeyRange[] => {
  const seen = new Set<string>();
  const ranges: KeyRange[] = [];
  for (const values of prefixes) {
    const prefix = encodeIndexKey(index, values);
    const name = prefix.toString('latin1');
    if (seen.has(name)) continue;
    seen.add(name);
    if (values.length === index.fields.length) {
      const key = shortened(prefix);
      ranges.push(index.unique ? { kind: 'key', key } : wholePrefix(key));
    } else if (range) {
      ranges.push(narrowed(index, prefix, values.length, range));
      if (range.also !== undefined) {
        ranges.push({
          ...wholePrefix(clampedBound(encodeIndexKey(index, [...values, range.also]))),
          fixed: prefix.length,
        });
      }
    } else {
      ranges.push(wholePrefix(clampedBound(prefix)));
    }
  }
  return ranges;
};

const end = Buffer.from([255, 255, 255, 255]);
const wholePrefix = (prefix: Buffer): KeyRange & { kind: 'range' } => ({
  kind: 'range',
  from: prefix,
  to: afterPrefix(prefix) ?? end,
  fixed: prefix.length,
});

const narrowed = (index: Index, prefix: Buffer, field: number, range: Bounds & { kind: 'range' }): KeyRange => {
  const { from, to } = asInterval(range, (index.fields[field] as IndexField).direction);
  const lower = clampedBound(from ? Buffer.concat([prefix, from]) : prefix);
  const upper = to ? Buffer.concat([prefix, to]) : undefined;
  const clamped = upper && clampedBound(upper);
  // A bound that had to be cut must not cut off keys that begin like it.
  const last = clamped && upper && clamped.length < upper.length ? afterPrefix(clamped) : clamped;
  return { kind: 'range', from: lower, to: last ?? afterPrefix(prefix) ?? end, fixed: prefix.length };
};

/** Whether reading the index gives the order of the sort, once the fields bound to one point are left out. */
const sortOrder = (
  index: Index,
  points: readonly (readonly unknown[])[],
  sort: readonly SortField[],
): 'forward' | 'backward' | undefined => {
  if (sort.length === 0) return 'forward';
  const isArray = (i: number) => index.definition.multikey[i] === true;
  // Documents with the same element in an array may be sorted by another one of theirs.
  const fixedPaths = new Set(
    index.fields
      .slice(0, points.length)
      .filter((_, i) => points[i]?.length === 1 && !isArray(i))
      .map(({ path }) => path),
  );
  const wanted = sort.filter(({ path }) => !fixedPaths.has(path));
  if (wanted.length === 0) return 'forward';
  const rest = index.fields.slice(points.length);
  if (wanted.length > rest.length) return undefined;
  if (wanted.some(({ path }, i) => rest[i]?.path !== path || isArray(points.length + i))) return undefined;
  const same = wanted.map(({ direction }, i) => direction === rest[i]?.direction);
  if (same.every(Boolean)) return 'forward';
  return same.some(Boolean) ? undefined : 'backward';
};
