import { describe, expect, it } from '@jest/globals';
import type { TaxForm, TaxpayerKind, TaxReturnStatus } from '../model.ts';
import { confirmStatus, statusOfNobody } from '../rules/clearance.ts';

const today = new Date('2026-11-24T03:00:00Z');

function aTaxpayer(facts: Partial<Parameters<typeof confirmStatus>[0]> = {}): Parameters<typeof confirmStatus>[0] {
  return { kind: 'INDIVIDUAL', status: 'ACTIVE', nikMatched: true, registeredOn: '2010-07-01', ...facts };
}

function annual(taxYear: number, status: TaxReturnStatus = 'FILED', form: TaxForm = 'INDIVIDUAL_BUSINESS') {
  return { taxYear, status, form };
}

describe('the tax clearance', () => {
  it('is valid when name and number are matched, the taxpayer is active and two annual returns are filed', () => {
    expect(confirmStatus(aTaxpayer(), [annual(2025), annual(2024)], today)).toEqual({
      status: 'VALID',
      reasons: [],
      checkedAt: today,
      validUntil: '2027-03-31',
    });
  });

  it.each<TaxReturnStatus>(['FILED', 'FILED_LATE', 'AMENDED'])('counts a return that is %s', (status) => {
    expect(confirmStatus(aTaxpayer(), [annual(2025, status), annual(2024)], today).status).toBe('VALID');
  });

  it.each([
    ['both are missing', []],
    ['both are known and not filed', [annual(2025, 'NOT_FILED'), annual(2024, 'NOT_FILED')]],
    ['the later one is missing', [annual(2024)]],
    ['the earlier one is missing', [annual(2025), annual(2023)]],
    ['one is only of value added tax', [annual(2025, 'FILED', 'VAT_MONTHLY'), annual(2024)]],
  ])('is not valid when, of the annual returns of two years, %s', (_what, returns) => {
    expect(confirmStatus(aTaxpayer(), returns, today)).toEqual({
      status: 'INVALID',
      reasons: ['RETURNS_NOT_FILED'],
      checkedAt: today,
      validUntil: null,
    });
  });

  it('is not valid while the identity number is not matched', () => {
    const { reasons } = confirmStatus(aTaxpayer({ nikMatched: false }), [annual(2025), annual(2024)], today);

    expect(reasons).toEqual(['NAME_MISMATCH']);
  });

  it.each(['NON_EFFECTIVE', 'DELETED'] as const)('is not valid for a taxpayer who is %s', (status) => {
    expect(confirmStatus(aTaxpayer({ status }), [annual(2025), annual(2024)], today).reasons).toEqual([
      'TAXPAYER_NOT_ACTIVE',
    ]);
  });

  it('gives all reasons at once', () => {
    expect(confirmStatus(aTaxpayer({ nikMatched: false, status: 'NON_EFFECTIVE' }), [], today).reasons).toEqual([
      'NAME_MISMATCH',
      'TAXPAYER_NOT_ACTIVE',
      'RETURNS_NOT_FILED',
    ]);
  });

  it('asks no identity number of an entity, and no annual return of a government body', () => {
    const entity = aTaxpayer({ kind: 'ENTITY', nikMatched: null });
    const government = aTaxpayer({ kind: 'GOVERNMENT', nikMatched: null });

    expect(confirmStatus(entity, [annual(2025), annual(2024)], today)).toMatchObject({
      status: 'VALID',
      validUntil: '2027-04-30',
    });
    expect(confirmStatus(government, [], today)).toMatchObject({ status: 'VALID', validUntil: null });
  });

  it('does not ask for a year before the registration', () => {
    expect(confirmStatus(aTaxpayer({ registeredOn: '2026-02-01' }), [], today).status).toBe('VALID');
  });

  it('of a number that nobody has is not valid', () => {
    expect(statusOfNobody(today)).toEqual({
      status: 'INVALID',
      reasons: ['TAXPAYER_NOT_FOUND'],
      checkedAt: today,
      validUntil: null,
    });
  });
});

describe('the day on which a return is due', () => {
  // The returns of 2024 and 2023 are filed, that of 2025 is not.
  const returns = [annual(2024), annual(2023)];
  const lastMinute = 'T16:59:59Z';
  const firstMinute = 'T17:00:00Z';

  it.each<[TaxpayerKind, string, 'VALID' | 'INVALID', string | null]>([
    ['INDIVIDUAL', `2026-03-31${lastMinute}`, 'VALID', '2026-03-31'],
    ['INDIVIDUAL', `2026-03-31${firstMinute}`, 'INVALID', null],
    ['ENTITY', `2026-03-31${firstMinute}`, 'VALID', '2026-04-30'],
    ['ENTITY', `2026-04-30${lastMinute}`, 'VALID', '2026-04-30'],
    ['ENTITY', `2026-04-30${firstMinute}`, 'INVALID', null],
  ])('lets the clearance of %s at %s be %s', (kind, now, status, validUntil) => {
    expect(confirmStatus(aTaxpayer({ kind }), returns, new Date(now))).toMatchObject({ status, validUntil });
  });
});
