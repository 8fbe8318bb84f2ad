import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDay } from '#kit/localTime.ts';
import { daysBefore } from '#kit/sandbox/calendar.ts';
import type { CitizenSlug } from '#kit/sandbox/cast.ts';
import { citizenIdOf } from '#kit/sandbox/population.ts';
import { civilDocument, civilOfficeOf } from '../support/civilOffice.ts';
import { type JourneyPlatform, newKey, type Payload, startJourneys } from '../support/journeys.ts';

let graph: JourneyPlatform;
beforeAll(async () => {
  graph = await startJourneys('civil');
}, 120_000);
afterAll(() => graph.stop(), 60_000);

const payload = 'application { id } errors { code message path }';
const send = (as: CitizenSlug, mutation: string, input: object): Promise<Payload> =>
  graph.change(as, mutation, input, payload);

/** The ids of everybody who stands in a citizen's own records, but for the citizen. */
async function family(as: CitizenSlug): Promise<string[]> {
  const records = await graph.get<{ spouses?: { id: string }[]; child?: { id: string } | null }[]>(
    as,
    '{ me { civilRecords { ... on MarriageRecord { spouses { id } } ... on BirthRecord { child { id } } } } }',
    'me.civilRecords',
  );
  const people = records.flatMap(({ spouses = [], child }) => [...spouses, ...(child ? [child] : [])]);
  return people.map(({ id }) => id).filter((id) => id !== citizenIdOf(as));
}

const stateOf = (as: CitizenSlug, id: string) =>
  graph.get(
    as,
    `query ($id: ID!) { application(id: $id) { ... on CivilApplication {
       record { registrationNumber kind } products { product state }
       move { class movers { id } destinationStreet } death { deathPlace cause } } } }`,
    'application',
    { id },
  );

describe('moving from Magelang to Batam', () => {
  const move = {
    originVillageCode: '33.71.01.1003',
    destinationVillageCode: '21.71.07.1001',
    destinationStreet: 'Jalan Contoh Baru 9',
    reason: 'WORK',
    who: 'HEAD_AND_ALL',
  };
  let id = '';

  it('is asked for by the head of the family, for those only whom the register knows as theirs', async () => {
    const moverIds = [citizenIdOf('mover'), ...(await family('mover'))];
    expect(moverIds).toHaveLength(4);
    const ask = (more: object, input: object = {}) =>
      send('mover', 'submitMoveRequest', {
        idempotencyKey: newKey(),
        move: { ...move, moverIds, ...more },
        ...input,
      });
    const stranger = [...moverIds, citizenIdOf('nurse')];
    const faulty = { moverIds: stranger, originVillageCode: '33.71', who: 'HEAD_ONLY', destinationStreet: ' ' };
    expect((await ask(faulty, { validateOnly: true })).errors.map(({ path }) => path?.join('.')).sort()).toEqual([
      'input.move.destinationStreet',
      'input.move.moverIds.4',
      'input.move.originVillageCode',
      'input.move.who',
    ]);
    const { application, errors } = await ask({});
    expect(errors).toEqual([]);
    id = application?.id ?? '';
    expect(id).toMatch(/^MPP-3371-/);
  }, 30_000);

  it('is decided by the office of Magelang, and by no other', async () => {
    const magelang = civilOfficeOf(graph, '33.71');
    const batam = civilOfficeOf(graph, '21.71');
    await graph.inboxAfter('mover', id, 1);
    const text = `mutation ($input: DecideApplicationInput!) { decideCivilApplication(input: $input) { ${payload} } }`;
    const input = { applicationId: id, decision: 'ACCEPT_DOCUMENTS', expectedSequence: 1 };
    const elsewhere = await batam.get<Payload>('verifier', text, 'decideCivilApplication', { input });
    expect(elsewhere.errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await magelang.decide('verifier', id, 1, 'ACCEPT_DOCUMENTS')).errors).toEqual([]);
    expect((await magelang.decide('verifier', id, 3, 'RECOMMEND')).errors).toEqual([]);
    expect((await magelang.decide('approver', id, 4, 'APPROVE')).errors).toEqual([]);
  }, 30_000);

  it('ends in a moving letter that the family reads, and the office of Batam as well', async () => {
    expect((await graph.inboxAfter('mover', id, 6)).status).toBe('ISSUED');
    const day = localDay(new Date(), 'WIB').split('-').reverse().join('');
    const registrationNumber = `SKPWNI/3371/${day}/9001`;
    expect(await stateOf('mover', id)).toMatchObject({
      record: { registrationNumber, kind: 'MOVE' },
      move: { class: 'BETWEEN_PROVINCES', destinationStreet: move.destinationStreet },
      products: [
        { product: 'CERTIFICATE', state: 'ISSUED' },
        { product: 'FAMILY_CARD', state: 'AVAILABLE' },
        { product: 'ID_CARD', state: 'AVAILABLE' },
      ],
    });
    const record = `query ($number: ID!) { civilRecord(registrationNumber: $number) {
      ... on MoveRecord { movers { id } destination { code } who } } }`;
    const asked = { number: registrationNumber };
    const seen = await civilOfficeOf(graph, '21.71').get<object>('verifier', record, 'civilRecord', asked);
    expect(seen).toMatchObject({ destination: { code: '21.71.07.1001' }, who: 'HEAD_AND_ALL' });
    expect(await graph.get('officer-civil', record, 'civilRecord', asked)).toBeNull();
  }, 30_000);
});

describe('a death in the family', () => {
  const reporter = citizenIdOf('late-filer');
  let id = '';

  const facts = async (more: object = {}) => ({
    deceasedId: (await family('late-filer'))[0],
    deceasedName: 'Wulan Tamsilan',
    deathDate: localDay(daysBefore(new Date(), 12), 'WIB'),
    deathPlace: 'Banyumas',
    ...more,
  });
  const report = async (more: object, letter = true) =>
    send('late-filer', 'submitDeathReport', {
      idempotencyKey: newKey(),
      regionCode: '33.02.14.2001',
      death: await facts(more),
      documentIds: letter ? [await civilDocument(graph, 'late-filer', 'DEATH-LETTER')] : [],
    });

  it('is reported by the family only, and with the letter that states it', async () => {
    const stranger = (await report({ deceasedId: citizenIdOf('nurse') }, false)).errors;
    expect(stranger.map(({ path }) => path?.join('.'))).toEqual(['input.death.deceasedId', 'input.documentIds']);
    expect((await report({ deceasedId: 'ctz-nobody' }, false)).errors).toEqual(stranger);
    expect((await report({ deceasedId: reporter }, false)).errors).toEqual(stranger);
    const { application, errors } = await report({ deathPlace: 'Banyumaz' });
    expect(errors).toEqual([]);
    id = application?.id ?? '';
    const second = await report({});
    expect(second.errors).toMatchObject([{ path: ['input', 'death', 'deceasedId'] }]);
  }, 30_000);

  it('is returned with what has to be mended, and corrected by who reported it alone', async () => {
    const office = civilOfficeOf(graph, '33.02');
    await office.decide('verifier', id, 1, 'ACCEPT_DOCUMENTS');
    const note = 'The place is misspelt.';
    const back = { note, requirementCodes: ['DEATH-LETTER'] };
    expect((await office.decide('verifier', id, 3, 'RETURN_FOR_CORRECTION', back)).errors).toEqual([]);
    expect(await graph.inboxAfter('late-filer', id, 4)).toMatchObject({
      status: 'RETURNED',
      pendingAction: { kind: 'CORRECT_DATA' },
    });

    const again = async (as: CitizenSlug, more: object) => send(as, 'resubmitCivilApplication', { id, ...more });
    const death = await facts({ cause: 'ILLNESS_OLD_AGE' });
    expect((await again('nurse', { death })).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const future = { ...death, deathDate: '2090-01-01' };
    expect((await again('late-filer', { death: future })).errors).toMatchObject([
      { path: ['input', 'death', 'deathDate'] },
    ]);
    const documentIds = [await civilDocument(graph, 'late-filer', 'DEATH-LETTER')];
    expect(await again('late-filer', { death, documentIds, note: 'Corrected.' })).toEqual({
      application: { id },
      errors: [],
    });
    expect((await again('late-filer', { death })).errors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(await stateOf('late-filer', id)).toMatchObject({
      death: { deathPlace: 'Banyumas', cause: 'ILLNESS_OLD_AGE' },
    });
  }, 60_000);

  it('is registered then, and cannot be reported a second time', async () => {
    const office = civilOfficeOf(graph, '33.02');
    expect((await office.decide('verifier', id, 5, 'RECOMMEND')).errors).toEqual([]);
    expect((await office.decide('approver', id, 6, 'APPROVE')).errors).toEqual([]);
    expect(await stateOf('late-filer', id)).toMatchObject({ record: { kind: 'DEATH' } });
    expect((await report({})).errors).toMatchObject([{ path: ['input', 'death', 'deceasedId'] }]);
  }, 30_000);
});

describe('a report that is taken back', () => {
  const birth = {
    childName: 'Dewi Bandingan',
    sex: 'FEMALE',
    birthDate: localDay(daysBefore(new Date(), 5), 'WIB'),
    birthPlace: 'Tuban',
    placeType: 'HEALTH_CENTRE',
    birthType: 'SINGLE',
    order: 3,
    helper: 'DOCTOR',
    reportedBy: 'MOTHER',
    motherName: 'Lestari Bandingan',
  };

  it('stays so, however often it is asked, and its products are dropped', async () => {
    const documentIds = [await civilDocument(graph, 'mother', 'F-2.03')];
    const input = { idempotencyKey: newKey(), regionCode: '35.23', birth, documentIds, alsoIssue: ['FAMILY_CARD'] };
    const { application, errors } = await send('mother', 'submitBirthReport', input);
    expect(errors).toEqual([]);
    const id = application?.id ?? '';
    await graph.inboxAfter('mother', id, 1);
    const withdraw = (as: CitizenSlug) =>
      graph.get<Payload>(
        as,
        `mutation ($id: ID!) { withdrawCivilApplication(id: $id, reason: "At the counter") { ${payload} } }`,
        'withdrawCivilApplication',
        { id },
      );
    expect((await withdraw('nurse')).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await withdraw('mother')).toEqual({ application: { id }, errors: [] });
    expect(await withdraw('mother')).toEqual({ application: { id }, errors: [] });
    expect((await graph.inboxAfter('mother', id, 2)).status).toBe('WITHDRAWN');
    expect(await stateOf('mother', id)).toMatchObject({
      record: null,
      products: [
        { product: 'CERTIFICATE', state: 'DROPPED' },
        { product: 'FAMILY_CARD', state: 'DROPPED' },
      ],
    });
    const late = await civilOfficeOf(graph, '35.23').decide('verifier', id, 2, 'ACCEPT_DOCUMENTS');
    expect(late.errors).toMatchObject([{ code: 'CONFLICT' }]);
  }, 30_000);
});
