import { describe, expect, it } from '@jest/globals';
import { fitting } from '../benchGraph.ts';
import { median, percentile, ratios, spread } from '../measure/statistics.ts';
import { rowsOf, type Slice } from '../report/rows.ts';

describe('statistics', () => {
  it('takes a percentile by the nearest rank, whatever the order', () => {
    const times = [9, 1, 8, 2, 7, 3, 6, 4, 5, 10];
    expect(percentile(times, 0.5)).toBe(5);
    expect(percentile(times, 0.99)).toBe(10);
    expect(percentile([7], 0.01)).toBe(7);
    expect(times[0]).toBe(9);
  });

  it('takes the middle of an odd and of an even number of values', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  it('has no figure for no values', () => {
    expect(median([])).toBeNaN();
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('tells how far values spread', () => {
    expect(spread([2, 8, 4])).toEqual({ median: 4, lowest: 2, highest: 8 });
  });

  it('divides values of the same round only', () => {
    const ours = new Map([
      [1, 1],
      [2, 4],
      [3, 9],
    ]);
    const floor = new Map([
      [1, 4],
      [2, 8],
    ]);
    expect(ratios(ours, floor)).toEqual({ median: 0.375, lowest: 0.25, highest: 0.5 });
    expect(ratios(ours, new Map())).toBeNull();
  });
});

describe('rows', () => {
  const slice = (candidate: string, round: number, cpuMs: number): Slice => ({
    ...{ workload: 'dashboard', candidate, round, cpuMs, rps: 1_000 / cpuMs },
    ...{ requests: 10, wrong: 0, p50: 1, p99: 2, rssMb: 100 + round },
  });

  it('sum rounds up: medians of figures, and ratios round by round', () => {
    // The machine was twice as slow in the second round: the ratio does not see it.
    const slices = [slice('floor', 1, 8), slice('ours', 1, 2), slice('floor', 2, 16), slice('ours', 2, 4)];
    const [ours, floor] = rowsOf(slices, ['ours', 'floor', 'absent'], { floor: 'floor', bare: 'bare' });
    expect(ours).toMatchObject({ candidate: 'ours', cpuMs: 3, rssMb: 102, rounds: 2, requests: 20, toBare: null });
    expect(ours?.toFloor).toEqual({ median: 0.25, lowest: 0.25, highest: 0.25 });
    expect(ours?.rpsToFloor?.median).toBe(4);
    expect(floor?.cpuMs).toBe(12);
  });

  it('leave out who was not measured', () => {
    expect(rowsOf([], ['ours'], { floor: 'floor', bare: 'bare' })).toEqual([]);
  });
});

describe('a bounded run', () => {
  const pace = { rounds: 3, sliceMs: 800 };

  it('keeps its pace where there is time', () => {
    expect(fitting(pace, 10, 60_000)).toEqual(pace);
  });

  it('measures fewer rounds on a busy machine, then shorter ones, and always one', () => {
    expect(fitting(pace, 10, 25_000)).toEqual({ rounds: 2, sliceMs: 800 });
    expect(fitting(pace, 10, 8_000)).toEqual({ rounds: 1, sliceMs: 600 });
    expect(fitting(pace, 10, 100)).toEqual({ rounds: 1, sliceMs: 250 });
  });
});
