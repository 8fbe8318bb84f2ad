import type { RangeOptions } from 'lmdb';
import type { Collection } from '../storage/collection.ts';
import { firstKeyOf, recordOfKey } from '../storage/files.ts';
import { recordOfEntry } from '../storage/records.ts';
import type { Store } from '../storage/store.ts';
import type { KeyRange, Plan } from './planner.ts';

/** How much a scan has looked at. */
export type Examined = { keys: number; documents: number };

/** A document on its way from the scan. */
export type Found = { readonly record: number; readonly bytes: Buffer };

type IndexPlan = Plan & { kind: 'index' };
type Entry = { readonly key: Buffer; readonly record: number };

const firstChunk = 32;
const largestChunk = 1024;

/**
 * The documents a plan looks at, each once. Nothing of LMDB is held open between two of them, so a scan may be left alone
 * as long as one likes, and reads what is there when it goes on.
 */
export function* scanPlan(store: Store, collection: Collection, plan: Plan, examined: Examined): Generator<Found> {
  const seen = maySeeTwice(plan) ? new Set<number>() : undefined;
  for (const record of recordsOf(store, collection, plan, examined)) {
    if (seen?.has(record)) continue;
    seen?.add(record);
    const bytes = store.records.read(collection, record);
    examined.documents += 1;
    if (bytes) yield { record, bytes };
  }
}

const maySeeTwice = (plan: Plan): boolean =>
  plan.kind === 'union' || (plan.kind === 'index' && plan.index.definition.multikey.includes(true));

function* recordsOf(store: Store, collection: Collection, plan: Plan, examined: Examined): Generator<number> {
  switch (plan.kind) {
    case 'collection':
      yield* everyRecord(store, collection);
      return;
    case 'union':
      for (const branch of plan.branches) yield* recordsOf(store, collection, branch, examined);
      return;
    default:
      for (const { record } of plan.ranges.length > 1 && plan.sorted && !plan.ranges.every(isKey)
        ? mergedEntries(store, plan, examined)
        : joinedEntries(store, plan, examined)) {
        yield record;
      }
  }
}

const isKey = (range: KeyRange): boolean => range.kind === 'key';

function* everyRecord(store: Store, collection: Collection): Generator<number> {
  const end = firstKeyOf(collection.id + 1);
  let start: Buffer = firstKeyOf(collection.id);
  for (let limit = firstChunk; ; limit = Math.min(limit * 2, largestChunk)) {
    const keys = [...store.files.documents.getKeys({ start, end, limit, exclusiveStart: true })];
    for (const key of keys) yield recordOfKey(key);
    const last = keys.at(-1);
    if (!last || keys.length < limit) return;
    start = last;
  }
}

function* joinedEntries(store: Store, plan: IndexPlan, examined: Examined): Generator<Entry> {
  const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges;
  for (const range of ranges) yield* entriesOf(store, plan, range, examined);
}

/** Several ranges, each in order, as one sequence in order. */
function* mergedEntries(store: Store, plan: IndexPlan, examined: Examined): Generator<Entry> {
  const heads: { entry: Entry; suffix: Buffer; rest: Generator<Entry>; fixed: number }[] = [];
  plan.ranges.forEach((range) => {
    const rest = entriesOf(store, plan, range, examined);
    const first = rest.next();
    const fixed = range.kind === 'range' ? range.fixed : range.key.length;
    if (!first.done) heads.push({ entry: first.value, suffix: first.value.key.subarray(fixed), rest, fixed });
  });
  const sign = plan.reverse ? -1 : 1;
  while (heads.length > 0) {
    let best = 0;
    for (let i = 1; i < heads.length; i += 1) {
      const [a, b] = [heads[i], heads[best]];
      if (a && b && Buffer.compare(a.suffix, b.suffix) * sign < 0) best = i;
    }
    const head = heads[best];
    if (!head) return;
    yield head.entry;
    const next = head.rest.next();
    if (next.done) {
      heads.splice(best, 1);
    } else {
      head.entry = next.value;
      head.suffix = next.value.key.subarray(head.fixed);
    }
  }
}

function* entriesOf(store: Store, plan: IndexPlan, range: KeyRange, examined: Examined): Generator<Entry> {
  if (range.kind === 'key') {
    examined.keys += 1;
    const record = store.records.findUnique(range.key);
    if (record !== undefined) yield { key: range.key, record };
    return;
  }
  let { from, to } = range;
  let after = false;
  for (let limit = firstChunk; ; limit = Math.min(limit * 2, largestChunk)) {
    const entries = plan.reverse
      ? readBackward(store, plan, from, to, limit)
      : readForward(store, plan, from, to, limit, after);
    for (const entry of entries) {
      examined.keys += 1;
      yield entry;
    }
    const last = entries.at(-1);
    if (!last || entries.length < limit) return;
    if (plan.reverse) to = last.key;
    else from = last.key;
    after = true;
  }
}

const readForward = (
  store: Store,
  plan: IndexPlan,
  start: Buffer,
  end: Buffer,
  limit: number,
  exclusiveStart: boolean,
): Entry[] => readEntries(store, plan, { start, end, limit, exclusiveStart });

/** Reads below `end`, downward to and including `start`. */
const readBackward = (store: Store, plan: IndexPlan, start: Buffer, end: Buffer, limit: number): Entry[] =>
  readEntries(store, plan, { start: end, end: start, limit, reverse: true, exclusiveStart: true, inclusiveEnd: true });

const readEntries = (store: Store, { index }: IndexPlan, options: RangeOptions): Entry[] => {
  const entries: Entry[] = [];
  if (index.unique) {
    for (const { key, value } of store.files.index.getRange(options)) {
      entries.push({ key, record: recordOfEntry(index, key, value) });
    }
  } else {
    for (const key of store.files.index.getKeys(options)) entries.push({ key, record: recordOfKey(key) });
  }
  return entries;
};
