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

let connection: Connection;
let models: MallModels;
let loaders: ReturnType<typeof statisticsLoaders>;

const january = { from: '2026-01-01', to: '2026-01-31' };
const empty = { from: '2020-01-01', to: '2020-01-31' };
const now = new Date('2026-03-10T03:00:00.000Z');
const months = { from: '2026-01', to: '2026-01' };
const inside = new Date('2026-01-15T03:00:00.000Z');

const answer = (_id: string, facts: object = {}, scores: object = {}) => ({
  _id,
  at: inside,
  month: '2026-01',
  firstOfMonth: 1,
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
  answer('djp-1'),
  answer('djp-2'),
  ...[3, 4, 5, 6, 7, 8].map((n) => answer(`djp-${n}`)),
  answer('djp-9', {}, { TIME: null }),
  answer('djp-10', { scores: withoutCost }),
  // One who answered before in the month, and one answer of the time when that was not noted.
  answer('djp-again', { firstOfMonth: 0 }),
  answer('djp-unnoted', { firstOfMonth: undefined }),
  answer('djp-before', { month: '2025-12' }),
  answer('djp-after', { month: '2026-02' }),
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

  const inCell = (group: string, region: string) => ({ month: '2026-01', region, parent: '', group });
  const ofSidoarjo = { people: 9, respondents: 9, ...sums(24, { REQUIREMENTS: 32 }) };

  it('are summed up by element; an answer left out adds nothing but is counted, a second one is of no new person', async () => {
    const cells = await loaders.surveyTotals('AGENCY', months, null);
    expect([...cells].sort((one, other) => (one.group < other.group ? -1 : 1))).toEqual([
      { ...inCell('BPN', '35.15'), ...ofSidoarjo },
      {
        ...inCell('DJP', '35.10'),
        people: 10,
        respondents: 12,
        ...sums(36, { REQUIREMENTS: 48, TIME: 33, COST: 33 }),
      },
    ]);
  });

  it('can be those of one region; what came to no mall is told apart from the malls', async () => {
    expect(await loaders.surveyTotals('REGION', months, '35.15')).toEqual([
      { ...inCell('35.15', '35.15'), ...ofSidoarjo },
    ]);
    expect(await loaders.surveyTotals('MALL', months, '35.15')).toEqual([
      { ...inCell('mall-2', '35.15'), ...ofSidoarjo },
    ]);
    expect(await loaders.surveyTotals('MALL', months, '35.10')).toMatchObject([inCell('', '35.10')]);
  });

  it('are shown as averages and an index, and not at all for fewer than ten people', async () => {
    const average = (element: string) => ({ REQUIREMENTS: 4, TIME: 2.75, COST: 2.75 })[element] ?? 3;
    const shown = (period: typeof january) =>
      (statistics.satisfactionIndex as (...given: unknown[]) => Promise<unknown>)(
        {},
        { by: 'AGENCY', period, region: null },
        { loaders, now },
      );
    expect(await shown(january)).toEqual([
      { group: 'BPN', suppressed: true, partial: true, elements: [] },
      {
        group: 'DJP',
        suppressed: false,
        partial: false,
        respondents: 12,
        elements: surveyElements.map((element) => ({ element, average: average(element) })),
        // (4 + 2.75 + 2.75 + 6 × 3) / 9 × 25
        index: 76.39,
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
    expect(page.edges.map(({ node }) => node._id)).toEqual(['djp-unnoted', 'djp-before']);
    expect(await page.totalCount()).toBe(14);
    const none = await readPage(models.Survey, { agencyCode: 'NOBODY' }, order, {});
    expect(await none.totalCount()).toBe(0);
    expect(await models.Survey.countDocuments({ agencyCode: 'DJP' }).limit(2)).toBe(2);
  });
});
