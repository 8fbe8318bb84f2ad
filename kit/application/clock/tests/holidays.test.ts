import { describe, expect, it } from '@jest/globals';
import { holidays } from '../holidays.ts';

describe('the holidays', () => {
  it('cover three years, each date once and in order', () => {
    const dates = holidays.map((holiday) => holiday.date);
    expect(new Set(dates.map((date) => date.slice(0, 4)))).toEqual(new Set(['2025', '2026', '2027']));
    expect(new Set(dates).size).toBe(dates.length);
    expect([...dates].sort()).toEqual(dates);
  });

  it('count what the decrees count', () => {
    const count = (year: string, kind: string) =>
      holidays.filter((holiday) => holiday.date.startsWith(year) && holiday.kind === kind).length;
    expect([count('2025', 'NATIONAL_HOLIDAY'), count('2025', 'JOINT_LEAVE')]).toEqual([17, 11]);
    expect([count('2026', 'NATIONAL_HOLIDAY'), count('2026', 'JOINT_LEAVE')]).toEqual([17, 8]);
  });

  it('put joint leave on days that would be worked', () => {
    const weekend = holidays.filter(
      ({ kind, date }) => kind === 'JOINT_LEAVE' && [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()),
    );
    expect(weekend).toEqual([]);
  });

  it('each name a source or are a sample', () => {
    expect(holidays.filter(({ source, sample }) => !source && !sample)).toEqual([]);
  });
});
