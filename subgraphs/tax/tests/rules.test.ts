import { describe, expect, it } from '@jest/globals';
import type { TaxpayerKind } from '../model.ts';
import { annualDueDay, lastDueYear, taxDay, yearsAskedFor } from '../rules/annualReturn.ts';
import { billingCode, billingExpiry, billingStatus, isBillingCode, isStateReceipt } from '../rules/billing.ts';
import { checkNpwp15, nitku, npwpCheckDigit, sixteenDigits } from '../rules/npwp.ts';

describe('a tax number of 15 digits', () => {
  it('has the check digit of the published example', () => {
    expect(npwpCheckDigit('65389112')).toBe('7');
  });

  it.each([
    ['653891127041000', true, false],
    ['65.389.112.7-041.000', true, false],
    ['653891128041000', true, true],
    ['65.389.112.8-041.000', true, true],
    ['65389112704100', false, false],
    ['6538911270410000', false, false],
    ['65-389-112-7-041-000', false, false],
    ['65389112704100A', false, false],
  ])('%s is well formed: %s, with a check digit to warn of: %s', (written, wellFormed, checkDigitDiffers) => {
    expect(checkNpwp15(written)).toEqual({ wellFormed, checkDigitDiffers });
  });

  it('changes its check digit with every change of a digit', () => {
    const digits = '65389112';
    for (let place = 0; place < digits.length; place++) {
      for (const digit of '0123456789') {
        const changed = digits.slice(0, place) + digit + digits.slice(place + 1);
        expect(npwpCheckDigit(changed) === '7').toBe(changed === digits);
      }
    }
  });

  it('becomes one of 16 by a zero before it', () => {
    expect(sixteenDigits('653891127041000')).toBe('0653891127041000');
    expect(sixteenDigits('0653891127041000')).toBe('0653891127041000');
  });

  it('gives a place of business a number of 22 digits', () => {
    expect(nitku('0653891127041000', '000002')).toBe('0653891127041000000002');
  });
});

describe('an annual return', () => {
  it.each<[TaxpayerKind, string | null]>([
    ['INDIVIDUAL', '2026-03-31'],
    ['ENTITY', '2026-04-30'],
    ['GOVERNMENT', null],
  ])('of 2025 of a taxpayer of the kind %s is due on %s', (kind, dueDay) => {
    expect(annualDueDay(kind, 2025)).toBe(dueDay);
  });

  it.each<[TaxpayerKind, string, number]>([
    ['INDIVIDUAL', '2026-01-01', 2024],
    ['INDIVIDUAL', '2026-03-31', 2024],
    ['INDIVIDUAL', '2026-04-01', 2025],
    ['INDIVIDUAL', '2026-12-31', 2025],
    ['ENTITY', '2026-04-01', 2024],
    ['ENTITY', '2026-04-30', 2024],
    ['ENTITY', '2026-05-01', 2025],
  ])('of %s on %s is due up to the year %s', (kind, today, year) => {
    expect(lastDueYear(kind, today)).toBe(year);
  });

  it('is asked for the last two years, but not for one before the registration', () => {
    const asked = (registeredOn: string, kind: TaxpayerKind = 'INDIVIDUAL') =>
      yearsAskedFor({ kind, registeredOn }, '2026-11-24');

    expect(asked('2010-05-01')).toEqual([2024, 2025]);
    expect(asked('2024-12-31')).toEqual([2024, 2025]);
    expect(asked('2025-01-01')).toEqual([2025]);
    expect(asked('2026-01-01')).toEqual([]);
    expect(asked('2010-05-01', 'GOVERNMENT')).toEqual([]);
  });

  it('is counted by the day in Western Indonesia', () => {
    expect(taxDay(new Date('2026-03-31T16:59:59Z'))).toBe('2026-03-31');
    expect(taxDay(new Date('2026-03-31T17:00:00Z'))).toBe('2026-04-01');
  });
});

describe('a billing code', () => {
  const createdAt = new Date('2026-11-24T02:30:00Z');
  const expiresAt = billingExpiry(createdAt);
  const payment = { paidAt: createdAt, bankReceipt: '123456789012', stateReceipt: 'CONTOH1234567890' };

  it('has 15 digits: 8, the day, and a serial', () => {
    expect(billingCode(createdAt, 900_001)).toBe('820261124900001');
    expect(billingCode(createdAt, 7)).toBe('820261124000007');
  });

  it.each([
    ['820261124900001', true],
    ['82026112490000', false],
    ['8202611249000012', false],
    ['720261124900001', false],
    ['82026112490000A', false],
  ])('may look like %s: %s', (text, expected) => {
    expect(isBillingCode(text)).toBe(expected);
  });

  it('is valid for seven days', () => {
    expect(expiresAt).toEqual(new Date('2026-12-01T02:30:00Z'));
  });

  it.each([
    ['a moment before its end', new Date('2026-12-01T02:29:59.999Z'), null, null, 'UNPAID'],
    ['at its end', new Date('2026-12-01T02:30:00Z'), null, null, 'EXPIRED'],
    // The clock of a sandbox can be put back.
    ['found lapsed, before its end', new Date('2026-11-25T00:00:00Z'), null, expiresAt, 'EXPIRED'],
    ['paid, before its end', new Date('2026-11-25T00:00:00Z'), payment, null, 'PAID'],
    ['paid, after its end', new Date('2027-11-25T00:00:00Z'), payment, null, 'PAID'],
  ])('%s at %s is in its state', (_when, now, paid, lapsedAt, status) => {
    expect(billingStatus({ expiresAt, payment: paid, lapsedAt }, now)).toBe(status);
  });

  it('is receipted by the state with 16 characters', () => {
    expect(isStateReceipt(payment.stateReceipt)).toBe(true);
    expect(isStateReceipt('CONTOH123456789')).toBe(false);
    expect(isStateReceipt('contoh1234567890')).toBe(false);
  });
});
