/** The mall's statistics of surveys, and its count of a list: see pipelines.test.ts. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { readPage } from '#kit/page.ts';
import type { LoaderRequest } from '#kit/subgraph.ts';
import { dropAndClose, emptyDatabase } from '#kit/testing/database.ts';
import { statisticsLoaders } from '../loaders/statistics.ts';
import { type Survey, surveyElements } from '../model/surveys.ts';
import { type MallModels, mallModels } from '../model.ts';
import { statistics } from '../resolvers/statistics.ts';
import { spanOf } from '../rules/statistics.ts';

let connection: Connection;
let models: MallModels;
let loaders: ReturnType<typeof statisticsLoaders>;

const january = { from: '2026-01-01', to: '2026-01-31' };
const empty = { from: '2020-01-01', to: '2020-01-31' };
const span = spanOf(january);
// The days are those of Western Indonesian Time, seven hours ahead.
const first = new Date('2025-12-31T17:00:00.000Z');
const last = new Date('2026-01-31T16:59:59.999Z');
const tooEarly = new Date('2025-12-31T16:59:59.999Z');
const tooLate = new Date('2026-01-31T17:00:00.000Z');
const inside = new Date('2026-01-15T03:00:00.000Z');

const answer = (_id: string, facts: object = {}, scores: object = {}) => ({
  _id,
  at: inside,
  month: '2026-01',
  regionCode: '35.10',
  regions: ['35.10', '35'],
  mallId: null,
  agencyCode: 'DJP',
  serviceCode: 'LETTER',
  channel: 'ONLINE',
  scores: { ...Object.fromEntries(surveyElements.map((element) => [element, 3])), REQUIREMENTS: 4, ...scores },
  ...facts,
});

const { COST: _cost, ...withoutCost } = answer('djp-10').scores as Survey['scores'];
const inSidoarjo = { regionCode: '35.15', regions: ['35.15', '35'] };
const surveys: readonly object[] = [
  answer('djp-1', { at: first }),
  answer('djp-2', { at: last }),
  ...[3, 4, 5, 6, 7, 8].map((n) => answer(`djp-${n}`)),
  answer('djp-9', {}, { TIME: null }),
  answer('djp-10', { scores: withoutCost }),
  answer('djp-before', { at: tooEarly }),
  answer('djp-after', { at: tooLate }),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => answer(`bpn-${n}`, { ...inSidoarjo, agencyCode: 'BPN', mallId: 'mall-2' })),
  answer('bpn-9', { ...inSidoarjo, agencyCode: 'BPN', mallId: 'mall-2', scores: undefined }),
];

beforeAll(async () => {
  connection = await emptyDatabase('pipelines_of_surveys');
  models = mallModels(connection);
  await models.Survey.createIndexes();
  // Past mongoose, which would fill in what is missing; the driver leaves undefined fields out.
  await models.Survey.collection.insertMany(surveys as never[], { ignoreUndefined: true });
  loaders = statisticsLoaders({ models } as LoaderRequest<MallModels>);
});

afterAll(() => dropAndClose(connection));

describe('the answers to surveys', () => {
  const sums = (each: number, others: object) => ({
    ...Object.fromEntries(surveyElements.map((element) => [element, each])),
    ...others,
  });

  it('are summed up by element; an answer left out adds nothing but is counted', async () => {
    expect(await loaders.surveyTotals('AGENCY', span, null)).toEqual([
      { _id: 'BPN', respondents: 9, ...sums(24, { REQUIREMENTS: 32 }) },
      { _id: 'DJP', respondents: 10, ...sums(30, { REQUIREMENTS: 40, TIME: 27, COST: 27 }) },
    ]);
  });

  it('can be those of one region or of the malls', async () => {
    const ofSidoarjo = { respondents: 9, ...sums(24, { REQUIREMENTS: 32 }) };
    expect(await loaders.surveyTotals('REGION', span, '35.15')).toEqual([{ _id: '35.15', ...ofSidoarjo }]);
    expect(await loaders.surveyTotals('MALL', span, null)).toEqual([{ _id: 'mall-2', ...ofSidoarjo }]);
    expect(await loaders.surveyTotals('MALL', span, '35.10')).toEqual([]);
  });

  it('are shown as averages and an index, and not at all for fewer than ten', async () => {
    const average = (element: string) => ({ REQUIREMENTS: 4, TIME: 2.7, COST: 2.7 })[element] ?? 3;
    const shown = (period: typeof january) =>
      (statistics.satisfactionIndex as (...given: unknown[]) => Promise<unknown>)(
        {},
        { by: 'AGENCY', period, region: null },
        { loaders },
      );
    expect(await shown(january)).toEqual([
      { group: 'BPN', suppressed: true, elements: [] },
      {
        group: 'DJP',
        suppressed: false,
        respondents: 10,
        elements: surveyElements.map((element) => ({ element, average: average(element) })),
        // (4 + 2.7 + 2.7 + 6 × 3) / 9 × 25
        index: 76.11,
        grade: 'C',
      },
    ]);
    expect(await shown(empty)).toEqual([]);
  });
});

describe('the count of a list, which the driver asks for as a pipeline', () => {
  it('is of all that match, not of the page', async () => {
    const order = { field: 'at', direction: -1 } as const;
    const page = await readPage(models.Survey, { agencyCode: 'DJP' }, order, { first: 2 });
    expect(page.edges.map(({ node }) => node._id)).toEqual(['djp-after', 'djp-2']);
    expect(await page.totalCount()).toBe(12);
    const none = await readPage(models.Survey, { agencyCode: 'NOBODY' }, order, {});
    expect(await none.totalCount()).toBe(0);
    expect(await models.Survey.countDocuments({ agencyCode: 'DJP' }).limit(2)).toBe(2);
  });
});
