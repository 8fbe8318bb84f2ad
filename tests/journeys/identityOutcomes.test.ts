import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type JourneyPlatform, type Payload, startJourneys } from '../support/journeys.ts';
import {
  applicationPayload,
  type Persona,
  type PopulationOffice,
  populationOffice,
} from '../support/populationOffice.ts';

let graph: JourneyPlatform;
let office: PopulationOffice;
beforeAll(async () => {
  graph = await startJourneys('identity_ends');
  office = populationOffice(graph);
}, 120_000);
afterAll(() => graph.stop(), 90_000);

const herself = () => graph.get('food-seller', '{ me { birthDate education updatedAt } }', 'me');

describe('a correction that cannot be', () => {
  it('is told with every fault at once, and nothing is kept', async () => {
    const faulty = {
      validateOnly: true,
      kind: 'DATA_CHANGE',
      documentIds: ['doc-of-nobody'],
      changes: [
        { field: 'birthDate', after: '2090-01-01' },
        { field: 'nik', after: '3510010101900001' },
        { field: 'education', after: 'GOOD' },
      ],
    };
    const { application, errors } = await office.submit('food-seller', faulty);
    expect(application).toBeNull();
    expect(errors.map(({ path }) => path?.join('.'))).toEqual([
      'input.changes.0.after',
      'input.changes.1.field',
      'input.changes.2.after',
      'input.documentIds.0',
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/2090|351001|GOOD/);
  });

  it('is refused for somebody who is not a child of the citizen, as for nobody', async () => {
    const nurse = await graph.get<string>('nurse', '{ me { id } }', 'me.id');
    const asked = async (subjectId: string) =>
      (await office.submit('food-seller', { kind: 'CHILD_CARD', subjectId, validateOnly: true })).errors;
    const refused = [{ code: 'BAD_USER_INPUT', path: ['input', 'subjectId'] }];
    expect(await asked(nurse)).toMatchObject(refused);
    expect(await asked(nurse)).toEqual(await asked('ctz-nobody'));
  });

  it('is refused by the office with words that the citizen reads, and the register stays as it is', async () => {
    const before = await herself();
    const request = {
      kind: 'DATA_CHANGE',
      documentIds: [await office.evidence('food-seller')],
      changes: [{ field: 'birthDate', after: '1991-01-02' }],
    };
    const id = (await office.submit('food-seller', request)).application?.id ?? '';
    expect((await office.decide('approver-identity', id, 1, 'REJECT')).errors).toMatchObject([{ path: ['note'] }]);
    const note = 'Akta kelahiran menunjukkan tanggal yang sama dengan register.';
    expect((await office.decide('approver-identity', id, 1, 'REJECT', { note })).errors).toEqual([]);
    const refused = await graph.inboxAfter('food-seller', id, 2);
    expect(refused).toMatchObject({ status: 'REJECTED', timeline: [{ to: 'SUBMITTED' }, { to: 'REJECTED', note }] });
    expect(await herself()).toEqual(before);
  }, 30_000);
});

describe('a file that is returned', () => {
  it('is corrected by its applicant alone, and goes on to the register', async () => {
    const documentIds = [await office.evidence('food-seller')];
    const first = { kind: 'DATA_CHANGE', documentIds, changes: [{ field: 'education', after: 'DIPLOMA_3' }] };
    const id = (await office.submit('food-seller', first)).application?.id ?? '';
    const resubmit = (as: Persona, more: object) =>
      graph.change(as, 'resubmitIdentityApplication', { id, ...more }, applicationPayload);

    expect((await resubmit('food-seller', {})).errors).toMatchObject([{ code: 'CONFLICT' }]);
    await office.decide('officer-identity', id, 1, 'ACCEPT_DOCUMENTS');
    const note = 'The diploma says a bachelor.';
    const back = { note, requirementCodes: ['CHANGE-EVIDENCE'] };
    expect((await office.decide('officer-identity', id, 3, 'RETURN_FOR_CORRECTION', back)).errors).toEqual([]);
    const returned = await graph.inboxAfter('food-seller', id, 4);
    expect(returned).toMatchObject({ status: 'RETURNED', pendingAction: { kind: 'CORRECT_DATA' } });

    const changes = [{ field: 'education', after: 'BACHELOR' }];
    expect((await resubmit('nurse', { changes })).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await resubmit('food-seller', { changes: [] })).errors).toMatchObject([{ path: ['input', 'changes'] }]);
    const more = { changes, documentIds: [await office.evidence('food-seller')], note: 'Here is the right one.' };
    expect(await resubmit('food-seller', more)).toEqual({ application: { id }, errors: [] });

    await office.decide('officer-identity', id, 5, 'RECOMMEND');
    await office.decide('approver-identity', id, 6, 'APPROVE');
    expect(await graph.get('food-seller', '{ me { education } }', 'me.education')).toBe('BACHELOR');
  }, 60_000);

  it('lapses when nobody corrects it in time', async () => {
    const documentIds = [await office.evidence('food-seller')];
    const request = { kind: 'DATA_CHANGE', documentIds, changes: [{ field: 'religion', after: 'BELIEF' }] };
    const id = (await office.submit('food-seller', request)).application?.id ?? '';
    const back = { note: 'Unreadable.', requirementCodes: ['CHANGE-EVIDENCE'] };
    await graph.inboxAfter('officer-identity', id, 1);
    await graph.decide('officer-identity', 'decideIdentityApplication', id, 'RETURN_FOR_CORRECTION', back);
    await graph.inboxAfter('food-seller', id, 3);
    graph.moveClock(15);
    expect((await graph.inboxAfter('food-seller', id, 4)).status).toBe('EXPIRED');
  }, 30_000);
});

describe("a child's card", () => {
  it('is asked for by the parent, needs no photograph before five, and can be taken back', async () => {
    const children = await graph.get<{ id: string; birthDate: string }[]>(
      'food-seller',
      '{ me { children { id birthDate } } }',
      'me.children',
    );
    const [eldest, youngest] = [children[0]?.id, children.at(-1)?.id];
    const card = (subjectId: string | undefined) => office.submit('food-seller', { kind: 'CHILD_CARD', subjectId });
    expect((await card(eldest)).errors).toMatchObject([{ path: ['input', 'documentIds'] }]);
    const { application, errors } = await card(youngest);
    expect(errors).toEqual([]);
    const id = application?.id ?? '';
    await graph.inboxAfter('food-seller', id, 1);
    expect((await card(youngest)).errors).toMatchObject([{ path: ['input', 'kind'] }]);
    const withdraw = () =>
      graph.get<Payload>(
        'food-seller',
        `mutation ($id: ID!) { withdrawIdentityApplication(id: $id, reason: "Later") { ${applicationPayload} } }`,
        'withdrawIdentityApplication',
        { id },
      );
    expect(await withdraw()).toEqual({ application: { id }, errors: [] });
    expect(await withdraw()).toEqual({ application: { id }, errors: [] });
    expect((await office.decide('officer-identity', id, 2, 'ACCEPT_DOCUMENTS')).errors).toMatchObject([
      { code: 'CONFLICT' },
    ]);
  }, 30_000);
});
