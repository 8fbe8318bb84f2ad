import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type JourneyPlatform, newKey, type Payload, startJourneys } from '../support/journeys.ts';

let graph: JourneyPlatform;
beforeAll(async () => {
  graph = await startJourneys('decisions');
}, 120_000);
afterAll(() => graph.stop());

const payload = 'application { id } errors { code message path }';
const decideOn = (as: Parameters<JourneyPlatform['decide']>[0], id: string, decision: string, more?: object) =>
  graph.decide(as, 'decideLicenseApplication', id, decision, more);

describe('a decision', () => {
  it('is made once: of fifty who approve one file at once, one wins', async () => {
    const id = await waitingForSignature('mother');
    const answers = await Promise.all(Array.from({ length: 50 }, () => decideOn('approver-licensing', id, 'APPROVE')));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(
      Array.from({ length: 49 }, () => 'CONFLICT'),
    );
  }, 60_000);

  it('is for the office alone, and approving for somebody else than who verified', async () => {
    const id = await waitingForSignature('unmatched-nik');
    const codes = async (as: Parameters<JourneyPlatform['decide']>[0], expectedSequence = 4) =>
      (await decideOn(as, id, 'APPROVE', { expectedSequence })).errors.map(({ code }) => code);
    expect(await codes('officer-licensing')).toEqual(['FORBIDDEN']);
    expect(await codes('officer-elsewhere')).toEqual(['NOT_FOUND']);
    expect(await codes('approver-tax')).toEqual(['NOT_FOUND']);
    expect(await codes('approver-licensing', 3)).toEqual(['CONFLICT']);
  }, 60_000);

  it('comes too late for what its applicant took back, which stays so however often it is taken back', async () => {
    const id = await submitted('investor');
    const withdraw = () =>
      graph.get<Payload>(
        'investor',
        `mutation ($id: ID!) { withdrawLicenseApplication(id: $id, reason: "Not now") { ${payload} } }`,
        'withdrawLicenseApplication',
        { id },
      );
    expect(await withdraw()).toEqual({ application: { id }, errors: [] });
    expect(await withdraw()).toEqual({ application: { id }, errors: [] });
    expect((await graph.inboxAfter('investor', id, 2)).status).toBe('WITHDRAWN');
    expect((await decideOn('officer-licensing', id, 'ACCEPT_DOCUMENTS')).errors).toMatchObject([{ code: 'CONFLICT' }]);
  }, 60_000);

  it('skips no step, is never the applicant’s own, and is none after the end', async () => {
    const id = await submitted('nurse');
    const codes = async (as: Parameters<JourneyPlatform['decide']>[0], decision: string) => {
      const input = { applicationId: id, decision, expectedSequence: 1, note: 'A test' };
      const { data, errors } = await graph.ask(
        `mutation ($input: DecideApplicationInput!) { done: decideLicenseApplication(input: $input) { ${payload} } }`,
        { as, variables: { input } },
      );
      const told = (data?.['done'] as Payload | null | undefined)?.errors ?? [];
      return [...told.map(({ code }) => code), ...errors.map(({ extensions }) => extensions.code)];
    };
    for (const skipping of ['RECOMMEND', 'APPROVE']) {
      for (const as of ['officer-licensing', 'approver-licensing'] as const) {
        expect(await codes(as, skipping)).toHaveLength(1);
      }
    }
    expect(await codes('nurse', 'APPROVE')).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    expect((await graph.inboxAfter('officer-licensing', id, 1)).status).toBe('SUBMITTED');

    expect((await decideOn('officer-licensing', id, 'ACCEPT_DOCUMENTS')).errors).toEqual([]);
    await graph.inboxAfter('officer-licensing', id, 3);
    expect((await decideOn('approver-licensing', id, 'REJECT', { note: 'A test' })).errors).toEqual([]);
    const ended = await graph.inboxAfter('nurse', id, 4);
    expect(ended.status).toBe('REJECTED');
    for (const decision of ['ACCEPT_DOCUMENTS', 'RECOMMEND', 'APPROVE', 'REJECT']) {
      const { errors } = await decideOn('approver-licensing', id, decision, { expectedSequence: 4, note: 'Again' });
      expect([decision, errors.length]).toEqual([decision, 1]);
    }
    expect((await graph.inboxAfter('nurse', id, 4)).status).toBe('REJECTED');
  }, 60_000);

  async function submitted(as: Parameters<JourneyPlatform['change']>[0]): Promise<string> {
    const documentIds = [await graph.document(as, 'registerLicensingDocument')];
    const { application } = await graph.change(
      as,
      'submitPracticeLicense',
      {
        idempotencyKey: newKey(),
        profession: 'MIDWIFE',
        holderName: 'Wati Andaikata',
        registrationNumber: 'STR-CONTOH-0002',
        regionCode: '35.10.13.2001',
        place: 'Praktik Contoh, Jalan Misal 2',
        documentIds,
      },
      payload,
    );
    await graph.inboxAfter('officer-licensing', application?.id ?? '', 1);
    return application?.id ?? '';
  }

  async function waitingForSignature(as: Parameters<JourneyPlatform['change']>[0]): Promise<string> {
    const id = await submitted(as);
    await decideOn('officer-licensing', id, 'ACCEPT_DOCUMENTS');
    await graph.inboxAfter('officer-licensing', id, 3);
    await decideOn('officer-licensing', id, 'RECOMMEND');
    await graph.inboxAfter('approver-licensing', id, 4);
    return id;
  }
});
