import { describe, expect, it } from '@jest/globals';
import { ManyFaults } from '#kit/userErrors.ts';
import type { ReturnReceipt, TaxApplicationRecord, TaxpayerRecord } from '../model.ts';
import { changedTaxpayer, filedReturns, registeredTaxpayer } from '../rules/effects.ts';
import { assertMayBeGranted, type Grant } from '../rules/grant.ts';
import { checkTaxRequest, type TaxRequest } from '../rules/newApplication.ts';

const now = new Date('2026-11-24T02:30:00Z');
const issuedAt = new Date('2026-11-24T20:00:00Z');

const taxpayer: TaxpayerRecord = {
  _id: 'tax-one',
  citizenId: 'ctz-one',
  npwp: '0990000012900000',
  lookupNumbers: ['0990000012900000'],
  name: 'Contoh Satu',
  kind: 'INDIVIDUAL',
  status: 'ACTIVE',
  nikMatched: true,
  vatRegistered: false,
  registeredOn: '2010-07-01',
  office: { code: '900', name: 'KPP Pratama Contoh Banyuwangi' },
  branches: [
    { order: '000000', name: 'Contoh Satu', address: 'Jalan Lama 1' },
    { order: '000001', name: 'Cabang', address: 'Jalan Lama 2' },
  ],
  settled: [],
};

function receipt(taxYear: number, more: Partial<ReturnReceipt> = {}): ReturnReceipt {
  const filed = { filedOn: `${taxYear + 1}-10-02`, receiptNumber: `BPE-CONTOH-${taxYear}`, balance: 'NIL' as const };
  return { form: 'INDIVIDUAL_BUSINESS', taxYear, ...filed, ...more };
}

const receiptDocument = { kind: 'TAX_RETURN_RECEIPT', state: 'UPLOADED' } as const;

/** Where a request is at fault. */
function faultsOf(change: Partial<TaxRequest>): string[] {
  const request: TaxRequest = {
    kind: 'TAX_CLEARANCE_LETTER',
    stated: {},
    taxpayer,
    returns: [],
    office: null,
    documents: [],
    hasOpen: false,
    now,
    ...change,
  };
  try {
    checkTaxRequest(request);
    return [];
  } catch (error) {
    if (!(error instanceof ManyFaults)) throw error;
    return error.faults.map(({ extensions }) => String(extensions['field']));
  }
}

describe('an application to the tax office', () => {
  const office = { _id: '900', name: 'KPP Pratama Contoh Banyuwangi', regionCode: '35.10' };
  const person = { nik: '3510011705909001', name: 'Contoh Dua', address: 'Jalan Contoh 1', regionCode: '35.10.13' };

  it.each<[string, Partial<TaxRequest>, string[]]>([
    ['a registration with all of it', { kind: 'REGISTRATION', taxpayer: null, stated: person, office }, []],
    ['of somebody registered', { kind: 'REGISTRATION', stated: person, office }, ['input.kind']],
    [
      'of a region without an office',
      { kind: 'REGISTRATION', taxpayer: null, stated: person },
      ['input.stated.regionCode'],
    ],
    [
      'of somebody not registered',
      { kind: 'NIK_MATCHING', taxpayer: null, stated: { nik: person.nik } },
      ['input.kind'],
    ],
    ['for a matching that is done', { kind: 'NIK_MATCHING', stated: { nik: person.nik } }, ['input.kind']],
    [
      'that is open already',
      { kind: 'DATA_CHANGE', hasOpen: true },
      ['input.kind', 'input.stated', 'input.documentIds'],
    ],
    [
      'that states what is not asked for',
      { kind: 'SET_NON_EFFECTIVE', stated: { nik: person.nik }, documents: [{ kind: 'OTHER', state: 'UPLOADED' }] },
      ['input.stated.nik'],
    ],
    [
      'with a document that was not sent, and one of somebody else',
      {
        kind: 'DATA_CHANGE',
        stated: { name: 'Contoh Tiga' },
        documents: [{ kind: 'OTHER', state: 'REGISTERED' }, null],
      },
      ['input.documentIds.0', 'input.documentIds.1'],
    ],
  ])('%s is at fault where it is wrong', (_what, change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
  });

  it.each<[string, Partial<TaxRequest>, string[]]>([
    ['without receipts', {}, ['input.stated.receipts']],
    [
      'with one of two',
      { stated: { receipts: [receipt(2024)] }, documents: [receiptDocument] },
      ['input.stated.receipts'],
    ],
    ['with both', { stated: { receipts: [receipt(2024), receipt(2025)] }, documents: [receiptDocument] }, []],
    ['with both, but not shown', { stated: { receipts: [receipt(2024), receipt(2025)] } }, ['input.documentIds']],
    [
      'with a receipt from the future, one twice and one of a monthly return',
      {
        documents: [receiptDocument],
        stated: {
          receipts: [
            receipt(2024, { filedOn: '2026-12-01' }),
            receipt(2025, { form: 'VAT_MONTHLY' }),
            receipt(2025, { receiptNumber: '?' }),
          ],
        },
      },
      [
        'input.stated.receipts.0.filedOn',
        'input.stated.receipts.1.form',
        'input.stated.receipts.2.taxYear',
        'input.stated.receipts.2.receiptNumber',
      ],
    ],
    [
      'with a monthly return in the place of an annual one',
      {
        documents: [receiptDocument],
        stated: { receipts: [receipt(2024), receipt(2025, { form: 'VAT_MONTHLY' })] },
      },
      ['input.stated.receipts.1.form', 'input.stated.receipts'],
    ],
    [
      'of somebody who is not matched and not active',
      {
        taxpayer: { ...taxpayer, nikMatched: false, status: 'NON_EFFECTIVE' },
        stated: { receipts: [receipt(2024), receipt(2025)] },
        documents: [receiptDocument],
      },
      ['input.kind', 'input.kind'],
    ],
  ])('for a letter while two returns are missing, %s, is at fault where it is wrong', (_what, change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
  });
});

describe('what is granted', () => {
  function application(change: Partial<TaxApplicationRecord>, isIssued = true): TaxApplicationRecord {
    const step = { sequence: 1, at: issuedAt, from: 'APPROVED', to: isIssued ? 'ISSUED' : 'APPROVED' };
    return {
      _id: 'app-one',
      kind: 'DATA_CHANGE',
      applicantId: 'ctz-one',
      taxpayerId: 'tax-one',
      statement: { nik: null, name: null, address: null, office: null, receipts: [] },
      steps: [step],
      ...change,
    } as TaxApplicationRecord;
  }
  const stated = application({}).statement;

  it('registers a taxpayer by the identity number, on the day in Western Indonesia', () => {
    const statement = {
      ...stated,
      nik: '3510011705909001',
      name: 'Contoh',
      address: 'Jalan 1',
      office: taxpayer.office,
    };
    const granted = application({ kind: 'REGISTRATION', taxpayerId: null, statement });
    expect(registeredTaxpayer(granted)).toMatchObject({
      citizenId: 'ctz-one',
      npwp: '3510011705909001',
      nikMatched: true,
      registeredOn: '2026-11-25',
      settled: ['app-one'],
    });
    expect(registeredTaxpayer({ ...granted, steps: application({}, false).steps })).toBeNull();
  });

  it('matches the number, and the older one goes on finding the taxpayer', () => {
    const statement = { ...stated, nik: '3510011705909001' };
    const matched = changedTaxpayer(application({ kind: 'NIK_MATCHING', statement }), {
      ...taxpayer,
      nikMatched: false,
    });
    expect(matched).toMatchObject({
      npwp: '3510011705909001',
      lookupNumbers: ['3510011705909001', '0990000012900000'],
      nikMatched: true,
    });
  });

  it('changes the head office and leaves the other places as they are', () => {
    const changed = changedTaxpayer(application({ statement: { ...stated, address: 'Jalan Baru 1' } }), taxpayer);
    expect(changed?.branches).toEqual([
      { order: '000000', name: 'Contoh Satu', address: 'Jalan Baru 1' },
      { order: '000001', name: 'Cabang', address: 'Jalan Lama 2' },
    ]);
    expect(changed?.name).toBe('Contoh Satu');
  });

  it('files the returns of a letter late, or in time, as their receipts say', () => {
    const receipts = [receipt(2024), receipt(2025, { filedOn: '2026-03-31' })];
    const letter = application({ kind: 'TAX_CLEARANCE_LETTER', statement: { ...stated, receipts } });
    expect(filedReturns(letter).map(({ taxYear, status, dueOn }) => [taxYear, status, dueOn])).toEqual([
      [2024, 'FILED_LATE', '2025-03-31'],
      [2025, 'FILED', '2026-03-31'],
    ]);
    expect(filedReturns({ ...letter, steps: application({}, false).steps })).toEqual([]);
  });

  const grant: Grant = {
    kind: 'NIK_MATCHING',
    taxpayer,
    receipts: [],
    returns: [],
    ownerOfNumber: null,
    isRegistered: true,
    now,
  };

  it.each<[string, Partial<Grant>, boolean]>([
    ['a number that nobody has', {}, true],
    ['a number that the taxpayer has', { ownerOfNumber: 'tax-one' }, true],
    ['a number that another taxpayer has', { ownerOfNumber: 'tax-two' }, false],
    ['a registration', { kind: 'REGISTRATION', taxpayer: null, isRegistered: false }, true],
    ['a registration of somebody registered meanwhile', { kind: 'REGISTRATION', taxpayer: null }, false],
    ['a letter while returns are missing', { kind: 'TAX_CLEARANCE_LETTER', receipts: [receipt(2025)] }, false],
    ['a letter with all receipts', { kind: 'TAX_CLEARANCE_LETTER', receipts: [receipt(2024), receipt(2025)] }, true],
  ])('is checked against the register once more: %s', (_what, change, allowed) => {
    const check = () => assertMayBeGranted({ ...grant, ...change });
    if (allowed) expect(check).not.toThrow();
    else expect(check).toThrow();
  });
});
