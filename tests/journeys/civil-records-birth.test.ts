import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { localDay } from '#kit/localTime.ts';
import { connect } from '#kit/mongo.ts';
import { daysBefore } from '#kit/sandbox/calendar.ts';
import { citizenIdOf } from '#kit/sandbox/population.ts';
import { setting } from '#kit/setting.ts';
import { type CivilOffice, civilDocument, civilOfficeOf } from '../support/civilOffice.ts';
import { type JourneyPlatform, newKey, type Payload, startJourneys } from '../support/journeys.ts';

let graph: JourneyPlatform;
let office: CivilOffice;
beforeAll(async () => {
  graph = await startJourneys('civil_birth');
  office = civilOfficeOf(graph, '11.71');
}, 120_000);
afterAll(() => graph.stop(), 60_000);

const payload = 'application { id } errors { code message path }';
const report = (request: object) =>
  graph.change('new-parent', 'submitBirthReport', { idempotencyKey: newKey(), ...request }, payload);

const childName = 'Cut Ibarat Umpamawati';
const birthDate = localDay(daysBefore(new Date(), 61), 'WIB');
const birth = {
  childName,
  sex: 'FEMALE',
  birthDate,
  birthPlace: 'Banda Aceh',
  placeType: 'HOSPITAL',
  birthType: 'SINGLE',
  order: 1,
  helper: 'MIDWIFE_NURSE',
  weightGrams: 3_100,
  lengthCm: 49.5,
  reportedBy: 'FATHER',
  motherName: 'Wulan Umpama',
  fatherName: 'Teuku Umpama',
};

/** The one that he is married to, as the register shows him. */
async function wife(): Promise<string> {
  const [marriage] = await graph.get<{ spouses: { id: string }[] }[]>(
    'new-parent',
    '{ me { civilRecords(kinds: [MARRIAGE]) { ... on MarriageRecord { spouses { id } } } } }',
    'me.civilRecords',
  );
  return marriage?.spouses.find(({ id }) => id !== citizenIdOf('new-parent'))?.id ?? '';
}

async function storedIn(agency: string, collections: readonly string[]): Promise<string> {
  const database = `test_journey_civil_birth_${agency}`;
  const connection = await connect({ uri: setting('MONGODB_URI', z.string()), database });
  const rows = await Promise.all(collections.map((name) => connection.collection(name).find().toArray()));
  await connection.close();
  return JSON.stringify(rows);
}

const products = 'products { product state service { code } documentId }';

interface Application {
  readonly record: { readonly registrationNumber: string } | null;
  readonly products: readonly { readonly product: string; readonly state: string }[];
}

const applicationOf = (id: string) =>
  graph.get<Application>(
    'new-parent',
    `query ($id: ID!) { application(id: $id) { ... on CivilApplication {
       lateReport daysSinceEvent record { registrationNumber kind lateReport issuedOn documentId } ${products} } } }`,
    'application',
    { id },
  );

describe('a birth 61 days ago', () => {
  let id = '';

  it('is checked without being handed in, and every fault is told at once', async () => {
    const { application, errors } = await report({
      validateOnly: true,
      regionCode: '11',
      birth: { ...birth, childName: '12', birthDate: '2090-01-01', order: 0, otherParentId: citizenIdOf('nurse') },
      documentIds: ['doc-of-nobody'],
      alsoIssue: ['ID_CARD'],
    });
    expect(application).toBeNull();
    expect(errors.map(({ path }) => path?.join('.')).sort()).toEqual([
      'input.alsoIssue',
      'input.birth.birthDate',
      'input.birth.childName',
      'input.birth.order',
      'input.birth.otherParentId',
      'input.documentIds',
      'input.documentIds.0',
      'input.regionCode',
    ]);
    expect(JSON.stringify(errors)).not.toContain('2090');
  });

  it('answers alike for a stranger and for nobody as the other parent', async () => {
    const asked = async (otherParentId: string) =>
      (await report({ validateOnly: true, regionCode: '11.71', birth: { ...birth, otherParentId } })).errors;
    expect(await asked(citizenIdOf('nurse'))).toEqual(await asked('ctz-nobody'));
  });

  it('is reported once, however often the same report is sent, and needs no more than one in time', async () => {
    const request = {
      idempotencyKey: newKey(),
      regionCode: '11.71.01.2001',
      birth: { ...birth, otherParentId: await wife() },
      documentIds: [await civilDocument(graph, 'new-parent', 'BIRTH-LETTER')],
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => report(request)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(new Set(answers.map(({ application }) => application?.id)).size).toBe(1);
    id = answers[0]?.application?.id ?? '';
    const other = await report({ ...request, birth: { ...request.birth, childName: 'Cut Misal' } });
    expect(other.errors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await graph.inboxAfter('new-parent', id, 1)).status).toBe('SUBMITTED');
    expect(await applicationOf(id)).toMatchObject({ lateReport: true, daysSinceEvent: 61, record: null });
  }, 60_000);

  it('shows its office what is stated and what proves it, and no other office', async () => {
    const text = `query ($id: ID!) { application(id: $id) { ... on CivilApplication {
      birth { childName sex mother { id } father { id } motherName } files { name requirementCode downloadUrl } } } }`;
    const seen = await office.get<{ files: { downloadUrl: string }[] }>('verifier', text, 'application', { id });
    expect(seen).toMatchObject({
      birth: { childName, sex: 'FEMALE', mother: { id: await wife() }, father: { id: citizenIdOf('new-parent') } },
      files: [{ name: 'Surat keterangan', requirementCode: 'BIRTH-LETTER' }],
    });
    expect((await fetch(graph.url + seen.files[0]?.downloadUrl)).status).toBe(200);
    for (const as of ['officer-civil', 'officer-identity', 'nurse'] as const) {
      expect(await graph.get(as, text, 'application', { id })).toBeNull();
    }
  });

  it('is registered once by ten who sign at the same time, after somebody else has checked it', async () => {
    expect((await office.decide('verifier', id, 1, 'ACCEPT_DOCUMENTS')).errors).toEqual([]);
    expect((await office.decide('verifier', id, 3, 'RECOMMEND')).errors).toEqual([]);
    expect((await office.decide('verifier', id, 4, 'APPROVE')).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await applicationOf(id)).products.map(({ state }) => state)).toEqual(Array(4).fill('WAITING'));
    const answers: Payload[] = await Promise.all(
      Array.from({ length: 10 }, () => office.decide('approver', id, 4, 'APPROVE')),
    );
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(Array(9).fill('CONFLICT'));
  }, 30_000);

  it('leads to a certificate, and opens the way to family card, child card and NIK, on one timeline', async () => {
    const { timeline } = await graph.inboxAfter('new-parent', id, 6);
    expect(timeline.map(({ to }) => to)).toEqual([
      'SUBMITTED',
      'DOCUMENT_CHECK',
      'VERIFICATION',
      'AWAITING_APPROVAL',
      'APPROVED',
      'ISSUED',
    ]);
    const day = localDay(new Date(), 'WIB').split('-').reverse().join('');
    expect(await applicationOf(id)).toMatchObject({
      record: { registrationNumber: `CONTOH-1171-LH-${day}-9001`, kind: 'BIRTH', lateReport: true },
      products: [
        { product: 'CERTIFICATE', state: 'ISSUED', service: null, documentId: expect.stringMatching(/^doc-/) },
        { product: 'FAMILY_CARD', state: 'AVAILABLE', service: { code: 'IDENTITY-FAMILY-CARD-CHANGE' } },
        { product: 'CHILD_CARD', state: 'AVAILABLE', service: { code: 'IDENTITY-CHILD-CARD' } },
        { product: 'IDENTITY_NUMBER', state: 'AVAILABLE', service: { code: 'IDENTITY-FAMILY-CARD-CHANGE' } },
      ],
    });
  });

  it('puts a certificate into the wallet that can be fetched, and that anybody can check', async () => {
    const { documents, notifications } = await graph.get<{
      documents: { kind: string; verificationCode: string | null; civilFile: { downloadUrl: string } | null }[];
      notifications: unknown;
    }>(
      'new-parent',
      `{ me { documents(first: 50) { kind verificationCode civilFile { downloadUrl } }
           notifications(first: 50) { application { id } } } }`,
      'me',
    );
    const certificate = documents.find(({ kind }) => kind === 'BIRTH_CERTIFICATE');
    const pdf = await fetch(graph.url + certificate?.civilFile?.downloadUrl);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(Buffer.from(await pdf.arrayBuffer()).subarray(0, 5)).toEqual(Buffer.from('%PDF-'));
    const check = 'query ($code: String!) { verifyCertificate(code: $code) { valid kind } }';
    expect(await graph.get('nurse', check, 'verifyCertificate', { code: certificate?.verificationCode })).toEqual({
      valid: true,
      kind: 'BIRTH',
    });
    expect(JSON.stringify(notifications).split(id)).toHaveLength(7);
  });

  it('stands in the records of both parents, and cannot be reported again', async () => {
    const again = await report({
      regionCode: '11.71',
      birth,
      documentIds: [await civilDocument(graph, 'new-parent', 'BIRTH-LETTER')],
    });
    expect(again.errors).toMatchObject([{ path: ['input', 'birth', 'birthDate'] }]);
    const records = await graph.get(
      'new-parent',
      '{ me { civilRecords(kinds: [BIRTH]) { eventDate ... on BirthRecord { child { id } mother { id } order } } } }',
      'me.civilRecords',
    );
    expect(records).toEqual([{ eventDate: birthDate, child: null, mother: { id: await wife() }, order: 1 }]);
  });

  it('leaves neither the name nor the day of birth in what others were told, nor readable in the store', async () => {
    const [inMall, atHome] = await Promise.all([
      storedIn('mall', ['applications', 'documents', 'notifications', 'accessChain']),
      storedIn('civil_records', ['civilApplications', 'civilRecords', 'registerPages', 'uploads', 'accessChain']),
    ]);
    expect([inMall.includes(id), atHome.includes(id)]).toEqual([true, true]);
    for (const told of [inMall, atHome]) expect(told).not.toMatch(/Ibarat|Umpamawati|Wulan/);
    // A day by itself, or its midnight: somebody of the sandbox may have applied for something on that day.
    expect(inMall).not.toContain(`"${birthDate}"`);
    expect(inMall).not.toContain(`${birthDate}T00:00`);
  });
});
