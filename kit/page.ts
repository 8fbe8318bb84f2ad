import type { Model, QueryFilter } from 'mongoose';
import { z } from 'zod';
import { badInput } from './errors.ts';

/** The most items that one page may hold. */
export const largestPage = 100;

/** How far a total is counted; a larger one is given as this number. */
const largestCount = 10_000;

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A Relay connection. `totalCount` is a function so that it costs a command only when it is asked for, and one only. */
export interface Connection<Row> {
  readonly edges: readonly { readonly node: Row; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: () => Promise<number>;
}

/** A page's order: one field, then `_id`, both in the same direction. The index `{...filter, field, _id}` serves it. */
export interface PageOrder<Row> {
  readonly field: keyof Row & string;
  readonly direction: 1 | -1;
}

/**
 * Reads one page by keyset: the cursor holds the last row's place in the order, so that a page costs the same wherever
 * it lies, and rows that come or go between two pages are neither repeated nor skipped.
 *
 * @throws BAD_USER_INPUT when `first` is not 1 to 100, or `after` is not a cursor of this order
 */
export async function readPage<Row extends { _id: string }>(
  model: Model<Row>,
  filter: QueryFilter<Row>,
  order: PageOrder<Row>,
  page: PageArguments,
): Promise<Connection<Row>> {
  const size = pageSize(page.first);
  const place = page.after == null ? null : readCursor(page.after);
  const rows = (await model
    .find(place === null ? filter : { $and: [filter, after(place, order)] })
    .sort({ [order.field]: order.direction, _id: order.direction })
    .limit(size + 1)
    .lean()) as Row[];

  const edges = rows
    .slice(0, size)
    .map((node) => ({ node, cursor: writeCursor([toJson(node[order.field]), node._id]) }));
  let counted: Promise<number> | undefined;
  const count = () => model.countDocuments(filter).limit(largestCount).exec();
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: () => (counted ??= count()),
  };
}

/** The same page of other rows, for example of opened ones. */
export function mapPage<Row, Other>(page: Connection<Row>, change: (row: Row) => Other): Connection<Other> {
  return { ...page, edges: page.edges.map(({ node, cursor }) => ({ node: change(node), cursor })) };
}

/** The number of items to give. @throws BAD_USER_INPUT when it is not 1 to 100 */
export function pageSize(first: number | null | undefined, fallback = 20): number {
  const size = first ?? fallback;
  if (!Number.isInteger(size) || size < 1 || size > largestPage) {
    throw badInput(`A page holds 1 to ${largestPage} items, not ${size}.`, 'first');
  }
  return size;
}

type Place = readonly [value: string | number | { readonly date: string }, id: string];

const placeSchema = z.tuple([z.union([z.string(), z.number(), z.object({ date: z.iso.datetime() })]), z.string()]);

function after<Row>(place: Place, order: PageOrder<Row>): QueryFilter<Row> {
  const [written, id] = place;
  const value = typeof written === 'object' ? new Date(written.date) : written;
  const [beyond, upTo] = order.direction === 1 ? ['$gt', '$gte'] : ['$lt', '$lte'];
  // The outer bound lets the database read one range of the index; the naive `$or` alone reads two.
  return {
    [order.field]: { [upTo]: value },
    $or: [{ [order.field]: { [beyond]: value } }, { _id: { [beyond]: id } }],
  } as QueryFilter<Row>;
}

function toJson(value: unknown): Place[0] {
  if (value instanceof Date) return { date: value.toISOString() };
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError('A page can be ordered by a text, a number or a time only.');
}

function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function readCursor(cursor: string): Place {
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw badInput('This cursor is not one that the list gave. Start again from the first page.', 'after');
  }
}
