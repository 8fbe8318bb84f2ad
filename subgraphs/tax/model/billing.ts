import mongoose from 'mongoose';
import type { SubmitRequest } from '#kit/application/file.ts';

export interface StoredBillingCode {
  /** The code. */
  readonly _id: string;
  readonly taxpayerId: string;
  readonly citizenId: string | null;
  /** The application that it was made for, where it was made for one. */
  readonly applicationId: string | null;
  /** Kode Akun Pajak (KAP): which tax. */
  readonly accountCode: string;
  /** Kode Jenis Setoran (KJS): for what of it. */
  readonly depositTypeCode: string;
  readonly amountMinor: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly payment: Payment | null;
  /** When it was found expired; it cannot be paid any more. */
  readonly lapsedAt: Date | null;
  /** When the scheduler has to look at it; null once it is paid or lapsed. */
  readonly dueAt: Date | null;
  readonly request: SubmitRequest;
}

export interface Payment {
  readonly paidAt: Date;
  readonly bankReceipt: string;
  readonly stateReceipt: string;
}

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const moment = { type: Date, required: true } as const;
const part = { _id: false } as const;

const payment = new mongoose.Schema<Payment>({ paidAt: moment, bankReceipt: text, stateReceipt: text }, part);
// The digest of a seeded request is empty.
const request = new mongoose.Schema<SubmitRequest>({ key: text, digest: String, at: moment }, part);

export const billingSchema = new mongoose.Schema<StoredBillingCode>(
  {
    _id: String,
    taxpayerId: text,
    citizenId: optionalText,
    applicationId: optionalText,
    accountCode: text,
    depositTypeCode: text,
    amountMinor: { type: Number, required: true, min: 1 },
    createdAt: moment,
    expiresAt: moment,
    payment: { type: payment, default: null },
    lapsedAt: { type: Date, default: null },
    dueAt: { type: Date, default: null },
    request: { type: request, required: true },
  },
  { versionKey: false, autoIndex: false },
)
  .index({ taxpayerId: 1, createdAt: -1, _id: -1 })
  .index({ dueAt: 1, _id: 1 })
  .index({ 'request.key': 1 }, { unique: true });
