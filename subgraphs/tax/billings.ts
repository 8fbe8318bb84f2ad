import { randomInt } from 'node:crypto';
import type { SubmitRequest } from '#kit/application/file.ts';
import type { DueWork } from '#kit/application/schedule.ts';
import { conflict, notFound } from '#kit/errors.ts';
import { isAlreadyThere } from '#kit/mongo.ts';
import type { BillingCodeRecord, TaxModels } from './model.ts';
import { billingCode, billingExpiry, newStateReceipt } from './rules/billing.ts';
import { assertMayBePaid } from './rules/payment.ts';

/** What a new code is made from. */
export type NewBilling = Pick<
  BillingCodeRecord,
  'taxpayerId' | 'citizenId' | 'applicationId' | 'accountCode' | 'depositTypeCode' | 'amountMinor'
>;

/** A bank's word that a code was paid. */
export interface PaymentNotice {
  readonly code: string;
  readonly amountMinor: number;
  /** Nomor Transaksi Bank (NTB). */
  readonly bankReceipt: string;
}

/** Serials of a day below those of the sandbox. */
const serials = 900_000;
const mostTries = 20;

/** How billing codes are kept: made once for each key, paid once, lapsed once. */
export function billingStore({ BillingCode }: Pick<TaxModels, 'BillingCode'>, now: Date) {
  const find = (filter: { _id: string } | { 'request.key': string }) =>
    BillingCode.findOne(filter).lean<BillingCodeRecord>();

  return {
    /** What an earlier try under the same key made. @throws CONFLICT when that was something else */
    async byRequest({ key, digest }: SubmitRequest): Promise<BillingCodeRecord | null> {
      const known = await find({ 'request.key': key });
      if (known && known.request.digest !== digest) {
        throw conflict('This key was used for another billing code. Please take a new key for each.');
      }
      return known;
    },

    /** Makes a code. @returns it, or what another try under the same key made meanwhile */
    async add(billing: NewBilling, request: SubmitRequest): Promise<BillingCodeRecord> {
      for (let tries = 0; tries < mostTries; tries++) {
        const expiresAt = billingExpiry(now);
        const state = { createdAt: now, expiresAt, dueAt: expiresAt, payment: null, lapsedAt: null };
        const made = { _id: billingCode(now, randomInt(serials)), ...billing, ...state, request };
        try {
          await BillingCode.collection.insertOne(made as never);
          return made;
        } catch (error) {
          if (!isAlreadyThere(error)) throw error;
          const known = await this.byRequest(request);
          if (known) return known;
          // The code itself was taken: another one.
        }
      }
      throw conflict('No billing code could be made just now. Please try again.');
    },

    /**
     * Notes a payment. The same notice again changes nothing.
     *
     * @throws NOT_FOUND, BAD_USER_INPUT for another amount, CONFLICT for a code that is paid or has expired
     */
    async pay({ code, amountMinor, bankReceipt }: PaymentNotice): Promise<BillingCodeRecord> {
      const payment = { paidAt: now, bankReceipt, stateReceipt: newStateReceipt() };
      // Matching on the open payment makes the second of two simultaneous notices lose.
      const open = { _id: code, amountMinor, payment: null, lapsedAt: null, expiresAt: { $gt: now } };
      await BillingCode.updateOne(open, { $set: { payment, dueAt: null } });
      const billing = await find({ _id: code });
      if (!billing) throw notFound('There is no such billing code.');
      assertMayBePaid(billing, { amountMinor, bankReceipt }, now);
      return billing;
    },
  };
}

/** Billing codes lapse when their seven days are over. */
export function lapsingBillings({ BillingCode }: Pick<TaxModels, 'BillingCode'>): DueWork {
  return {
    name: 'billing codes',
    async due(now, atMost) {
      const rows = await BillingCode.find({ dueAt: { $lte: now } }, { _id: 1 })
        .sort({ dueAt: 1, _id: 1 })
        .limit(atMost)
        .lean<{ _id: string }[]>();
      return rows.map(({ _id }) => _id);
    },
    async applyDue(_id, now) {
      await BillingCode.updateOne(
        { _id, payment: null, dueAt: { $lte: now } },
        { $set: { lapsedAt: now, dueAt: null } },
      );
    },
  };
}
