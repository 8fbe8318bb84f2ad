import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import type { LoaderRequest } from '#kit/subgraph.ts';
import { dropAndClose, emptyDatabase } from '#kit/testing/database.ts';
import type { StatGroup } from '../generated/resolvers.ts';
import { statisticsLoaders } from '../loaders/statistics.ts';
import { type MallModels, mallModels } from '../model.ts';
import { statistics } from '../resolvers/statistics.ts';
import { application, closing } from './countedApplications.ts';

let connection: Connection;
let models: MallModels;
let loaders: ReturnType<typeof statisticsLoaders>;

const empty = { from: '2020-01-01', to: '2020-01-31' };
const now = new Date('2026-03-10T03:00:00.000Z');

beforeAll(async () => {
  connection = await emptyDatabase('shown_statistics');
  models = mallModels(connection);
  await models.Application.createIndexes();
  loaders = statisticsLoaders({ models } as LoaderRequest<MallModels>);
});

afterAll(() => dropAndClose(connection));

/** What the root field of the graph answers. */
const shown = (field: keyof typeof statistics, by: StatGroup, period: { from: string; to: string }): Promise<unknown> =>
  (statistics[field] as (...given: unknown[]) => Promise<unknown>)({}, { by, period }, { loaders, now });

describe('what an analyst is shown of applications', () => {
  const ofYear = (month: string, facts: (n: number) => object) =>
    Array.from({ length: 12 }, (_, n) =>
      application(`${month}-${n}`, { agencyCode: 'POLRI', monthSubmitted: month, ...facts(n) }),
    );
  beforeAll(async () => {
    const hours = [10, 10, 12, 13, 16, 20.5, 31, 31, 31, 31, 31, 31];
    await models.Application.collection.insertMany([
      ...ofYear('2025-05', (n) => ({
        status: n < 2 ? 'REJECTED' : 'ISSUED',
        ...closing(hours[n] ?? 0, { month: '2025-05' }),
      })),
      // Twelve applications, of one person; and of two.
      ...ofYear('2025-06', () => ({ applicantId: 'ctz-busy', ...closing(1, { month: '2025-06' }) })),
      ...ofYear('2025-07', (n) => ({ applicantId: `ctz-${n % 2}`, ...closing(1, { month: '2025-07' }) })),
    ] as never[]);
  });

  it('is how many there were and the median of the hours', async () => {
    expect(await shown('applicationStats', 'AGENCY', { from: '2025-05-01', to: '2025-05-31' })).toEqual([
      {
        group: 'POLRI',
        suppressed: false,
        partial: false,
        submitted: 12,
        // Issued is not yet handed over.
        open: 10,
        issued: 10,
        rejected: 2,
        // Of 10 10 12 13 16 20.5 | 31 …
        medianWorkingHours: 25.75,
      },
    ]);
    expect(await shown('applicationStats', 'AGENCY', empty)).toEqual([]);
  });

  it.each(['applicationStats', 'slaPerformance'] as const)(
    'is nothing in %s of twelve that one or two people made',
    async (field) => {
      expect(await shown(field, 'AGENCY', { from: '2025-06-01', to: '2025-07-31' })).toEqual([
        { group: 'POLRI', suppressed: true, partial: true },
      ]);
    },
  );

  it.each(['applicationStats', 'slaPerformance'] as const)(
    'is the same in %s with the months of too few people and without them, but for a word',
    async (field) => {
      const [year] = (await shown(field, 'AGENCY', { from: '2025-01-01', to: '2025-10-31' })) as object[];
      const [may] = (await shown(field, 'AGENCY', { from: '2025-05-01', to: '2025-05-31' })) as object[];
      expect(may).toMatchObject({ suppressed: false, partial: false });
      expect(year).toEqual({ ...may, partial: true });
    },
  );

  it('is nothing of a month that is not over', async () => {
    await models.Application.collection.insertMany(ofYear('2026-03', () => ({})) as never[]);
    expect(await shown('applicationStats', 'MONTH', { from: '2026-03-01', to: '2026-12-31' })).toEqual([]);
  });
});
