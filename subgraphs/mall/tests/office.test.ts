import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localMonth } from '#kit/localTime.ts';
import { daysBefore } from '#kit/sandbox/calendar.ts';
import { wayTo } from '#kit/sandbox/journey.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { load } from '#kit/sandbox/seed.ts';
import { asCitizen, asOfficer } from '#kit/testing/builders.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import { type SurveyScores, surveyElements } from '../model/surveys.ts';
import type { SurveyRecord } from '../model.ts';
import { receive } from '../seed.ts';
import { aMall, announced, codes } from './aMall.ts';

const officer = principalOf('officer-tax');
const analyst = principalOf('analyst');
const now = new Date();
let agency: TestAgency;

/** How many days ago the third of a month was, so many months before this one. */
const sinceTheThird = (monthsAgo: number) => {
  const third = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsAgo, 3, 3);
  return (now.getTime() - third) / 86_400_000;
};
const waiting = Array.from({ length: 25 }, (_, index) =>
  announced(wayTo.VERIFICATION, { daysAgo: sinceTheThird(4) - index / 2 }),
);
const checked = announced(wayTo.DOCUMENT_CHECK);
const returned = announced(wayTo.RETURNED);
const draft = announced(wayTo.DRAFT);
const elsewhere = announced(wayTo.VERIFICATION, { regionCode: '33.14' });
const ended = Array.from({ length: 12 }, (_, index) =>
  announced(index === 0 ? wayTo.REJECTED : wayTo.COMPLETED, {
    channel: 'ONLINE',
    daysAgo: sinceTheThird(2),
    applicantId: `ctz-${index}`,
  }),
);
const ofAnotherAgency = Array.from({ length: 3 }, () =>
  announced(wayTo.ISSUED, {
    agency: 'identity',
    serviceCode: 'IDENTITY-CHILD-CARD',
    typeName: 'IdentityApplication',
    daysAgo: sinceTheThird(4),
  }),
);

beforeAll(async () => {
  const { agency: started, models } = await aMall();
  agency = started;
  await receive(agency.connection, agency.vault, [
    ...waiting,
    checked,
    returned,
    draft,
    elsewhere,
    ...ended,
    ...ofAnotherAgency,
  ]);
  await models.Survey.collection.deleteMany({});
  await load(models.Survey, [...surveys('DJP', 10, 2), ...surveys('BPN', 9, 3)]);
}, 60_000);

afterAll(() => agency?.stop());

/** Answers that give every element a 4, but for the cost, which gets a 1. */
function surveys(agencyCode: string, answers: number, monthsAgo: number): SurveyRecord[] {
  const scores = Object.fromEntries(surveyElements.map((element) => [element, element === 'COST' ? 1 : 4]));
  const at = daysBefore(now, sinceTheThird(monthsAgo));
  return Array.from({ length: answers }, (_, index) => ({
    _id: `srv-${agencyCode}-${index}`,
    at,
    month: localMonth(at, 'WIB'),
    firstOfMonth: 1,
    regionCode: '35.10',
    regions: ['35', '35.10'],
    mallId: 'mall-35.10',
    agencyCode,
    serviceCode: 'TAX-CLEARANCE-LETTER',
    channel: 'COUNTER',
    scores: scores as SurveyScores,
  }));
}

describe('the worklist', () => {
  const list = (values: string, principal = officer) =>
    agency.ask(`{ worklist${values} { edges { node { id status region { code } } } totalCount } }`, {}, principal);

  it('holds what lies with the own agency in the own region, the most urgent first', async () => {
    const { data } = await list('(first: 100)');
    const { edges, totalCount } = (data as { worklist: { edges: { node: { id: string } }[]; totalCount: number } })
      .worklist;
    expect(totalCount).toBe(27);
    const due = await agency.connection.collection<{ _id: string; dueAt: Date }>('applications').find({}).toArray();
    const dueAt = new Map(due.map((row) => [row._id, row.dueAt.getTime()]));
    const times = edges.map(({ node }) => dueAt.get(node.id) ?? 0);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(edges.map(({ node }) => node.id)).not.toContain(elsewhere.id);
  });

  it('shows no draft, by whichever way an officer asks for it', async () => {
    const asked = '(filter: {status: [DRAFT, COMPLETED]})';
    expect((await list(asked)).data).toEqual({ worklist: { edges: [], totalCount: 0 } });
    const one = `{ application(id: "${draft.id}") { id status } }`;
    expect((await agency.ask(one, {}, officer)).data).toEqual({ application: null });
    const { data } = await agency.ask(one, {}, asCitizen(draft.applicantId));
    expect(data).toEqual({ application: { id: draft.id, status: 'DRAFT' } });
  });

  it('is filtered by state, mall and who has taken it on', async () => {
    expect((await list('(filter: {status: [RETURNED], mall: "mall-35.10"})')).data).toMatchObject({
      worklist: { totalCount: 1 },
    });
    expect((await list('(filter: {agency: "DUKCAPIL"})')).data).toMatchObject({ worklist: { totalCount: 0 } });
    const mine = (await list('(filter: {mine: true})')).data as { worklist: { totalCount: number } };
    const free = (await list('(filter: {mine: false})')).data as { worklist: { totalCount: number } };
    expect(mine.worklist.totalCount).toBeGreaterThan(0);
    expect(mine.worklist.totalCount + free.worklist.totalCount).toBe(27);
  });

  it('is refused to citizens, to nobody, and to officers without the scope', async () => {
    expect(codes(await list('', asCitizen('ctz-mother')))).toEqual(['FORBIDDEN']);
    expect(codes(await list('', { kind: 'anonymous' }))).toEqual(['UNAUTHENTICATED']);
    expect(codes(await list('', asOfficer('tax', '35.10', ['tax:read'])))).toEqual(['FORBIDDEN']);
  });
});

describe('the statistics', () => {
  const thisMonth = localMonth(now, 'WIB');
  const [begin, end] = [daysBefore(new Date(`${thisMonth}-01`), 300), daysBefore(new Date(`${thisMonth}-01`), 1)];
  const period = `{from: "${begin.toISOString().slice(0, 7)}-01", to: "${end.toISOString().slice(0, 10)}"}`;
  const ask = (query: string, principal = analyst) => agency.ask(`{ ${query} }`, {}, principal);

  it('grade the satisfaction of a group, and hide one of fewer than ten people', async () => {
    const { data, errors } = await ask(
      `satisfactionIndex(by: AGENCY, period: ${period}) { group suppressed partial respondents index grade elements { element average } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      satisfactionIndex: [
        { group: 'BPN', suppressed: true, partial: true, respondents: null, index: null, grade: null, elements: [] },
        {
          group: 'DJP',
          suppressed: false,
          partial: false,
          respondents: 10,
          index: 91.67,
          grade: 'A',
          elements: surveyElements.map((element) => ({ element, average: element === 'COST' ? 1 : 4 })),
        },
      ],
    });
  });

  it('count what became of the applications of a group', async () => {
    const { data, errors } = await ask(
      `applicationStats(by: AGENCY, period: ${period}, region: "35.10") { group suppressed partial submitted open issued rejected medianWorkingHours }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      applicationStats: [
        {
          group: 'DJP',
          suppressed: false,
          // What waits was all handed in by one person.
          partial: true,
          submitted: 12,
          open: 0,
          issued: 11,
          rejected: 1,
          medianWorkingHours: expect.any(Number),
        },
        {
          group: 'DUKCAPIL',
          suppressed: true,
          partial: true,
          submitted: null,
          open: null,
          issued: null,
          rejected: null,
          medianWorkingHours: null,
        },
      ],
    });
  });

  it('tell how well the time of the standards was kept', async () => {
    const { data, errors } = await ask(
      `slaPerformance(by: CHANNEL, period: ${period}) { group suppressed closed onTimeRate autoApproved pausedShare }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      slaPerformance: [
        { group: 'COUNTER', suppressed: true, closed: null, onTimeRate: null, autoApproved: null, pausedShare: null },
        {
          group: 'ONLINE',
          suppressed: false,
          closed: 12,
          onTimeRate: expect.any(Number),
          autoApproved: 0,
          pausedShare: 0,
        },
      ],
    });
  });

  it.each(['REGION', 'MALL', 'SERVICE', 'MONTH'])('can be grouped by %s', async (by) => {
    const { data, errors } = await ask(
      `applicationStats(by: ${by}, period: ${period}) { group } slaPerformance(by: ${by}, period: ${period}) { group }
       satisfactionIndex(by: ${by}, period: ${period}) { group }`,
    );
    expect(errors).toEqual([]);
    const { applicationStats } = data as { applicationStats: { group: string }[] };
    expect(applicationStats.length).toBeGreaterThan(0);
    expect(applicationStats.filter(({ group }) => !group)).toEqual([]);
  });

  it('refuse a period that ends before it begins, or begins or ends within a month', async () => {
    for (const [from, to] of [
      ['2026-02-01', '2026-01-31'],
      ['2026-01-02', '2026-01-31'],
      ['2026-01-01', '2026-01-30'],
    ]) {
      const answer = await ask(`satisfactionIndex(by: MONTH, period: {from: "${from}", to: "${to}"}) { group }`);
      expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('are for analysts only', async () => {
    const query = `applicationStats(by: AGENCY, period: ${period}) { group }`;
    expect(codes(await ask(query, officer))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(query, asCitizen('ctz-mother')))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(query, { kind: 'anonymous' }))).toEqual(['UNAUTHENTICATED']);
  });
});
