import mongoose, { type Connection } from 'mongoose';
import { documentModels } from '#kit/documents/upload.ts';
import { type Stored, sealed } from '#kit/vault/sealed.ts';
import type { DocumentKind } from './generated/resolvers.ts';
import { applicationSchema, type StoredApplication, type TaxApplicationFile } from './model/applications.ts';
import { billingSchema, type StoredBillingCode } from './model/billing.ts';

export type { ReturnReceipt, StoredApplication, TaxServiceKind, TaxStatement } from './model/applications.ts';
export { sealedApplication, serviceKinds } from './model/applications.ts';

export const taxpayerKinds = ['INDIVIDUAL', 'ENTITY', 'GOVERNMENT'] as const;
export const taxpayerStatuses = ['ACTIVE', 'NON_EFFECTIVE', 'DELETED'] as const;
export const returnStatuses = ['NOT_FILED', 'FILED', 'FILED_LATE', 'AMENDED'] as const;
export const balances = ['NIL', 'UNDERPAID', 'OVERPAID'] as const;

/** The number that the tax administration prints on each form. */
export const formCodes = {
  INDIVIDUAL_SIMPLE: '1770 SS',
  INDIVIDUAL_EMPLOYEE: '1770 S',
  INDIVIDUAL_BUSINESS: '1770',
  CORPORATE: '1771',
  VAT_MONTHLY: '1111',
} as const;

export type TaxpayerKind = (typeof taxpayerKinds)[number];
export type TaxpayerStatus = (typeof taxpayerStatuses)[number];
export type TaxForm = keyof typeof formCodes;
export type TaxReturnStatus = (typeof returnStatuses)[number];

/** A place of business, as its taxpayer's record holds it. */
export interface PlaceOfBusiness {
  /** Six digits; `000000` is the head office. */
  readonly order: string;
  readonly name: string;
  readonly address: string | null;
}

/** A place of business together with the number that its own number starts with. */
export interface TaxBranchRecord extends PlaceOfBusiness {
  readonly npwp: string;
}

export interface TaxpayerRecord {
  readonly _id: string;
  /** Whose record this is; null for an entity or a government body. */
  readonly citizenId: string | null;
  /** The number in force, 16 digits. */
  readonly npwp: string;
  /** Every number of 16 digits by which the taxpayer is found. */
  readonly lookupNumbers: readonly string[];
  readonly name: string;
  readonly kind: TaxpayerKind;
  readonly status: TaxpayerStatus;
  /** Null where there is no identity number to match. */
  readonly nikMatched: boolean | null;
  readonly vatRegistered: boolean;
  readonly registeredOn: string;
  readonly office: { readonly code: string; readonly name: string };
  readonly branches: readonly PlaceOfBusiness[];
  /** The applications whose outcome stands in it, so that none is written twice. */
  readonly settled: readonly string[];
}

/** What is known of a return once it is filed. */
export interface Filing {
  readonly filedOn: string;
  readonly receiptNumber: string;
  readonly balance: (typeof balances)[number];
}

interface DueReturn {
  readonly _id: string;
  readonly taxpayerId: string;
  readonly form: TaxForm;
  readonly taxYear: number;
  /** The month, 1 to 12; null for an annual return. */
  readonly period: number | null;
  readonly dueOn: string;
}

export type TaxReturnRecord = DueReturn &
  (
    | { readonly status: 'NOT_FILED'; readonly filing: null }
    | { readonly status: Exclude<TaxReturnStatus, 'NOT_FILED'>; readonly filing: Filing }
  );

export const clearanceReasons = [
  'TAXPAYER_NOT_FOUND',
  'NAME_MISMATCH',
  'TAXPAYER_NOT_ACTIVE',
  'RETURNS_NOT_FILED',
] as const;

/** What the confirmation of a tax status answers; nothing of it is stored. */
export interface TaxClearanceRecord {
  readonly status: 'VALID' | 'INVALID';
  readonly reasons: (typeof clearanceReasons)[number][];
  readonly checkedAt: Date;
  readonly validUntil: string | null;
}

/** A tax office, and the regency whose taxpayers it keeps. */
export interface RegisteredOffice {
  /** The three digits that stand for it in a tax number. */
  readonly _id: string;
  readonly name: string;
  readonly regionCode: string;
}

/** A document that lies at this agency: what somebody sent, or a letter that the office issued. */
export interface TaxFileRecord {
  readonly documentId: string;
  readonly ownerId: string;
  readonly kind: DocumentKind | null;
  readonly requirementCode: string | null;
  readonly name: string | null;
  readonly uploaded: boolean;
}

export type BillingCodeRecord = StoredBillingCode;
export type TaxApplicationRecord = TaxApplicationFile;

/** The numbers, the names and the addresses of a taxpayer; the number of a branch is made from them (rules/npwp.ts). */
export const sealedTaxpayer = sealed<TaxpayerRecord>()('taxpayers', ['npwp', 'lookupNumbers', 'name', 'branches'], {
  numberIndex: 'lookupNumbers',
});
export type StoredTaxpayer = Stored<typeof sealedTaxpayer>;

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const oneOf = (values: readonly string[]) => ({ type: String, required: true, enum: values });
const options = { versionKey: false, autoIndex: false } as const;
const part = { _id: false } as const;

const office = new mongoose.Schema({ code: text, name: text }, part);
const filing = new mongoose.Schema({ filedOn: text, receiptNumber: text, balance: oneOf(balances) }, part);

const taxpayer = new mongoose.Schema(
  {
    _id: String,
    citizenId: optionalText,
    npwp: text,
    lookupNumbers: text,
    numberIndex: { type: [String], required: true },
    name: text,
    kind: oneOf(taxpayerKinds),
    status: oneOf(taxpayerStatuses),
    nikMatched: { type: Boolean, default: null },
    vatRegistered: { type: Boolean, required: true },
    registeredOn: text,
    office: { type: office, required: true },
    branches: text,
    settled: [String],
  },
  options,
)
  .index({ citizenId: 1, _id: 1 })
  .index({ numberIndex: 1, _id: 1 });

const taxReturn = new mongoose.Schema(
  {
    _id: String,
    taxpayerId: text,
    form: oneOf(Object.keys(formCodes)),
    taxYear: { type: Number, required: true },
    period: { type: Number, default: null, min: 1, max: 12 },
    dueOn: text,
    status: oneOf(returnStatuses),
    filing: { type: filing, default: null },
  },
  options,
).index({ taxpayerId: 1, dueOn: -1, _id: -1 });

const taxOffice = new mongoose.Schema<RegisteredOffice>({ _id: String, name: text, regionCode: text }, options).index({
  regionCode: 1,
  _id: 1,
});

export type TaxModels = ReturnType<typeof taxModels>;

/** The agency's collections. */
export function taxModels(connection: Connection) {
  return {
    ...documentModels(connection),
    Taxpayer: connection.model<StoredTaxpayer>('Taxpayer', taxpayer, 'taxpayers'),
    TaxReturn: connection.model<TaxReturnRecord>('TaxReturn', taxReturn, 'taxReturns'),
    BillingCode: connection.model<BillingCodeRecord>('BillingCode', billingSchema, 'billingCodes'),
    TaxOffice: connection.model<RegisteredOffice>('TaxOffice', taxOffice, 'taxOffices'),
    TaxApplication: connection.model<StoredApplication>('TaxApplication', applicationSchema, 'taxApplications'),
  };
}
