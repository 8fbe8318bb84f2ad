import { randomInt } from 'node:crypto';
import type { BillingCodeRecord } from '../model.ts';
import { taxDay } from './annualReturn.ts';

export type BillingStatus = 'UNPAID' | 'PAID' | 'EXPIRED';

const validDays = 7;
const code = /^8\d{14}$/;
const stateReceipt = /^[0-9A-Z]{16}$/;
const receiptCharacters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** When a code made at this moment can no longer be paid: seven days later. */
export function billingExpiry(createdAt: Date): Date {
  return new Date(createdAt.getTime() + validDays * 86_400_000);
}

/** Whether a code is paid, or can still be paid; what is paid stays paid. */
export function billingStatus(
  billing: Pick<BillingCodeRecord, 'payment' | 'expiresAt' | 'lapsedAt'>,
  now: Date,
): BillingStatus {
  if (billing.payment !== null) return 'PAID';
  return billing.lapsedAt === null && now < billing.expiresAt ? 'UNPAID' : 'EXPIRED';
}

/** A billing code in the shape of SIMPONI: `8`, the day, and a serial of six digits. */
export function billingCode(createdAt: Date, serial: number): string {
  return `8${taxDay(createdAt).replaceAll('-', '')}${String(serial).padStart(6, '0')}`;
}

/** Whether the text has the shape of a billing code. */
export function isBillingCode(text: string): boolean {
  return code.test(text);
}

/** Whether the text has the shape of the state's receipt of a payment (NTPN). */
export function isStateReceipt(text: string): boolean {
  return stateReceipt.test(text);
}

/** A new receipt of the state (NTPN): nobody can guess it. */
export function newStateReceipt(): string {
  return Array.from({ length: 16 }, () => receiptCharacters[randomInt(receiptCharacters.length)]).join('');
}
