import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseValue } from 'graphql';
import type { ServiceError } from '../errors.ts';
import { DateScalar, DateTimeScalar } from '../scalars/date.ts';
import { rupiah } from '../scalars/money.ts';
import { NibScalar, NikScalar, NpwpScalar, RegionCodeScalar } from '../scalars/numbers.ts';

describe.each([
  [DateScalar, ['2026-11-24', '2000-02-29'], ['2026-11-31', '1900-02-29', '24-11-2026', '2026-11-24T00:00:00Z', '']],
  [
    DateTimeScalar,
    ['2026-11-24T09:30:00+07:00', '2026-11-24T02:30:00.123Z'],
    ['2026-11-24', '2026-11-24T25:00:00Z', '2026-02-30T01:00:00Z', '2026-11-24T09:30:00'],
  ],
  [NikScalar, ['3510012508900001', '3510016508900001'], ['351001250890001', '3510013202900001', '35.1001250890.0001']],
  [NpwpScalar, ['3510012508900001', '653891127000000'], ['65.389.112.7-000.000', '12345678901234']],
  [NibScalar, ['9120001234567'], ['912000123456', 'NIB9120001234']],
  [RegionCodeScalar, ['35', '35.10', '35.10.01', '35.10.01.2001'], ['3', '3510', '35.1', '35.10.01.20', '35.10.']],
])('the scalar %s', (scalar, right, wrong) => {
  it.each(right)('takes %s in a variable and in the text', (text) => {
    expect(scalar.parseValue(text)).toEqual(scalar.parseLiteral(parseValue(JSON.stringify(text))));
  });

  it.each(wrong)('refuses %s with a code, in words that do not depend on what was sent', (text) => {
    const refusals = [
      () => scalar.parseValue(text),
      () => scalar.parseLiteral(parseValue(JSON.stringify(text))),
      () => scalar.parseValue('?'),
    ].map(refusalOf);
    expect(new Set(refusals.map((refusal) => refusal?.message)).size).toBe(1);
    expect(refusals.map((refusal) => refusal?.extensions.code)).toEqual(Array(3).fill('BAD_USER_INPUT'));
  });

  it.each([7, true, null, {}])('refuses %j, which is no text', (value) => {
    expect(() => scalar.parseValue(value)).toThrow(/must be/);
  });
});

describe('a moment', () => {
  it('comes back as the same moment, in UTC', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (moment) => {
        expect(DateTimeScalar.parseValue(DateTimeScalar.serialize(moment))).toEqual(moment);
      }),
    );
  });
});

describe('money', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [150_000_00, '150000.00'],
    [-1_50, '-1.50'],
  ])('of %i minor units is written %s', (minorUnits, amount) => {
    expect(rupiah(minorUnits)).toEqual({ amount, currency: 'IDR' });
  });

  it.each([0.5, Number.NaN, 2 ** 53])('of %d minor units does not exist', (minorUnits) => {
    expect(() => rupiah(minorUnits)).toThrow(RangeError);
  });
});

function refusalOf(parse: () => unknown): ServiceError | null {
  try {
    parse();
    return null;
  } catch (error) {
    return error as ServiceError;
  }
}
