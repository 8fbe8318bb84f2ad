import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wayTo } from '#kit/sandbox/journey.ts';
import { asCitizen } from '#kit/testing/builders.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import { type SurveyElement, surveyElements } from '../model/surveys.ts';
import type { MallModels } from '../model.ts';
import { receive } from '../seed.ts';
import { aMall, announced } from './aMall.ts';

const mother = asCitizen('ctz-mother');
const stranger = asCitizen('ctz-other');
const finished = announced(wayTo.COMPLETED);
const [another, third] = [announced(wayTo.COMPLETED), announced(wayTo.COMPLETED)];
const open = announced(wayTo.VERIFICATION);
let agency: TestAgency;
let models: MallModels;

beforeAll(async () => {
  ({ agency, models } = await aMall());
  await receive(agency.connection, agency.vault, [finished, another, third, open]);
  await models.Application.updateMany({}, { $set: { surveyed: false, surveyedMonth: null } });
  await models.Survey.deleteMany({});
}, 60_000);
afterAll(() => agency?.stop());

async function payload(document: string, variables: object, as = mother): Promise<Record<string, unknown>> {
  const { data, errors } = await agency.ask(document, { ...variables }, as);
  expect(errors).toEqual([]);
  return (data as { done: Record<string, unknown> }).done;
}

describe('answering the survey', () => {
  const document =
    'mutation ($input: SubmitSurveyInput!) { done: submitSurvey(input: $input) { accepted errors { code path } } }';
  const scores = surveyElements.map((element) => ({ element, score: 3 }));
  const answer = (change: object, as = mother) =>
    payload(document, { input: { applicationId: finished.id, scores, ...change } }, as);
  const withFirst = (first: { element: SurveyElement; score: number }) => [first, ...scores.slice(1)];

  it('is refused where the nine elements are not answered with 1 to 4', async () => {
    const refused = (path: string[]) => ({ accepted: false, errors: [{ code: 'BAD_USER_INPUT', path }] });
    expect(await answer({ scores: scores.slice(1) })).toEqual(refused(['input', 'scores']));
    expect(await answer({ scores: withFirst({ element: 'REQUIREMENTS', score: 5 }) })).toEqual(
      refused(['input', 'scores', '0', 'score']),
    );
    expect(await answer({ scores: withFirst({ element: 'TIME', score: 4 }) })).toEqual(
      refused(['input', 'scores', '2']),
    );
  });

  it('is refused before it is due, and to everybody but the applicant', async () => {
    expect(await answer({ applicationId: open.id })).toMatchObject({ accepted: false, errors: [{ code: 'CONFLICT' }] });
    expect(await answer({}, stranger)).toMatchObject({ accepted: false, errors: [{ code: 'NOT_FOUND' }] });
  });

  it('counts once, however often it is sent, and leads to nobody', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => answer({})));
    expect(answers.filter(({ accepted }) => accepted)).toHaveLength(1);
    const kept = await models.Survey.find({}).sort({ _id: 1 }).lean();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('ctz-mother');
    expect(JSON.stringify(kept)).not.toContain(finished.id);
    expect(kept).toMatchObject([{ firstOfMonth: 1 }]);
    const { data } = await agency.ask(`{ application(id: "${finished.id}") { survey } }`, {}, mother);
    expect(data).toEqual({ application: { survey: 'DONE' } });
  });

  it('counts its citizen once a month, about however many applications they answer', async () => {
    const given = await Promise.all([another, third].map(({ id }) => answer({ applicationId: id })));
    expect(given.map(({ accepted }) => accepted)).toEqual([true, true]);
    const people = (await models.Survey.find({}).lean()).map(({ firstOfMonth }) => firstOfMonth);
    expect(people.sort()).toEqual([0, 0, 1]);
  });
});

describe('a complaint', () => {
  const document = `mutation ($input: FileComplaintInput!) { done: fileComplaint(input: $input) {
    complaint { id text service { code } applicationId } errors { code path } } }`;
  const input = { serviceCode: 'TAX-CLEARANCE-LETTER', applicationId: open.id, text: 'Saya menunggu terlalu lama.' };

  it('gets a number, is read by its writer only, and is stored sealed', async () => {
    const { complaint, errors } = await payload(document, { input });
    expect(errors).toEqual([]);
    expect(complaint).toMatchObject({
      id: expect.stringMatching(/^ADU-\d{8}-[0-9A-Z]{8}$/),
      text: input.text,
      service: { code: input.serviceCode },
      applicationId: open.id,
    });
    const list = '{ me { complaints { id text } } }';
    expect((await agency.ask(list, {}, mother)).data).toMatchObject({ me: { complaints: [{ text: input.text }] } });
    expect((await agency.ask(list, {}, stranger)).data).toEqual({ me: { complaints: [] } });
    const stored = await models.Complaint.find({}).sort({ _id: 1 }).lean();
    expect(JSON.stringify(stored)).not.toContain('terlalu lama');
  });

  it.each([
    ['about no service', { serviceCode: 'NO-SUCH' }, ['input', 'serviceCode']],
    ['about somebody else’s application', { applicationId: 'MPP-0000' }, ['input', 'applicationId']],
    ['that says nothing', { text: ' ' }, ['input', 'text']],
    ['that is too long', { text: 'a'.repeat(5_001) }, ['input', 'text']],
  ])('%s is refused', async (_what, change, path) => {
    expect(await payload(document, { input: { ...input, ...change } })).toEqual({
      complaint: null,
      errors: [{ code: 'BAD_USER_INPUT', path }],
    });
  });
});

describe('news', () => {
  it('is marked as read by the one it is for', async () => {
    const unread = await models.Notification.find({ citizenId: 'ctz-mother' }).sort({ _id: 1 }).lean();
    await models.Notification.updateMany({}, { $set: { read: false } });
    const ids = unread.map(({ _id }) => _id);
    const document =
      'mutation ($ids: [ID!]!) { done: markNotificationsRead(ids: $ids) { notifications { id read } errors { code } } }';
    expect(await payload(document, { ids }, stranger)).toEqual({ notifications: [], errors: [] });
    expect(await models.Notification.countDocuments({ read: true })).toBe(0);
    const { notifications } = await payload(document, { ids: [...ids, 'ntf-none'] });
    expect(notifications).toHaveLength(ids.length);
    expect(await models.Notification.countDocuments({ citizenId: 'ctz-mother', read: false })).toBe(0);
    expect(await payload(document, { ids: Array.from({ length: 101 }, String) })).toMatchObject({
      errors: [{ code: 'BAD_USER_INPUT' }],
    });
  });
});
