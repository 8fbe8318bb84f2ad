import { opaqueId } from '#kit/opaqueId.ts';
import type { PlaceOfBusiness, TaxApplicationRecord, TaxpayerRecord, TaxReturnRecord, TaxStatement } from '../model.ts';
import { annualDueDay, taxDay } from './annualReturn.ts';
import { taxpayerIdOf } from './applicationRules.ts';

/** The head office of a taxpayer: the home of a person. */
const headOffice = '000000';

/** Whether an application has been granted, so that the register follows it. */
export function isIssued({ steps }: Pick<TaxApplicationRecord, 'steps'>): boolean {
  return steps.some(({ to }) => to === 'ISSUED');
}

/** The taxpayer that a granted registration makes; null for any other application. */
export function registeredTaxpayer(application: TaxApplicationRecord): TaxpayerRecord | null {
  const { _id, kind, applicantId, steps, statement } = application;
  const issued = steps.find(({ to }) => to === 'ISSUED');
  const { nik, name, address, office } = statement;
  if (kind !== 'REGISTRATION' || !issued || nik === null || name === null || office === null) return null;
  return {
    _id: taxpayerIdOf(applicantId),
    citizenId: applicantId,
    // A resident's tax number is the identity number (PMK 112/PMK.03/2022).
    npwp: nik,
    lookupNumbers: [nik],
    name,
    kind: 'INDIVIDUAL',
    status: 'ACTIVE',
    nikMatched: true,
    vatRegistered: false,
    registeredOn: taxDay(issued.at),
    office,
    branches: [{ order: headOffice, name, address }],
    settled: [_id],
  };
}

/** What a granted application changes in the record of its taxpayer; null when nothing. */
export function changedTaxpayer(application: TaxApplicationRecord, taxpayer: TaxpayerRecord): TaxpayerRecord | null {
  if (!isIssued(application)) return null;
  const { kind, statement } = application;
  switch (kind) {
    case 'NIK_MATCHING':
      return statement.nik === null ? null : matched(taxpayer, statement.nik);
    case 'DATA_CHANGE':
      return withNewData(taxpayer, statement);
    case 'SET_NON_EFFECTIVE':
      return { ...taxpayer, status: 'NON_EFFECTIVE' };
    case 'REGISTRATION':
    case 'TAX_CLEARANCE_LETTER':
      return null;
  }
}

/** The annual returns that a granted letter of clearance puts on record: those whose receipts its office has seen. */
export function filedReturns(application: TaxApplicationRecord): TaxReturnRecord[] {
  const { taxpayerId, statement } = application;
  if (taxpayerId === null || !isIssued(application)) return [];
  return statement.receipts.map(({ form, taxYear, ...filing }) => {
    const dueOn = annualDueDay('INDIVIDUAL', taxYear) ?? filing.filedOn;
    return {
      _id: opaqueId('spt', taxpayerId, taxYear),
      taxpayerId,
      form,
      taxYear,
      period: null,
      dueOn,
      status: filing.filedOn > dueOn ? 'FILED_LATE' : 'FILED',
      filing,
    };
  });
}

/** The older number goes on finding the taxpayer. */
function matched(taxpayer: TaxpayerRecord, nik: string): TaxpayerRecord {
  return {
    ...taxpayer,
    npwp: nik,
    lookupNumbers: [...new Set([nik, ...taxpayer.lookupNumbers])],
    nikMatched: true,
  };
}

function withNewData(taxpayer: TaxpayerRecord, { name, address, office }: TaxStatement): TaxpayerRecord {
  const changedBranch = (branch: PlaceOfBusiness): PlaceOfBusiness =>
    branch.order === headOffice ? { ...branch, name: name ?? branch.name, address: address ?? branch.address } : branch;
  return {
    ...taxpayer,
    name: name ?? taxpayer.name,
    office: office ?? taxpayer.office,
    branches: taxpayer.branches.map(changedBranch),
  };
}
