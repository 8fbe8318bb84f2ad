import { MongoError } from '../errors.ts';
import { type Filter, fieldsOf } from '../query/filter.ts';
import { compareSortKeys, type SortField, sortFields, sortKeyOf } from '../query/sort.ts';
import type { Collection } from '../storage/collection.ts';
import type { Index } from '../storage/indexDefinition.ts';
import type { Store } from '../storage/store.ts';
import { decodeDocument, decodeFields, type FieldNames, fieldNames } from '../values/decode.ts';
import type { Document } from '../values/document.ts';
import { choosePlan, type Plan } from './planner.ts';
import { type Examined, type Found, scanPlan } from './scan.ts';

/** What to look for, and in which order. */
export type Query = {
  readonly filter: Filter;
  readonly sort: readonly SortField[];
  readonly skip: number;
  /** 0 is no limit. */
  readonly limit: number;
  readonly hint?: Index;
};

/** Between two results of a long scan: a good moment to let others run. */
export const pause = Symbol('pause');

/** MongoDB's limit for a sort or group in memory. */
export const memoryLimit = 100 * 1024 * 1024;
const pauseEvery = 256;

/** A running query. */
export type Running = {
  readonly plan: Plan;
  readonly examined: Examined;
  readonly results: Generator<Found | typeof pause, void>;
};

/** Plans a query and starts it; nothing is read before the first result is asked for. */
export const runQuery = (store: Store, collection: Collection, query: Query): Running => {
  const plan = choosePlan(collection, query.filter, query.sort, query.hint);
  const examined = { keys: 0, documents: 0 };
  const matching = matches(scanPlan(store, collection, plan, examined), query);
  const ordered = isInOrder(plan, query.sort) ? matching : sorted(matching, query);
  return { plan, examined, results: window(ordered, query) };
};

const isInOrder = (plan: Plan, sort: readonly SortField[]): boolean =>
  sort.length === 0 || (plan.kind === 'index' && plan.sorted);

type Match = Found & { readonly document: Document };

/** Decodes what a filter and a sort read, and no more. */
export const fieldsToRead = (filter: Filter, sort: readonly SortField[]): FieldNames | 'all' => {
  const filtered = fieldsOf(filter);
  return filtered === 'all' ? 'all' : fieldNames([...filtered, ...sortFields(sort)]);
};

function* matches(found: Iterable<Found>, { filter, sort }: Query): Generator<Match | typeof pause> {
  const wanted = fieldsToRead(filter, sort);
  let sincePause = 0;
  for (const { record, bytes } of found) {
    const document = wanted === 'all' ? decodeDocument(bytes) : decodeFields(bytes, wanted);
    sincePause += 1;
    if (filter.test(document)) yield { record, bytes, document };
    if (sincePause >= pauseEvery) {
      sincePause = 0;
      yield pause;
    }
  }
}

function* sorted(found: Iterable<Match | typeof pause>, { sort, skip, limit }: Query): Generator<Found | typeof pause> {
  const keep = limit === 0 ? Number.POSITIVE_INFINITY : skip + limit;
  let rows: { key: readonly unknown[]; found: Found }[] = [];
  let size = 0;
  const order = (a: (typeof rows)[number], b: (typeof rows)[number]) => compareSortKeys(a.key, b.key, sort);
  for (const match of found) {
    if (match === pause) {
      yield pause;
      continue;
    }
    rows.push({ key: sortKeyOf(match.document, sort), found: { record: match.record, bytes: match.bytes } });
    size += match.bytes.length;
    if (rows.length > keep && (rows.length > keep * 2 + 1000 || size > memoryLimit / 2)) {
      rows = rows.sort(order).slice(0, keep);
      size = rows.reduce((sum, row) => sum + row.found.bytes.length, 0);
    }
    assertInMemory(size, 'Sort');
  }
  for (const row of rows.sort(order)) yield row.found;
}

/** Refuses to hold more than MongoDB would without writing to disk. */
export const assertInMemory = (size: number, what: string): void => {
  if (size > memoryLimit) {
    throw new MongoError(
      292,
      `${what} exceeded memory limit of ${memoryLimit} bytes, and the embedded database does not use the disk for this. Aborting operation.`,
    );
  }
};

function* window(found: Iterable<Found | typeof pause>, { skip, limit }: Query): Generator<Found | typeof pause> {
  let skipped = 0;
  let shown = 0;
  for (const one of found) {
    if (one === pause) {
      yield pause;
    } else if (skipped < skip) {
      skipped += 1;
    } else {
      yield one;
      shown += 1;
      if (shown === limit) return;
    }
  }
}

/** All results at once, for callers inside a transaction. */
export const collect = ({ results }: Running): Found[] => {
  const found: Found[] = [];
  for (const one of results) if (one !== pause) found.push(one);
  return found;
};
