/**
 * The mall's statistics on a few documents, with results reckoned by hand from MongoDB's manual: `$sum` skips what is no
 * number, a missing field is a null `_id` of a group but no part of an `_id` of several fields, and a range finds only
 * values of its own type.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import type { LoaderRequest } from '#kit/subgraph.ts';
import { dropAndClose, emptyDatabase } from '#kit/testing/database.ts';
import type { StatGroup } from '../generated/resolvers.ts';
import { statisticsLoaders } from '../loaders/statistics.ts';
import { type MallModels, mallModels } from '../model.ts';
import { statistics } from '../resolvers/statistics.ts';
import { application, closing, inside } from './countedApplications.ts';

let connection: Connection;
let models: MallModels;
let loaders: ReturnType<typeof statisticsLoaders>;

const january = { from: '2026-01-01', to: '2026-01-31' };
const empty = { from: '2020-01-01', to: '2020-01-31' };
const now = new Date('2026-03-10T03:00:00.000Z');
const months = { from: '2026-01', to: '2026-01' };

const atTheMall = { channel: 'COUNTER', mallId: 'mall-1' };
const inSidoarjo = { regionCode: '35.15', regions: ['35.15', '35'] };
const { mallId: _absent, ...withoutMall } = application('bpn-late', { agencyCode: 'BPN', monthSubmitted: '2026-02' });

const applications: readonly object[] = [
  application('djp-1', { ...atTheMall, ...closing(10, { autoApproved: 1 }) }),
  application('djp-2', { ...atTheMall, ...closing(10) }),
  application('djp-3', { ...atTheMall, ...closing(12) }),
  application('djp-4', { ...atTheMall, ...closing(16) }),
  application('djp-5', { ...atTheMall, status: 'COMPLETED', ...closing(20.5, { pausedHours: 9.5 }) }),
  application('djp-6', { ...inSidoarjo, status: 'REJECTED', ...closing(31, { onTime: 0, pausedHours: null }) }),
  application('djp-7', { ...inSidoarjo, status: 'REJECTED', ...closing(31, { onTime: 0 }) }),
  application('djp-8', { status: 'VERIFICATION' }),
  application('djp-9', { status: 'SUBMITTED', closing: undefined }),
  application('djp-10', {
    status: 'WITHDRAWN',
    closing: { at: inside, month: '2026-01', workingHours: 13 },
  }),
  ...['one', 'two', 'three', 'four'].map((name) =>
    application(`older-${name}`, {
      status: 'EXPIRED',
      serviceCode: name === 'one' ? null : undefined,
      monthSubmitted: '2025-12',
      ...closing(5, { pausedHours: 2.5, autoApproved: 1 }),
    }),
  ),
  application('bpn-1', { agencyCode: 'BPN', ...closing(8, { month: '2026-02' }) }),
  application('bpn-2', {
    agencyCode: 'BPN',
    monthSubmitted: '2025-12',
    ...closing(8, { onTime: 0, pausedHours: 4 }),
  }),
  withoutMall,
  application('draft', { status: 'DRAFT', submittedAt: null, monthSubmitted: null }),
  application('draft-too', { status: 'DRAFT', submittedAt: undefined, monthSubmitted: undefined }),
];

beforeAll(async () => {
  connection = await emptyDatabase('pipelines');
  models = mallModels(connection);
  await models.Application.createIndexes();
  // Past mongoose, which would fill in what is missing; the driver leaves undefined fields out.
  await models.Application.collection.insertMany(applications as never[], { ignoreUndefined: true });
  loaders = statisticsLoaders({ models } as LoaderRequest<MallModels>);
});

afterAll(() => dropAndClose(connection));

/** What the root field of the graph answers. */
const shown = (
  field: keyof typeof statistics,
  by: StatGroup,
  period: { from: string; to: string },
  region: string | null = null,
): Promise<unknown> =>
  (statistics[field] as (...given: unknown[]) => Promise<unknown>)({}, { by, period, region }, { loaders, now });

const inCell = (group: string, region = '35.10', more: object = {}) => ({
  month: '2026-01',
  region,
  parent: '',
  group,
  ...more,
});
const byName = <Of extends { region: string; parent: string; group: string }>(all: readonly Of[]) =>
  [...all].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
const nameOf = ({ region, parent, group }: { region: string; parent: string; group: string }) =>
  `${group} ${region} ${parent}`;

describe('the counts of applications', () => {
  const counts = async (by: StatGroup, region: string | null = null) => {
    const cells = await loaders.applicationCounts(by, months, region);
    const named = cells.flatMap((cell) =>
      cell.counts.map(({ status, workingHours, count }) => [cell.region, cell.group, status, workingHours, count]),
    );
    return named.sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
  };

  it('are those submitted in the months, by status and hours', async () => {
    expect(await counts('AGENCY')).toEqual([
      ['35.10', 'BPN', 'ISSUED', 8, 1],
      ['35.10', 'DJP', 'COMPLETED', 20.5, 1],
      ['35.10', 'DJP', 'ISSUED', 10, 2],
      ['35.10', 'DJP', 'ISSUED', 12, 1],
      ['35.10', 'DJP', 'ISSUED', 16, 1],
      ['35.10', 'DJP', 'SUBMITTED', null, 1],
      ['35.10', 'DJP', 'VERIFICATION', null, 1],
      ['35.10', 'DJP', 'WITHDRAWN', 13, 1],
      ['35.15', 'DJP', 'REJECTED', 31, 2],
    ]);
  });

  it('of a region include those of the regions in it', async () => {
    expect(await counts('REGION', '35.15')).toEqual([['35.15', '35.15', 'REJECTED', 31, 2]]);
    const ofTheProvince = await counts('REGION', '35');
    expect(ofTheProvince.reduce((sum, row) => sum + Number(row[4]), 0)).toBe(11);
    expect(await counts('REGION', '51')).toEqual([]);
  });

  it('by mall tell apart what belongs to none, be it null or missing', async () => {
    expect((await counts('MALL')).filter(([, mall]) => mall !== '')).toEqual([
      ['35.10', 'mall-1', 'COMPLETED', 20.5, 1],
      ['35.10', 'mall-1', 'ISSUED', 10, 2],
      ['35.10', 'mall-1', 'ISSUED', 12, 1],
      ['35.10', 'mall-1', 'ISSUED', 16, 1],
    ]);
  });

  it('know how many people they are of, and the agency of a service', async () => {
    const people = await loaders.applicationCounts('SERVICE', months, null);
    expect(byName(people.map(({ counts: _counts, ...cell }) => cell))).toEqual(
      byName([
        inCell('LETTER', '35.10', { parent: 'BPN', people: 1 }),
        inCell('LETTER', '35.10', { parent: 'DJP', people: 8 }),
        inCell('LETTER', '35.15', { parent: 'DJP', people: 2 }),
      ]),
    );
  });

  it.each<[StatGroup, unknown[]]>([
    [
      'CHANNEL',
      [
        ['COUNTER', 5],
        ['ONLINE', 6],
      ],
    ],
    ['MONTH', [['2026-01', 11]]],
    ['SERVICE', [['LETTER', 11]]],
  ])('by %s are as many in all', async (by, expected) => {
    const totals = new Map<string, number>();
    for (const [, group, , , count] of await counts(by)) {
      totals.set(String(group), (totals.get(String(group)) ?? 0) + Number(count));
    }
    expect([...totals].sort()).toEqual(expected);
  });
});

describe('the closed applications', () => {
  it('are those closed in the months; what is null or missing adds nothing', async () => {
    expect(byName(await loaders.closings('AGENCY', months, null))).toEqual(
      byName([
        inCell('BPN', '35.10', { people: 1, closed: 1, onTime: 0, autoApproved: 0, workingHours: 8, pausedHours: 4 }),
        inCell('DJP', '35.10', {
          people: 10,
          closed: 10,
          onTime: 9,
          autoApproved: 5,
          workingHours: 101.5,
          pausedHours: 19.5,
        }),
        inCell('DJP', '35.15', { people: 2, closed: 2, onTime: 0, autoApproved: 0, workingHours: 62, pausedHours: 0 }),
      ]),
    );
  });

  it('without a service are of no group, whether null or missing', async () => {
    const cells = await loaders.closings('SERVICE', months, null);
    const closed = cells.filter(({ group }) => group === '').reduce((sum, cell) => sum + cell.closed, 0);
    expect(closed).toBe(4);
    expect(await shown('slaPerformance', 'SERVICE', january)).toEqual([
      { group: 'LETTER', suppressed: true, partial: true },
    ]);
  });

  it('by month go by the month they were closed in', async () => {
    const cells = await loaders.closings('MONTH', { from: '2026-01', to: '2026-02' }, '35.10');
    expect(cells.map(({ group, closed }) => [group, closed]).sort()).toEqual([
      ['2026-01', 11],
      ['2026-02', 1],
    ]);
  });

  it('are shown as shares of the whole', async () => {
    // 9 of 10 by DJP and none by BPN; 23.5 of 133 hours.
    expect(await shown('slaPerformance', 'REGION', january)).toEqual([
      {
        group: '35.10',
        suppressed: false,
        partial: false,
        closed: 11,
        onTimeRate: 0.82,
        autoApproved: 5,
        pausedShare: 0.18,
      },
      { group: '35.15', suppressed: true, partial: true },
    ]);
    // BPN has one, and could be reckoned from the region if DJP were shown.
    expect(await shown('slaPerformance', 'AGENCY', january)).toEqual([
      { group: 'BPN', suppressed: true, partial: true },
      { group: 'DJP', suppressed: true, partial: true },
    ]);
    expect(await shown('slaPerformance', 'AGENCY', empty)).toEqual([]);
  });

  it('add up hours without an error of many small ones', async () => {
    const tenths = Array.from({ length: 10 }, (_, n) =>
      application(`tenth-${n}`, { agencyCode: 'TENTHS', ...closing(0.1, { month: '2024-06' }) }),
    );
    await models.Application.collection.insertMany(tenths as never[]);
    const [sums] = await loaders.closings('AGENCY', { from: '2024-06', to: '2024-06' }, null);
    expect(sums).toMatchObject({ group: 'TENTHS', people: 10, closed: 10, workingHours: expect.closeTo(1, 12) });
  });
});
