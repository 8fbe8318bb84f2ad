import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type SurveyScores, surveyElements } from '../model/surveys.ts';
import { gradeOf, satisfactionOf, twoDecimals } from '../rules/satisfaction.ts';
import { medianOf, monthsOf, tallyOf } from '../rules/statistics.ts';

function totals(...sums: readonly number[]): SurveyScores {
  return Object.fromEntries(surveyElements.map((element, index) => [element, sums[index] ?? 0])) as SurveyScores;
}

describe('the satisfaction index by PermenPANRB 14/2017', () => {
  const example = totals(105, 101, 100, 116, 102, 105, 106, 105, 115);

  it('is the mean of the nine averages times 25', () => {
    const { elements, index, grade } = satisfactionOf(example, 29);
    expect(index).toBe(91.48);
    expect(grade).toBe('A');
    expect(elements).toHaveLength(9);
    expect(elements[3]).toEqual({ element: 'COST', average: 4 });
  });

  it('does not weight an element with 0.11 or 0.111, which would give 90.56 or 91.38', () => {
    const weighted = (weight: number) =>
      twoDecimals(surveyElements.reduce((sum, element) => sum + (example[element] / 29) * weight, 0) * 25);
    expect([weighted(0.11), weighted(0.111)]).toEqual([90.56, 91.38]);
    expect([90.56, 91.38]).not.toContain(satisfactionOf(example, 29).index);
  });

  it.each([
    [88.305, 'A'],
    [88.304, 'B'],
    [76.605, 'B'],
    [76.604, 'C'],
    [64.995, 'C'],
    [64.994, 'D'],
    [100, 'A'],
    [25, 'D'],
  ] as const)('of %d is graded %s, rounded to two decimals first', (index, grade) => {
    expect(gradeOf(index)).toBe(grade);
  });

  it('lies between 25 and 100 whatever people answer', () => {
    const answer = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(answer, (scores) => {
        const { index } = satisfactionOf(totals(...scores), 1);
        expect(index).toBeGreaterThanOrEqual(25);
        expect(index).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('a statistic', () => {
  const now = new Date('2026-11-24T03:00:00Z');
  const months = (from: string, to: string, at = now) => monthsOf({ from, to }, at);

  it('is of whole months, both included', () => {
    expect(months('2026-01-01', '2026-01-31')).toEqual({ from: '2026-01', to: '2026-01' });
    expect(months('2023-03-01', '2024-02-29')).toEqual({ from: '2023-03', to: '2024-02' });
  });

  it.each([
    ['2026-01-02', '2026-01-31', 'whole months'],
    ['2026-01-01', '2026-01-30', 'whole months'],
    ['2023-02-01', '2024-02-28', 'whole months'],
    ['2026-02-01', '2026-01-31', 'ends before it begins'],
    ['2025-01-01', '2026-01-31', 'at most 12 months'],
  ])('is refused from %s to %s', (from, to, message) => {
    expect(() => months(from, to)).toThrow(message);
  });

  it('ends with the last month that is over in Western Indonesian Time', () => {
    const lastMoment = new Date('2026-11-30T16:59:59Z');
    expect(months('2026-01-01', '2026-12-31', lastMoment).to).toBe('2026-10');
    expect(months('2026-01-01', '2026-12-31', new Date(lastMoment.getTime() + 1_000)).to).toBe('2026-11');
    expect(months('2025-02-01', '2026-01-31', new Date('2026-01-10T03:00:00Z')).to).toBe('2025-12');
  });

  it('adds up what became of applications', () => {
    const tally = tallyOf([
      { status: 'ISSUED', workingHours: 10, count: 3 },
      { status: 'COMPLETED', workingHours: 20, count: 1 },
      { status: 'VERIFICATION', workingHours: null, count: 5 },
      { status: 'REJECTED', workingHours: 30, count: 1 },
    ]);
    expect(tally).toEqual({ submitted: 10, open: 8, issued: 4, rejected: 1, medianWorkingHours: 10 });
    expect(tallyOf([{ status: 'WITHDRAWN', workingHours: null, count: 2 }])).toEqual({
      submitted: 2,
      open: 0,
      issued: 0,
      rejected: 0,
      medianWorkingHours: null,
    });
  });

  it('gives the same median as the sorted values themselves', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 40 }), (values) => {
        const sorted = [...values].sort((one, other) => one - other);
        const middle = (sorted.length - 1) / 2;
        const expected = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
        expect(medianOf(values.map((value) => ({ value, count: 1 })))).toBe(expected);
      }),
    );
  });
});
