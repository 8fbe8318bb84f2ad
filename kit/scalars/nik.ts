import { isCalendarDate } from './date.ts';

export type NikError = 'FORMAT' | 'BIRTH_DATE' | 'SERIAL';

/** What the digits of a NIK say by themselves. There is no century in it, so a birth year is never read from it. */
export interface NikCheck {
  readonly errors: readonly NikError[];
  /** `PP.KK.CC`, the district of first registration; it may since have been split or closed. */
  readonly districtCode: string | null;
  readonly sex: 'MALE' | 'FEMALE' | null;
}

/**
 * Checks the form of a NIK: `PPKKCC DDMMYY SSSS`, day + 40 for women, serial from 0001. There is no check digit.
 *
 * Source: the Dukcapil number layout as collected in the project's domain notes, section 2.1.
 */
export function checkNik(nik: string): NikCheck {
  if (!/^\d{16}$/.test(nik)) return { errors: ['FORMAT'], districtCode: null, sex: null };
  const codedDay = Number(nik.slice(6, 8));
  const day = codedDay > 40 ? codedDay - 40 : codedDay;
  const errors: NikError[] = [];
  if (!existsInSomeCentury(day, nik.slice(8, 10), nik.slice(10, 12))) errors.push('BIRTH_DATE');
  if (nik.slice(12) === '0000') errors.push('SERIAL');
  return {
    errors,
    districtCode: `${nik.slice(0, 2)}.${nik.slice(2, 4)}.${nik.slice(4, 6)}`,
    sex: codedDay > 40 ? 'FEMALE' : 'MALE',
  };
}

/** Whether the birth date and sex in the digits agree with the register. A difference is a warning, not an error. */
export function nikAgreesWith(nik: string, register: { birthDate: string; sex: 'MALE' | 'FEMALE' }): boolean {
  const [year = '', month = '', day = ''] = register.birthDate.split('-');
  const codedDay = Number(day) + (register.sex === 'FEMALE' ? 40 : 0);
  return nik.slice(6, 12) === `${String(codedDay).padStart(2, '0')}${month}${year.slice(2)}`;
}

function existsInSomeCentury(day: number, month: string, year: string): boolean {
  const dayText = String(day).padStart(2, '0');
  return ['19', '20'].some((century) => isCalendarDate(`${century}${year}-${month}-${dayText}`));
}
