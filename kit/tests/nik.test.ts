import { describe, expect, it } from '@jest/globals';
import { checkNik, nikAgreesWith } from '#kit/scalars/nik.ts';
import { NikScalar } from '#kit/scalars/numbers.ts';

describe('the form of a NIK', () => {
  it('takes the birthday as it is for a man, and 40 more for a woman', () => {
    expect(checkNik('3510012508900001')).toEqual({ errors: [], districtCode: '35.10.01', sex: 'MALE' });
    expect(checkNik('3510016508900001')).toEqual({ errors: [], districtCode: '35.10.01', sex: 'FEMALE' });
  });

  it.each([
    ['3510014101900001', 'FEMALE'],
    ['3510017112900001', 'FEMALE'],
    ['3510010101900001', 'MALE'],
    ['3510013112900001', 'MALE'],
  ])('accepts the first and the last day of a month in %s', (nik, sex) => {
    expect(checkNik(nik)).toMatchObject({ errors: [], sex });
  });

  it('accepts a date that exists in one of the two centuries only', () => {
    expect(checkNik('3510012902000001').errors).toEqual([]); // 29 February 2000, not 1900
  });

  it('refuses 29 February of a year that is no leap year in either century', () => {
    expect(checkNik('3510012902010001').errors).toEqual(['BIRTH_DATE']);
  });

  it.each([
    ['day 32', '3510013202900001'],
    ['day 72, which is 32 of a woman', '3510017208900001'],
    ['month 13', '3510012513900001'],
    ['day 0', '3510010008900001'],
    ['day 40, which is neither a man nor a woman', '3510014008900001'],
    ['month 0', '3510012500900001'],
    ['31 April', '3510013104900001'],
  ])('refuses %s', (_what, nik) => {
    expect(checkNik(nik).errors).toEqual(['BIRTH_DATE']);
  });

  it('refuses the serial number 0000', () => {
    expect(checkNik('3510012508900000').errors).toEqual(['SERIAL']);
  });

  it('names every error at once', () => {
    expect(checkNik('3510013202900000').errors).toEqual(['BIRTH_DATE', 'SERIAL']);
  });

  it.each([
    ['15 digits', '351001250890001'],
    ['17 digits', '35100125089000012'],
    ['dots', '35.1001.250890.0001'],
    ['a letter', '351001250890000A'],
    ['a line break at the end', '3510012508900001\n'],
    ['digits of another script', '٣٥١٠٠١٢٥٠٨٩٠٠٠٠١'],
    ['nothing', ''],
  ])('refuses %s, and reads nothing from it', (_what, nik) => {
    expect(checkNik(nik)).toEqual({ errors: ['FORMAT'], districtCode: null, sex: null });
  });
});

describe('a NIK and the register', () => {
  const nik = '3510016508900001';

  it('agree when birth date and sex are those in the digits', () => {
    expect(nikAgreesWith(nik, { birthDate: '1990-08-25', sex: 'FEMALE' })).toBe(true);
  });

  it('agree whatever the century, since the digits hold none', () => {
    expect(nikAgreesWith('3510012902000001', { birthDate: '2000-02-29', sex: 'MALE' })).toBe(true);
    expect(nikAgreesWith(nik, { birthDate: '2090-08-25', sex: 'FEMALE' })).toBe(true);
  });

  it.each([
    ['birth date was corrected', { birthDate: '1990-08-26', sex: 'FEMALE' as const }],
    ['sex was corrected', { birthDate: '1990-08-25', sex: 'MALE' as const }],
  ])('differ when the %s later', (_what, register) => {
    expect(nikAgreesWith(nik, register)).toBe(false);
  });
});

describe('the scalar Nik', () => {
  it('refuses a wrong number with a coded error that does not repeat it', () => {
    expect(() => NikScalar.parseValue('3510012508900000')).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('3510012508900000'),
        extensions: { code: 'BAD_USER_INPUT' },
      }),
    );
  });

  it('refuses a number that is not written as text', () => {
    expect(() => NikScalar.parseValue(3510012508900001)).toThrow('A Nik must be 16 digits');
  });
});
