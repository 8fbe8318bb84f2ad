import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wayTo } from '#kit/sandbox/journey.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { opaqueId } from '#kit/sandbox/random.ts';
import { asCitizen, asOfficer } from '#kit/testing/builders.ts';
import type { TestAgency, TestAnswer } from '#kit/testing/testAgency.ts';
import { receive } from '../seed.ts';
import { aMall, announced, codes } from './aMall.ts';

const mother = asCitizen('ctz-mother');
const officer = principalOf('officer-tax');
let agency: TestAgency;

beforeAll(async () => {
  ({ agency } = await aMall());
  await receive(agency.connection, agency.vault, [
    ...manyOfMine,
    child,
    withOutcome,
    returned,
    elsewhere,
    ofSixthAgency,
  ]);
}, 60_000);

afterAll(() => agency?.stop());

const manyOfMine = Array.from({ length: 25 }, (_, index) => announced(wayTo.VERIFICATION, { daysAgo: 40 + index }));
const child = announced(wayTo.DOCUMENT_CHECK, { applicantId: 'ctz-child', daysAgo: 30 });
const returned = announced(wayTo.RETURNED, {
  pendingAction: { kind: 'CORRECT_DATA', title: 'Perbaiki NPWP', requirementCodes: ['NPWP'] },
  billingCode: '820261101000001',
  daysAgo: 25,
});
const outcomeId = opaqueId('doc', 'outcome');
const withOutcome = announced(wayTo.COMPLETED, {
  outcome: {
    documentId: outcomeId,
    kind: 'OTHER',
    title: 'Surat Keterangan Fiskal',
    issuedOn: '2026-11-20',
    verificationCode: 'ABC-123',
  },
});
const elsewhere = announced(wayTo.VERIFICATION, {
  regionCode: '33.14',
  applicantId: 'ctz-far',
  submittedById: 'ctz-far',
});
const ofSixthAgency = announced(['SUBMIT'], {
  typeName: 'LandApplication',
  agency: 'land-registry',
  serviceCode: 'LAND-SURVEY-UNLISTED',
  serviceName: 'Pengukuran ulang bidang tanah',
  channel: 'ONLINE',
  daysAgo: 2,
});

const envelope = `id typeName status sequence channel statusAsOf submittedAt
  service { name } agency { code } region { name } survey`;

function application(id: string, selection: string, principal = mother): Promise<TestAnswer> {
  return agency.ask(`query ($id: ID!) { application(id: $id) { ${selection} } }`, { id }, principal);
}

async function inbox(
  values: string,
): Promise<{ edges: { node: { id: string } }[]; pageInfo: { endCursor: string }; totalCount: number }> {
  const { data, errors } = await agency.ask(
    `{ me { applications${values} { edges { node { id } } pageInfo { endCursor } totalCount } } }`,
    {},
    mother,
  );
  expect(errors).toEqual([]);
  return (data as { me: { applications: Awaited<ReturnType<typeof inbox>> } }).me.applications;
}

describe('the inbox of a citizen', () => {
  it('costs one command for each kind of record that is asked for', async () => {
    const query = (selection: string) => `{ me { applications { edges { node { ${selection} } } } } }`;
    expect((await agency.ask(query(envelope), {}, mother)).commands).toEqual([
      'find applications',
      'find services',
      'find agencies',
      'find regions',
    ]);
    expect((await agency.ask(query('id status'), {}, mother)).commands).toEqual(['find applications']);
  });

  it('lists the newest first, over two pages, with what was submitted for a child', async () => {
    const first = await inbox('(first: 20)');
    const second = await inbox(`(first: 20, after: "${first.pageInfo.endCursor}")`);
    const ids = [...first.edges, ...second.edges].map(({ node }) => node.id);
    expect(first.totalCount).toBe(29);
    expect(ids).toHaveLength(29);
    expect(new Set(ids).size).toBe(29);
    expect(ids.slice(0, 2)).toEqual([ofSixthAgency.id, withOutcome.id]);
    expect(ids).toContain(child.id);
  });

  it('is filtered by all that is given', async () => {
    expect((await inbox('(filter: {open: false})')).edges.map(({ node }) => node.id)).toEqual([withOutcome.id]);
    expect((await inbox('(filter: {status: [RETURNED], agency: "DJP", open: true})')).totalCount).toBe(1);
    expect((await inbox('(filter: {category: LICENSING})')).totalCount).toBe(0);
  });

  it('takes in an agency and a service that the catalogue does not know', async () => {
    const { data } = await application(
      ofSixthAgency.id,
      'typeName agency { code name } service { code name standard { workingDays } } sla { state } mall { id }',
    );
    expect(data).toEqual({
      application: {
        typeName: 'LandApplication',
        agency: { code: 'land-registry', name: 'land-registry' },
        service: { code: 'LAND-SURVEY-UNLISTED', name: 'Pengukuran ulang bidang tanah', standard: null },
        sla: null,
        mall: null,
      },
    });
  });

  it('tells unread news, in both languages', async () => {
    const { data } = await agency.ask(
      '{ me { notifications(unread: true, first: 100) { read title english: title(language: EN) application { id } } } }',
      {},
      mother,
    );
    const { notifications } = (data as { me: { notifications: { read: boolean }[] } }).me;
    expect(notifications.length).toBeGreaterThan(0);
    expect(notifications.filter(({ read }) => read)).toEqual([]);
  });
});

describe('an application', () => {
  it('shows its way, its clock, what to do and what came out of it', async () => {
    const { data, errors } = await application(
      withOutcome.id,
      `timeline { sequence from to actor slaEffect } sla { workingDays state breached dueAt } survey mall { id }
       documents { id kind source issuedBy { code } usedIn { id } } outcome { id title verificationCode } payment { required }`,
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      application: {
        timeline: withOutcome.steps.map(({ sequence, to }) => expect.objectContaining({ sequence, to })),
        sla: { state: 'STOPPED' },
        mall: { id: 'mall-35.10' },
        outcome: { id: outcomeId, title: 'Surat Keterangan Fiskal', verificationCode: 'ABC-123' },
        documents: expect.arrayContaining([
          {
            id: outcomeId,
            kind: 'OTHER',
            source: 'ISSUED',
            issuedBy: { code: 'DJP' },
            usedIn: [{ id: withOutcome.id }],
          },
        ]),
      },
    });
  });

  it('says what the applicant has to do, by the requirements of the catalogue', async () => {
    const { data } = await application(
      returned.id,
      'sla { state } pendingAction { kind title requirements { code name } } payment { required billingCode { billingCode } }',
    );
    expect(data).toMatchObject({
      application: {
        sla: { state: 'PAUSED' },
        pendingAction: { kind: 'CORRECT_DATA', title: 'Perbaiki NPWP', requirements: [{ code: 'NPWP' }] },
        payment: { required: true, billingCode: { billingCode: '820261101000001' } },
      },
    });
  });

  it('is seen by its applicant, by who submitted it, and by the officers of its agency and region', async () => {
    for (const reader of [mother, asCitizen('ctz-child'), officer]) {
      const { data } = await application(child.id, 'id applicant { id }', reader);
      expect(data).toEqual({ application: { id: child.id, applicant: { id: 'ctz-child' } } });
    }
  });

  it('is to everybody else as if it did not exist', async () => {
    const nobody = await application('MPP-3510-000000-XXXXXX-X', 'id');
    const strangers = [
      asCitizen('ctz-other'),
      principalOf('officer-licensing'),
      asOfficer('tax', '33.14', ['applications:read']),
      asOfficer('tax', '35.10', ['tax:read']),
      principalOf('analyst'),
      principalOf('mall-clerk'),
    ];
    for (const stranger of strangers) {
      const { data, errors } = await application(child.id, 'id', stranger);
      expect({ data, errors }).toEqual({ data: nobody.data, errors: nobody.errors });
    }
    expect(codes(await application(child.id, 'id', { kind: 'anonymous' }))).toEqual(['UNAUTHENTICATED']);
  });

  it('is reached by fifty references in one command, as far as the caller may see them', async () => {
    const references = [...manyOfMine, ...manyOfMine, elsewhere].map(({ id, typeName }) => ({
      __typename: 'Application',
      id,
      typeName,
    }));
    const { data, commands } = await agency.entities(references, '... on Application { id }', mother);
    expect(commands).toEqual(['find applications']);
    expect((data as { _entities: unknown[] })._entities.at(0)).toEqual({ id: manyOfMine[0]?.id });
    expect((data as { _entities: unknown[] })._entities.at(-1)).toBeNull();
  });

  it('shows the office its part, and the citizen not', async () => {
    const selection = 'officer { allowedDecisions priority assignee }';
    expect((await application(child.id, selection, officer)).data).toMatchObject({
      application: { officer: { allowedDecisions: ['ACCEPT_DOCUMENTS', 'RETURN_FOR_CORRECTION', 'REJECT'] } },
    });
    expect(codes(await application(child.id, selection, mother))).toContain('FORBIDDEN');
  });

  it('gives a document to its owner only', async () => {
    const reference = [{ __typename: 'Document', id: outcomeId }];
    const read = async (principal = mother) =>
      (await agency.entities(reference, '... on Document { title }', principal)).data;
    expect(await read()).toEqual({ _entities: [{ title: 'Surat Keterangan Fiskal' }] });
    expect(await read(asCitizen('ctz-other'))).toEqual({ _entities: [null] });
    expect(await read(officer)).toEqual({ _entities: [null] });
  });
});

describe('an announcement', () => {
  it('that comes again changes nothing, and a newer one takes the place of the old', async () => {
    const short = announced(['SUBMIT'], { applicantId: 'ctz-twice', submittedById: 'ctz-twice' });
    const longer = { ...short, steps: announced(wayTo.VERIFICATION).steps };
    const status = async () => (await application(short.id, 'status sequence', asCitizen('ctz-twice'))).data;
    await receive(agency.connection, agency.vault, [short, short]);
    expect(await status()).toEqual({ application: { status: 'SUBMITTED', sequence: 1 } });
    await receive(agency.connection, agency.vault, [longer]);
    await receive(agency.connection, agency.vault, [short]);
    expect(await status()).toEqual({ application: { status: 'VERIFICATION', sequence: 3 } });
  });
});
