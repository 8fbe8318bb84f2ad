import { describe, expect, it } from '@jest/globals';
import { ManyFaults } from '#kit/userErrors.ts';
import { checkBillingOrder, mostUnpaid } from '../rules/newBilling.ts';
import { assertMayBePaid } from '../rules/payment.ts';

const now = new Date('2026-11-24T02:30:00Z');

describe('an order for a billing code', () => {
  const order = {
    amount: '150000',
    accountCode: '411125',
    depositTypeCode: '200',
    isRegistered: true,
    unpaid: 0,
    applicationKnown: true,
  };

  it('is in whole rupiah', () => {
    expect(checkBillingOrder(order)).toBe(15_000_000);
    expect(checkBillingOrder({ ...order, amount: '150000.00' })).toBe(15_000_000);
  });

  it.each([
    [{ amount: '0' }],
    [{ amount: '1e5' }],
    [{ amount: '150000.50' }],
    [{ amount: '9999999999999' }],
    [{ accountCode: '999999' }],
    [{ accountCode: 'constructor' }],
    [{ depositTypeCode: '20' }],
    [{ isRegistered: false }],
    [{ unpaid: mostUnpaid }],
    [{ applicationKnown: false }],
  ])('with %j is refused', (change) => {
    expect(() => checkBillingOrder({ ...order, ...change })).toThrow(ManyFaults);
  });
});

describe("a bank's notice", () => {
  const paid = { paidAt: now, bankReceipt: 'NTB001', stateReceipt: 'CONTOH1234567890' };
  const billing = { amountMinor: 100, payment: paid, expiresAt: new Date('2026-12-01T02:30:00Z'), lapsedAt: null };
  const notice = { amountMinor: 100, bankReceipt: 'NTB001' };

  it('that was noted is noted still', () => {
    expect(() => assertMayBePaid(billing, notice, new Date('2027-01-01T00:00:00Z'))).not.toThrow();
  });

  it.each([
    ['of another amount', billing, { ...notice, amountMinor: 200 }, 'another amount'],
    ['of another payment', billing, { ...notice, bankReceipt: 'NTB002' }, 'already paid'],
    ['after its end', { ...billing, payment: null, lapsedAt: now }, notice, 'expired'],
    ['that could not be noted', { ...billing, payment: null }, notice, 'again'],
  ])('%s is refused', (_what, code, sent, words) => {
    expect(() => assertMayBePaid(code, sent, now)).toThrow(words);
  });
});
