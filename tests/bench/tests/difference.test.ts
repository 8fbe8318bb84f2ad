import { describe, expect, it } from '@jest/globals';
import { difference } from '../measure/difference.ts';

describe('the difference of two series', () => {
  it('has the t of Welch and the z of Mann and Whitney, as reckoned by hand', () => {
    const found = difference([1, 2, 3, 4], [3, 4, 5, 6, 7]);
    expect(found.medians).toEqual([2.5, 5]);
    // Means 2.5 and 5, variances 5/3 and 5/2: -2.5 / √(5/12 + 1/2).
    expect(found.welchT).toBeCloseTo(-2.5 / Math.sqrt(5 / 12 + 1 / 2), 12);
    // Ranks 1 2 3.5 5.5 of 1 2 3 3 4 4 5 6 7: 12 where 20 are expected; two ties of two.
    expect(found.rankZ).toBeCloseTo(-8 / Math.sqrt((20 / 12) * (10 - 12 / 72)), 12);
  });

  it('is none for the same values, and is not moved by one that is far off', () => {
    const values = Array.from({ length: 50 }, (_, place) => place);
    expect(difference(values, values)).toMatchObject({ welchT: 0, rankZ: 0 });
    const withOneFarOff = [...values.slice(0, -1), 1_000_000];
    expect(Math.abs(difference(withOneFarOff, values).rankZ)).toBeLessThan(0.05);
    expect(
      Math.abs(
        difference(
          values.map((value) => value + 30),
          values,
        ).rankZ,
      ),
    ).toBeGreaterThan(4.5);
  });
});
