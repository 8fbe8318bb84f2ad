import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '#kit/principal.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { asOfficer } from '#kit/testing/builders.ts';
import { civilApplicationStore } from '../applications.ts';
import { certificateOf } from '../certificate.ts';
import { type CivilApplicationRecord, type StoredRecord, sealedApplication, sealedRecord } from '../model.ts';
import { localDay } from '../rules/days.ts';
import { type SeededAgency, startSeededAgency } from './seededAgency.ts';

let sandbox: SeededAgency;
beforeAll(async () => {
  sandbox = await startSeededAgency();
}, 60_000);
afterAll(() => sandbox.agency.stop());

const mutation = `mutation ($input: DecideApplicationInput!) {
  decideCivilApplication(input: $input) { application { id } errors { code } }
}`;
const officer = (region: string, scope: string): Principal => {
  const principal = asOfficer('civil-records', region, ['applications:read', 'civil:read', scope]);
  return principal.kind === 'officer' ? { ...principal, id: `off-${scope}` } : principal;
};
const store = () => civilApplicationStore(sandbox.models, sandbox.agency.vault, () => {});

async function fileOf(id: string): Promise<CivilApplicationRecord> {
  const file = await store().byId(id);
  if (!file) throw new Error(`There is no application ${id}.`);
  return file;
}

async function decide(id: string, decision: string, principal: Principal): Promise<string[]> {
  const { sequence } = await fileOf(id);
  const input = { applicationId: id, decision, expectedSequence: sequence };
  const { data } = await sandbox.agency.ask(mutation, { input }, principal);
  const { errors } = (data as { decideCivilApplication: { errors: { code: string }[] } }).decideCivilApplication;
  return errors.map(({ code }) => code);
}

async function recordsOf(applicationId: string) {
  const stored = await sandbox.models.CivilRecord.find({ applicationId }).sort({ _id: 1 }).lean<StoredRecord[]>();
  return stored.map(sandbox.agency.vault.of(sealedRecord).open);
}

/** A file as if the agency had been killed between its write and the record's. */
async function withoutRecord(file: CivilApplicationRecord): Promise<void> {
  const { seal } = sandbox.agency.vault.of(sealedApplication);
  await sandbox.models.CivilApplication.collection.insertOne(seal(file) as never);
}

describe('what the office grants', () => {
  it('is in the register under a number of its day, with the certificate', async () => {
    const id = sandbox.applicationOf('widow');
    expect(await decide(id, 'RECOMMEND', officer('33.14', 'applications:verify'))).toEqual([]);
    expect(await decide(id, 'APPROVE', officer('33.14', 'applications:approve'))).toEqual([]);
    const { steps, outcome } = await fileOf(id);
    const day = localDay(steps[0]?.at ?? new Date(), '33.14')
      .split('-')
      .reverse()
      .join('');
    const { documentId, verificationCode, issuedOn } = outcome ?? {};
    expect(await recordsOf(id)).toMatchObject([
      {
        _id: `CONTOH-3314-KM-${day}-9001`,
        kind: 'DEATH',
        certificate: { documentId, verificationCode, issuedOn, withdrawnOn: null },
      },
    ]);
  });

  it('is not granted by another region, by whoever only checks, or by whom the office gave no right', async () => {
    const id = sandbox.applicationOf('mover');
    expect(await decide(id, 'RECOMMEND', officer('21.71', 'applications:verify'))).toEqual(['NOT_FOUND']);
    expect(await decide(id, 'RECOMMEND', officer('33.71', 'applications:approve'))).toEqual(['FORBIDDEN']);
    expect(await decide(id, 'RECOMMEND', officer('33.71', 'applications:verify'))).toEqual([]);
    expect(await decide(id, 'APPROVE', officer('33.71', 'applications:verify'))).toEqual(['FORBIDDEN']);
    expect(await recordsOf(id)).toEqual([]);
  });

  it('is entered once, however often it is settled, and after a crash as well', async () => {
    const widows = await fileOf(sandbox.applicationOf('widow'));
    const [entered] = await recordsOf(widows._id);
    await Promise.all(Array.from({ length: 5 }, () => store().settle(widows)));
    expect(await recordsOf(widows._id)).toEqual([entered]);
    await sandbox.models.CivilRecord.deleteOne({ _id: entered?._id ?? '' });
    await store().settle(widows);
    expect(await recordsOf(widows._id)).toEqual([entered]);
  });

  it('gets numbers without a gap and without two alike, also at one moment', async () => {
    const widows = await fileOf(sandbox.applicationOf('widow'));
    const files = Array.from({ length: 12 }, (_, index) => ({
      ...widows,
      _id: `MPP-3314-261124-00000${index.toString(16)}-0`,
      request: { ...widows.request, key: `test-${index}` },
    }));
    for (const file of files) await withoutRecord(file);
    await Promise.all(files.map((file) => store().settle(file)));
    const records = await Promise.all(files.map(({ _id }) => recordsOf(_id)));
    const serials = records.flat().map(({ _id }) => Number(_id.slice(-4)));
    expect(serials.sort((one, other) => one - other)).toEqual(Array.from({ length: 12 }, (_, index) => 9_002 + index));
  });

  it('is not granted a second time by another report of the same event', async () => {
    const widows = await fileOf(sandbox.applicationOf('widow'));
    const second: CivilApplicationRecord = {
      ...widows,
      _id: 'MPP-3314-261124-00000F-0',
      steps: widows.steps.slice(0, 4),
      status: 'AWAITING_APPROVAL',
      sequence: 4,
      outcome: null,
      request: { ...widows.request, key: 'test-second' },
    };
    await withoutRecord(second);
    expect(await decide(second._id, 'APPROVE', officer('33.14', 'applications:approve'))).toEqual(['CONFLICT']);
    expect(await recordsOf(second._id)).toEqual([]);
  });
});

describe('a certificate', () => {
  it('is printed for its applicant and its office, and for nobody else', async () => {
    const { outcome, applicantId } = await fileOf(sandbox.applicationOf('widow'));
    const printed = (visible: { ownerId: string } | { regionPath: string }) =>
      certificateOf(sandbox.models, sandbox.agency.vault, outcome?.documentId ?? '', visible);
    const expected = { ownerId: applicantId, text: { title: { en: 'Death Certificate' } } };
    expect(await printed({ ownerId: applicantId })).toMatchObject(expected);
    expect(await printed({ regionPath: '33.14' })).toMatchObject(expected);
    expect(await printed({ regionPath: '33.1' })).toBeNull();
    expect(await printed({ ownerId: 'ctz-nobody' })).toBeNull();
  });
});

describe('an event that is reported at the counter', () => {
  it('has its papers there: nothing is stated, and no correction is taken here', async () => {
    const paper = await fileOf(sandbox.applicationOf('food-seller'));
    const id = 'MPP-3510-261124-00000G-0';
    const returned = { ...paper, _id: id, report: null, status: 'RETURNED' as const, outcome: null };
    await withoutRecord({ ...returned, request: { ...paper.request, key: 'test-paper' } });
    const { data } = await sandbox.agency.ask(
      `mutation { resubmitCivilApplication(input: { id: "${id}" }) { application { birth { order } } errors { code } } }`,
      {},
      principalOf('food-seller'),
    );
    expect(data).toEqual({ resubmitCivilApplication: { application: null, errors: [{ code: 'CONFLICT' }] } });
  });
});
