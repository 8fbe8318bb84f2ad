import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPopulation } from '#kit/sandbox/population.ts';
import { type JourneyPlatform, newKey, type Payload, startJourneys } from '../support/journeys.ts';
import { approverAt, changeAs, citizen, decideAs, getAs, grant, verifierAt } from '../support/taxOffice.ts';

let graph: JourneyPlatform;
beforeAll(async () => {
  graph = await startJourneys('tax');
}, 120_000);
afterAll(() => graph.stop());

type Persona = Parameters<JourneyPlatform['change']>[0];

const payload = 'application { id } errors { code message path }';
const submit = (as: Persona, request: object) =>
  graph.change(as, 'submitTaxApplication', { idempotencyKey: newKey(), ...request }, payload);

const document = (as: Persona, kind: string) => graph.document(as, 'registerTaxDocument', kind);

describe('a late filer', () => {
  const clearance = () =>
    graph.get<object>(
      'late-filer',
      '{ me { taxpayer { clearance { status reasons remedies { reason serviceCode } } } } }',
      'me.taxpayer.clearance',
    );

  it('is refused by KSWP with the service that mends it, and has it mended by the receipts of the returns', async () => {
    expect(await clearance()).toEqual({
      status: 'INVALID',
      reasons: ['RETURNS_NOT_FILED'],
      remedies: [{ reason: 'RETURNS_NOT_FILED', serviceCode: 'TAX-CLEARANCE-LETTER' }],
    });

    const refused = await submit('late-filer', { kind: 'TAX_CLEARANCE_LETTER' });
    expect(refused).toMatchObject({ application: null, errors: [{ path: ['input', 'stated', 'receipts'] }] });
    const years = [...(refused.errors[0]?.message ?? '').matchAll(/\b20\d\d\b/g)].map(([year]) => Number(year));
    expect(years).toHaveLength(2);

    const receipts = years.map((taxYear) => ({
      form: 'INDIVIDUAL_BUSINESS',
      taxYear,
      filedOn: `${taxYear + 1}-10-02`,
      receiptNumber: `BPE-CONTOH-${taxYear}`,
      balance: 'NIL',
    }));
    const stated = { receipts };
    const without = await submit('late-filer', { kind: 'TAX_CLEARANCE_LETTER', stated, validateOnly: true });
    expect(without.errors).toMatchObject([{ path: ['input', 'documentIds'] }]);
    const documentIds = [await document('late-filer', 'TAX_RETURN_RECEIPT')];
    const { application, errors } = await submit('late-filer', { kind: 'TAX_CLEARANCE_LETTER', stated, documentIds });
    expect(errors).toEqual([]);
    const id = application?.id ?? '';
    expect((await graph.inboxAfter('late-filer', id, 1)).status).toBe('SUBMITTED');
    expect(await clearance()).toMatchObject({ status: 'INVALID' });

    expect(await grant(graph, '33.02', id)).toEqual({ application: { id }, errors: [] });
    expect(await clearance()).toEqual({ status: 'VALID', reasons: [], remedies: [] });
    const returns = await graph.get<{ taxYear: number; status: string; receiptNumber: string }[]>(
      'late-filer',
      'query ($years: [Int!]) { me { taxpayer { returns(years: $years) { taxYear status receiptNumber } } } }',
      'me.taxpayer.returns',
      { years },
    );
    expect(returns.map(({ status, receiptNumber }) => [status, receiptNumber])).toEqual(
      [...years].reverse().map((year) => ['FILED_LATE', `BPE-CONTOH-${year}`]),
    );
    expect((await graph.inboxAfter('late-filer', id, 6)).status).toBe('ISSUED');
    const news = await graph.get('late-filer', '{ me { notifications(first: 50) { application { id } } } }', 'me');
    expect(JSON.stringify(news)).toContain(id);
    const wallet = await graph.get<{ title: string; verificationCode: string; taxFile: { downloadUrl: string } }[]>(
      'late-filer',
      '{ me { documents(first: 50) { title verificationCode taxFile { downloadUrl } } } }',
      'me.documents',
    );
    const letter = wallet.find(({ title }) => title === 'Surat Keterangan Fiskal');
    const pdf = await fetch(graph.url + letter?.taxFile.downloadUrl);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const check = await graph.ask('query ($code: String!) { verifyTaxLetter(code: $code) { valid kind } }', {
      variables: { code: letter?.verificationCode.toLowerCase() },
    });
    expect(check.data).toEqual({ verifyTaxLetter: { valid: true, kind: 'TAX_CLEARANCE_LETTER' } });
  }, 60_000);
});

describe('a registration', () => {
  it('is made once by fifty equal requests, and granted once by fifty officers', async () => {
    const household = createPopulation(0, new Date()).find(({ members }) =>
      members.some(({ persona }) => persona === 'mover'),
    );
    const wife = household?.members.find(({ relationship }) => relationship === 'WIFE');
    if (!wife) throw new Error('The mover is married in the sandbox.');
    expect(wife.taxpayerId).toBeNull();
    const applicant = citizen(wife.id);
    const input = {
      idempotencyKey: newKey(),
      kind: 'REGISTRATION',
      stated: { nik: wife.nik, name: wife.fullName, address: 'Jalan Contoh 12', regionCode: '35.10.13.2001' },
    };
    const apply = (request: object) =>
      changeAs(graph, applicant, 'submitTaxApplication', 'SubmitTaxApplicationInput', request);

    expect((await apply({ ...input, stated: {}, validateOnly: true })).errors.map(({ path }) => path?.[2])).toEqual([
      'nik',
      'name',
      'address',
      'regionCode',
    ]);
    const tries = await Promise.all(Array.from({ length: 50 }, () => apply(input)));
    expect(new Set(tries.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(tries[0]?.errors).toEqual([]);
    const other = await apply({ ...input, stated: { ...input.stated, address: 'Jalan Lain 1' } });
    expect(other.errors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await apply({ ...input, idempotencyKey: newKey() })).errors).toMatchObject([{ path: ['input', 'kind'] }]);
    const id = tries[0]?.application?.id ?? '';

    await graph.inboxAfter('officer-tax', id, 1);
    await graph.decide('officer-tax', 'decideTaxApplication', id, 'ACCEPT_DOCUMENTS');
    await graph.inboxAfter('officer-tax', id, 3);
    await graph.decide('officer-tax', 'decideTaxApplication', id, 'RECOMMEND');
    const decision = { applicationId: id, decision: 'APPROVE', expectedSequence: 4 };
    expect((await decideAs(graph, approverAt('33.02'), decision)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await decideAs(graph, verifierAt('35.10'), decision)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const verdicts = await Promise.all(
      Array.from({ length: 50 }, (_, number) => decideAs(graph, approverAt('35.10', number), decision)),
    );
    expect(verdicts.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    const refused = verdicts.flatMap(({ errors }) => errors.map(({ code }) => code));
    expect(refused).toEqual(Array.from({ length: 49 }, () => 'CONFLICT'));

    const query = '{ me { taxpayer { npwp status nikMatched office { name } clearance { status } } } }';
    expect(await getAs(graph, applicant, query, 'me.taxpayer')).toEqual({
      npwp: wife.nik,
      status: 'ACTIVE',
      nikMatched: true,
      office: { name: 'KPP Pratama Contoh Banyuwangi' },
      clearance: { status: 'VALID' },
    });
    expect((await apply({ ...input, idempotencyKey: newKey() })).errors).toMatchObject([
      { message: 'You are registered already.' },
    ]);
  }, 90_000);
});

describe('an identity number that is not matched', () => {
  it('is matched by the application that is on its way, once nobody else has the number', async () => {
    const again = await submit('unmatched-nik', { kind: 'NIK_MATCHING' });
    expect(again.errors.map(({ path }) => path?.join('.'))).toEqual(['input.kind', 'input.stated.nik']);
    const id = await graph.get<string>(
      'unmatched-nik',
      '{ me { applications(first: 1) { edges { node { id } } } } }',
      'me.applications.edges.0.node.id',
    );
    const decide = (who: ReturnType<typeof approverAt>, decision: string, expectedSequence: number) =>
      decideAs(graph, who, { applicationId: id, decision, expectedSequence });
    expect((await decide(verifierAt('64.72'), 'RECOMMEND', 3)).errors).toEqual([]);
    expect((await decide(approverAt('64.72'), 'APPROVE', 4)).errors).toEqual([]);
    const query = '{ me { nik taxpayer { npwp nikMatched clearance { status } } } }';
    const { nik, taxpayer } = await graph.get<{ nik: string; taxpayer: object }>('unmatched-nik', query, 'me');
    expect(taxpayer).toEqual({ npwp: nik, nikMatched: true, clearance: { status: 'VALID' } });
  }, 30_000);

  it('is not given to somebody whose number another taxpayer has', async () => {
    const household = createPopulation(0, new Date()).find(({ members }) =>
      members.some(({ persona }) => persona === 'food-seller'),
    );
    const nik = household?.members.find(({ persona }) => persona === 'food-seller')?.nik;
    const son = createPopulation(0, new Date())
      .flatMap(({ members }) => members)
      .find(({ taxpayerId, relationship }) => taxpayerId === null && relationship === 'CHILD');
    const stated = { nik, name: 'Contoh Peniru', address: 'Jalan Contoh 13', regionCode: '35.10' };
    const { application } = await changeAs(
      graph,
      citizen(son?.id ?? ''),
      'submitTaxApplication',
      'SubmitTaxApplicationInput',
      { idempotencyKey: newKey(), kind: 'REGISTRATION', stated },
    );
    const granted = await grant(graph, '35.10', application?.id ?? '');
    expect(granted).toMatchObject({ application: null, errors: [{ code: 'CONFLICT' }] });
  }, 30_000);
});

describe('a change of data', () => {
  it('is returned, corrected by its applicant alone, and written into the file', async () => {
    const documentIds = [await document('food-seller', 'OTHER')];
    const first = { kind: 'DATA_CHANGE', documentIds, stated: { address: 'Jalan Keliru 1' } };
    const id = (await submit('food-seller', first)).application?.id ?? '';
    await graph.inboxAfter('officer-tax', id, 1);
    const note = 'The number of the house is missing.';
    const back = { note, requirementCodes: ['CHANGE-EVIDENCE'] };
    await graph.decide('officer-tax', 'decideTaxApplication', id, 'RETURN_FOR_CORRECTION', back);
    const returned = await graph.inboxAfter('food-seller', id, 3);
    expect(returned).toMatchObject({ status: 'RETURNED', pendingAction: { kind: 'CORRECT_DATA' } });

    const resubmit = (as: Persona, more: object) =>
      graph.change(as, 'resubmitTaxApplication', { id, ...more }, payload);
    expect((await resubmit('nurse', {})).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await resubmit('food-seller', { stated: {} })).errors).toMatchObject([{ path: ['input', 'stated'] }]);
    const stated = { address: 'Jalan Benar 12' };
    expect(await resubmit('food-seller', { stated, note: 'Here it is.' })).toEqual({ application: { id }, errors: [] });

    await graph.inboxAfter('officer-tax', id, 4);
    const after = await graph.get<{ status: string }>(
      'officer-tax',
      'query ($id: ID!) { application(id: $id) { status ... on TaxApplication { statement { address } files { kind } } } }',
      'application',
      { id },
    );
    expect(after).toMatchObject({ statement: stated, files: [{ kind: 'OTHER' }] });
    expect(['DOCUMENT_CHECK', 'VERIFICATION']).toContain(after.status);
    let sequence = 4;
    if (after.status === 'DOCUMENT_CHECK') {
      await graph.decide('officer-tax', 'decideTaxApplication', id, 'ACCEPT_DOCUMENTS');
      await graph.inboxAfter('officer-tax', id, ++sequence);
    }
    await graph.decide('officer-tax', 'decideTaxApplication', id, 'RECOMMEND');
    await graph.inboxAfter('approver-tax', id, sequence + 1);
    await graph.decide('approver-tax', 'decideTaxApplication', id, 'APPROVE');
    const branches = await graph.get(
      'food-seller',
      '{ me { taxpayer { branches { address } } } }',
      'me.taxpayer.branches',
    );
    expect(branches).toEqual([{ address: 'Jalan Benar 12' }]);
  }, 60_000);
});

describe('a withdrawal', () => {
  it('ends the file, and done twice it stays so', async () => {
    const documentIds = [await document('widow', 'OTHER')];
    const { application, errors } = await submit('widow', { kind: 'SET_NON_EFFECTIVE', documentIds });
    expect(errors).toEqual([]);
    const id = application?.id ?? '';
    const withdraw = (as: Persona) =>
      graph.get<Payload>(
        as,
        `mutation ($id: ID!) { withdrawTaxApplication(id: $id, reason: "Nanti saja") { ${payload} } }`,
        'withdrawTaxApplication',
        { id },
      );
    expect((await withdraw('nurse')).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await withdraw('widow')).toEqual({ application: { id }, errors: [] });
    expect(await withdraw('widow')).toEqual({ application: { id }, errors: [] });
    expect((await graph.inboxAfter('widow', id, 2)).status).toBe('WITHDRAWN');
    const late = { applicationId: id, decision: 'ACCEPT_DOCUMENTS', expectedSequence: 2 };
    expect((await decideAs(graph, verifierAt('33.14'), late)).errors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(await graph.get('widow', '{ me { taxpayer { status } } }', 'me.taxpayer.status')).toBe('ACTIVE');
  }, 30_000);
});
