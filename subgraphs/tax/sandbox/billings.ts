import { daysAfter, daysBefore } from '#kit/sandbox/calendar.ts';
import { Random } from '#kit/sandbox/random.ts';
import type { BillingCodeRecord } from '../model.ts';
import { type BillingStatus, billingExpiry } from '../rules/billing.ts';
import type { SandboxNumbers } from './numbers.ts';
import type { TaxFile } from './taxpayers.ts';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

/** The billing codes that a taxpayer's profile asks for. */
export function billingsOf({ taxpayer, profile }: TaxFile, numbers: SandboxNumbers, now: Date): BillingCodeRecord[] {
  const random = new Random(`billings ${taxpayer._id}`);
  return profile.billings.map((status) => {
    const createdAt = daysBefore(now, ageOf(status, random));
    const _id = numbers.nextBillingCode(createdAt);
    const expiresAt = billingExpiry(createdAt);
    return {
      _id,
      taxpayerId: taxpayer._id,
      citizenId: taxpayer.citizenId,
      applicationId: null,
      // The annual tax of a person, or of an entity.
      accountCode: taxpayer.kind === 'INDIVIDUAL' ? '411125' : '411126',
      depositTypeCode: '200',
      amountMinor: random.whole(5, 400) * 1_000_000,
      createdAt,
      expiresAt,
      payment: status === 'PAID' ? paymentOf(createdAt, random) : null,
      lapsedAt: status === 'EXPIRED' ? expiresAt : null,
      dueAt: status === 'UNPAID' ? expiresAt : null,
      request: { key: `seed:${_id}`, digest: '', at: createdAt },
    };
  });
}

/** In days: an unpaid code is young, one that has expired was not paid in its week. */
function ageOf(status: BillingStatus, random: Random): number {
  if (status === 'UNPAID') return random.whole(1, 4);
  return status === 'EXPIRED' ? random.whole(9, 120) : random.whole(3, 300);
}

function paymentOf(createdAt: Date, random: Random): BillingCodeRecord['payment'] {
  const made = Array.from({ length: 10 }, () => random.pick([...letters])).join('');
  return { paidAt: daysAfter(createdAt, 1), bankReceipt: random.digits(12), stateReceipt: `CONTOH${made}` };
}
