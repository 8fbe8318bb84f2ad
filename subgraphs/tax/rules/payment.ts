import { badInput, conflict } from '#kit/errors.ts';
import type { BillingCodeRecord } from '../model.ts';
import { billingStatus } from './billing.ts';

const bankReceiptForm = /^[0-9A-Z]{6,20}$/;

/** Checks the receipt that a bank gives a payment (NTB). @throws BAD_USER_INPUT */
export function checkBankReceipt(bankReceipt: string): void {
  if (!bankReceiptForm.test(bankReceipt)) {
    throw badInput('A bank receipt (NTB) has 6 to 20 digits and capital letters.', 'input.bankReceipt');
  }
}

/**
 * What a notice came to: nothing when the code is paid by it.
 *
 * @throws BAD_USER_INPUT for another amount, CONFLICT for a code that was paid otherwise or has expired
 */
export function assertMayBePaid(
  billing: Pick<BillingCodeRecord, 'amountMinor' | 'payment' | 'expiresAt' | 'lapsedAt'>,
  notice: { readonly amountMinor: number; readonly bankReceipt: string },
  now: Date,
): void {
  if (billing.amountMinor !== notice.amountMinor) throw badInput('The code is for another amount.', 'input.amount');
  if (billing.payment) {
    if (billing.payment.bankReceipt === notice.bankReceipt) return;
    throw conflict('This billing code is already paid.');
  }
  if (billingStatus(billing, now) === 'EXPIRED') throw conflict('This billing code has expired.');
  // Seen unpaid though it was tried: its time ended between the two looks.
  throw conflict('The payment could not be noted. Please send the notice again.');
}
