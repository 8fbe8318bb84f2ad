import mongoose from 'mongoose';
import { type ApplicationFile, fileFields, sealedInFile, withFileIndexes } from '#kit/application/file.ts';
import { type Stored, sealed } from '#kit/vault/sealed.ts';
import type { Filing, TaxForm } from '../model.ts';

export const serviceKinds = [
  'REGISTRATION',
  'NIK_MATCHING',
  'DATA_CHANGE',
  'SET_NON_EFFECTIVE',
  'TAX_CLEARANCE_LETTER',
] as const;

export type TaxServiceKind = (typeof serviceKinds)[number];

/** What this agency holds of an application; its envelope is in the mall's inbox under the same id. */
export interface TaxApplicationFile extends ApplicationFile {
  readonly kind: TaxServiceKind;
  /** Null while a registration is not decided. */
  readonly taxpayerId: string | null;
  readonly statement: TaxStatement;
  /** By which anybody can check what comes out of it. */
  readonly verificationCode: string;
}

/** What an applicant states; null for what the service does not ask for. */
export interface TaxStatement {
  readonly nik: string | null;
  readonly name: string | null;
  readonly address: string | null;
  /** The office that is to keep the taxpayer from now on. */
  readonly office: { readonly code: string; readonly name: string } | null;
  /** The receipts of annual returns that the register lacks. */
  readonly receipts: readonly ReturnReceipt[];
}

export interface ReturnReceipt extends Filing {
  readonly form: TaxForm;
  readonly taxYear: number;
}

/** What is stated holds numbers, names and addresses. */
export const sealedApplication = sealed<TaxApplicationFile>()('taxApplications', ['statement', ...sealedInFile]);
export type StoredApplication = Stored<typeof sealedApplication>;

export const applicationSchema = withFileIndexes(
  new mongoose.Schema<StoredApplication>(
    {
      ...fileFields,
      kind: { type: String, required: true, enum: serviceKinds },
      taxpayerId: { type: String, default: null },
      statement: { type: String, required: true },
      verificationCode: { type: String, required: true },
    },
    { versionKey: false, autoIndex: false },
  )
    .index({ applicantId: 1, kind: 1, _id: 1 })
    .index({ 'outcome.documentId': 1, _id: 1 })
    .index({ 'outcome.verificationCode': 1, _id: 1 }),
);
