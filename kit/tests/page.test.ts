import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection, Model } from 'mongoose';
import mongoose from 'mongoose';
import { batchByKey, batchListByKey, onceATurn } from '../batchByKey.ts';
import { type PageOrder, readPage } from '../page.ts';
import { load } from '../sandbox/seed.ts';
import { dropAndClose, emptyDatabase } from '../testing/database.ts';

interface Ticket {
  readonly _id: string;
  readonly mall: string;
  readonly at: Date;
  readonly name: string;
}

const ticketSchema = new mongoose.Schema<Ticket>(
  { _id: String, mall: String, at: Date, name: String },
  { versionKey: false, autoIndex: false },
);
ticketSchema.index({ mall: 1, at: -1, _id: -1 });
ticketSchema.index({ mall: 1, name: 1, _id: 1 });

const newestFirst: PageOrder<Ticket> = { field: 'at', direction: -1 };
const byName: PageOrder<Ticket> = { field: 'name', direction: 1 };
const inMall = { mall: 'mall-1' };

let connection: Connection;
let tickets: Model<Ticket>;
beforeAll(async () => {
  connection = await emptyDatabase('page');
  tickets = connection.model<Ticket>('Ticket', ticketSchema, 'tickets');
  await tickets.createIndexes();
  // Every third ticket shares its time and name with another, so that the order must fall back on the id.
  const rows = Array.from({ length: 45 }, (_, index) => ({
    _id: `t-${String(index).padStart(2, '0')}`,
    mall: index % 9 === 8 ? 'mall-2' : 'mall-1',
    at: new Date(Date.UTC(2026, 10, 1 + Math.floor(index / 3))),
    name: `name ${Math.floor(index / 3) % 5}`,
  }));
  await load(tickets, rows);
});
afterAll(() => dropAndClose(connection));

async function everyPage(order: PageOrder<Ticket>, first: number): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof readPage<Ticket>>> = await readPage(tickets, inMall, order, { first, after });
    ids.push(...page.edges.map(({ node }) => node._id));
    if (!page.pageInfo.hasNextPage) return ids;
    after = page.pageInfo.endCursor;
  }
}

describe('a list read page by page', () => {
  it.each([1, 2, 7, 40, 100])('holds every row once and in order, %i at a time', async (first) => {
    for (const order of [newestFirst, byName]) {
      const sorted = await tickets
        .find(inMall)
        .sort({ [order.field]: order.direction, _id: order.direction })
        .lean();
      expect(await everyPage(order, first)).toEqual(sorted.map(({ _id }) => _id));
    }
  });

  it('counts the rows of all pages, only when asked', async () => {
    const page = await readPage(tickets, inMall, newestFirst, { first: 3 });
    expect(await page.totalCount()).toBe(40);
  });

  it('is not disturbed by a row that comes before the cursor', async () => {
    const first = await readPage(tickets, inMall, newestFirst, { first: 5 });
    await tickets.create({ _id: 't-new', mall: 'mall-1', at: new Date('2027-01-01'), name: 'new' });
    const second = await readPage(tickets, inMall, newestFirst, { first: 5, after: first.pageInfo.endCursor });
    await tickets.deleteOne({ _id: 't-new' });
    const without = await readPage(tickets, inMall, newestFirst, { first: 10 });
    expect([...first.edges, ...second.edges].map(({ node }) => node._id)).toEqual(
      without.edges.map(({ node }) => node._id),
    );
  });

  it('is empty, without a cursor, when nothing matches', async () => {
    const page = await readPage(tickets, { mall: 'nowhere' }, newestFirst, {});
    expect(page).toMatchObject({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it.each([0, -1, 101, 1.5])('is refused %d at a time', async (first) => {
    await expect(readPage(tickets, inMall, newestFirst, { first })).rejects.toThrow(/1 to 100/);
  });

  it.each(['', 'x', 'bm9uc2Vuc2U', Buffer.from('[{"$gt":""},"t"]').toString('base64url')])(
    'is refused from the cursor "%s"',
    async (after) => {
      await expect(readPage(tickets, inMall, newestFirst, { after })).rejects.toThrow(/cursor/);
    },
  );
});

describe('a loader by key', () => {
  const calls: string[][] = [];
  const fetchRows = async (keys: string[]) => {
    calls.push(keys);
    return tickets.find({ _id: { $in: keys } }).lean();
  };

  it('asks for all keys of a turn at once, and gives null for one without a record', async () => {
    calls.length = 0;
    const loader = batchByKey(fetchRows, ({ _id }) => _id);
    const rows = await Promise.all([
      loader.load('t-03'),
      loader.load('nowhere'),
      loader.load('t-01'),
      loader.load('t-03'),
    ]);
    expect(rows.map((row) => row?._id)).toEqual(['t-03', undefined, 't-01', 't-03']);
    expect(calls).toEqual([['t-03', 'nowhere', 't-01']]);
  });

  it('gives the list of each key, in the order it was fetched', async () => {
    const loader = batchListByKey(
      (malls: string[]) =>
        tickets
          .find({ mall: { $in: malls } })
          .sort({ _id: 1 })
          .lean(),
      ({ mall }) => mall,
    );
    const [second, none] = await Promise.all([loader.load('mall-2'), loader.load('nowhere')]);
    expect(second?.map(({ _id }) => _id)).toEqual(['t-08', 't-17', 't-26', 't-35', 't-44']);
    expect(none).toEqual([]);
  });
});

describe('asking once a turn', () => {
  it('asks once for all who ask the same, tells each who asks in vain, and asks anew in the next turn', async () => {
    const calls: string[] = [];
    const ask = onceATurn(async (citizenId: string, page: { readonly first: number }) => {
      calls.push(`${citizenId} ${page.first}`);
      if (citizenId === 'nobody') throw new Error('There is no such citizen.');
      return calls.length;
    });
    const turn = () =>
      Promise.allSettled([
        ask('a', { first: 2 }),
        ask('a', { first: 2 }),
        ask('a', { first: 3 }),
        ask('nobody', { first: 2 }),
        ask('nobody', { first: 2 }),
      ]);
    expect((await turn()).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(calls).toEqual(['a 2', 'a 3', 'nobody 2']);
    await turn();
    expect(calls).toHaveLength(6);
  });
});
