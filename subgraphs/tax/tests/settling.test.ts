import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LifecycleStep } from '#kit/application/advance.ts';
import { seededFile } from '#kit/sandbox/seededFile.ts';
import { taxApplicationStore } from '../applications.ts';
import { billingStore, lapsingBillings } from '../billings.ts';
import type { TaxApplicationRecord, TaxServiceKind, TaxStatement } from '../model.ts';
import { services } from '../rules/services.ts';
import { type SeededAgency, startSeededAgency } from './seededAgency.ts';

const nothing: TaxStatement = { nik: null, name: null, address: null, office: null, receipts: [] };

let sandbox: SeededAgency;
beforeAll(async () => {
  sandbox = await startSeededAgency();
});
afterAll(() => sandbox.agency.stop());

function granted(id: string, kind: TaxServiceKind, slug: 'widow' | 'mother', statement: TaxStatement) {
  const { id: applicantId, taxpayerId } = sandbox.personOf(slug);
  const step = (sequence: number, to: LifecycleStep['to']): LifecycleStep => ({
    sequence,
    at: new Date(),
    from: null,
    to,
    actor: 'SYSTEM',
    slaEffect: 'NONE',
    event: 'ISSUE',
    by: null,
  });
  const file = seededFile({
    _id: id,
    applicantId,
    serviceCode: services[kind].code,
    channel: 'ONLINE',
    regionCode: '35.10',
    steps: [step(1, 'SUBMITTED'), step(2, 'ISSUED')],
    pendingAction: null,
    outcome: null,
  });
  return { ...file, kind, taxpayerId, statement, verificationCode: 'none' } satisfies TaxApplicationRecord;
}

const store = () => taxApplicationStore(sandbox.models, sandbox.agency.vault, () => {});
const fileOf = (slug: 'widow' | 'mother') => sandbox.taxpayer({ _id: sandbox.personOf(slug).taxpayerId });

describe('bringing the register in line with what was granted', () => {
  it('writes each application once, so that an older one told again undoes no newer one', async () => {
    const older = granted('app-older', 'DATA_CHANGE', 'widow', { ...nothing, address: 'Jalan Pertama 1' });
    const newer = granted('app-newer', 'DATA_CHANGE', 'widow', { ...nothing, address: 'Jalan Kedua 2' });
    for (const application of [older, newer, older, newer, older]) await store().settle(application);

    const { branches, settled, name } = await fileOf('widow');
    expect(branches[0]?.address).toBe('Jalan Kedua 2');
    expect(settled).toEqual(['app-older', 'app-newer']);
    expect(name).toBe(sandbox.personOf('widow').fullName);
  });

  it('writes it once when several processes do it at the same time', async () => {
    const change = granted('app-together', 'SET_NON_EFFECTIVE', 'widow', nothing);
    await Promise.all(Array.from({ length: 5 }, () => store().settle(change)));

    const { status, settled } = await fileOf('widow');
    expect(status).toBe('NON_EFFECTIVE');
    expect(settled.filter((id) => id === 'app-together')).toHaveLength(1);
  });

  it('leaves a return alone that was filed otherwise meanwhile, and adds one that was not on record', async () => {
    const taxpayerId = sandbox.personOf('mother').taxpayerId;
    const [before] = await sandbox.models.TaxReturn.find({ taxpayerId }).sort({ taxYear: -1, _id: 1 }).lean();
    const receiptOf = (taxYear: number) => ({
      form: 'INDIVIDUAL_EMPLOYEE' as const,
      taxYear,
      filedOn: '2020-01-01',
      receiptNumber: 'BPE-CONTOH-1',
      balance: 'NIL' as const,
    });
    const receipts = [receiptOf(before?.taxYear ?? 0), receiptOf(1999)];
    const letter = granted('app-letter', 'TAX_CLEARANCE_LETTER', 'mother', { ...nothing, receipts });
    await store().settle(letter);
    await store().settle(letter);

    expect(await sandbox.models.TaxReturn.findOne({ _id: before?._id ?? '' }).lean()).toEqual(before);
    expect(await sandbox.models.TaxReturn.find({ taxpayerId, taxYear: 1999 }).lean()).toMatchObject([
      { status: 'FILED_LATE', filing: { receiptNumber: 'BPE-CONTOH-1' } },
    ]);
  });
});

describe('a billing code', () => {
  const now = new Date();
  const make = (key: string, digest = 'same') => {
    const { id: citizenId, taxpayerId } = sandbox.personOf('mother');
    const tax = { accountCode: '411125', depositTypeCode: '200', amountMinor: 100, applicationId: null };
    return billingStore(sandbox.models, now).add({ taxpayerId, citizenId, ...tax }, { key, digest, at: now });
  };

  it('is one for each key, and the key is refused for another order', async () => {
    const codes = await Promise.all(Array.from({ length: 10 }, () => make('key-one')));
    expect(new Set(codes.map(({ _id }) => _id)).size).toBe(1);
    await expect(make('key-one', 'other')).rejects.toThrow('new key');
  });

  it('lapses by the schedule at its end and not before, and never once it is paid', async () => {
    const [unpaid, paid] = [await make('key-unpaid'), await make('key-paid')];
    await billingStore(sandbox.models, now).pay({ code: paid._id, amountMinor: 100, bankReceipt: 'NTB001' });
    const work = lapsingBillings(sandbox.models);
    const before = new Date(unpaid.expiresAt.getTime() - 1);
    expect(await work.due(before, 100)).not.toContain(unpaid._id);
    expect(await work.due(unpaid.expiresAt, 100)).toContain(unpaid._id);
    expect(await work.due(unpaid.expiresAt, 100)).not.toContain(paid._id);

    for (const { _id } of [unpaid, paid]) await work.applyDue(_id, unpaid.expiresAt);
    const stored = await sandbox.models.BillingCode.find({ _id: { $in: [unpaid._id, paid._id] } }).lean();
    const lapsed = stored.filter(({ lapsedAt }) => lapsedAt !== null).map(({ _id }) => _id);
    expect(lapsed).toEqual([unpaid._id]);
    expect(await work.due(unpaid.expiresAt, 100)).not.toContain(unpaid._id);
  });

  it('is paid once by two banks at the same moment', async () => {
    const { _id: code } = await make('key-raced');
    const pay = (bankReceipt: string) => billingStore(sandbox.models, now).pay({ code, amountMinor: 100, bankReceipt });
    const outcomes = await Promise.allSettled([pay('NTB002'), pay('NTB003'), pay('NTB004')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
