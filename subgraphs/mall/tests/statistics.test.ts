import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type SurveyScores, surveyElements } from '../model/surveys.ts';
import { gradeOf, satisfactionOf, twoDecimals } from '../rules/satisfaction.ts';
import { isTooSmall, medianOf, spanOf, tallyByGroup } from '../rules/statistics.ts';

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
  it('does not show a group of fewer than ten', () => {
    expect([9, 10].map(isTooSmall)).toEqual([true, false]);
  });

  it('covers both days of its period, by Western Indonesian Time', () => {
    expect(spanOf({ from: '2026-01-01', to: '2026-01-02' })).toEqual({
      from: new Date('2025-12-31T17:00:00Z'),
      until: new Date('2026-01-02T17:00:00Z'),
    });
  });

  it('refuses a period that ends before it begins, or is longer than a leap year', () => {
    expect(() => spanOf({ from: '2026-01-02', to: '2026-01-01' })).toThrow('ends before it begins');
    expect(() => spanOf({ from: '2024-01-01', to: '2024-12-31' })).not.toThrow();
    expect(() => spanOf({ from: '2024-01-01', to: '2025-01-01' })).toThrow('at most 366 days');
  });

  it('adds up what became of the applications of each group', () => {
    const tallies = tallyByGroup([
      { group: 'DJP', status: 'ISSUED', workingHours: 10, count: 3 },
      { group: 'DJP', status: 'COMPLETED', workingHours: 20, count: 1 },
      { group: 'DJP', status: 'VERIFICATION', workingHours: null, count: 5 },
      { group: 'DJP', status: 'REJECTED', workingHours: 30, count: 1 },
      { group: 'BPN', status: 'WITHDRAWN', workingHours: null, count: 2 },
    ]);
    expect(tallies).toEqual([
      { group: 'BPN', submitted: 2, open: 0, issued: 0, rejected: 0, medianWorkingHours: null },
      { group: 'DJP', submitted: 10, open: 8, issued: 4, rejected: 1, medianWorkingHours: 10 },
    ]);
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
