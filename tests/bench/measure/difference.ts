import { median } from './statistics.ts';

/** How two series of times differ, and how likely chance would give as much if they did not. */
export interface Difference {
  readonly medians: readonly [number, number];
  /** Welch's t of the two means; beyond 4.5 nobody would call it chance (security.md, attack A29). */
  readonly welchT: number;
  /** The rank test of Mann and Whitney, as a standard normal value; one slow answer weighs no more than its rank. */
  readonly rankZ: number;
}

export function difference(one: readonly number[], other: readonly number[]): Difference {
  return { medians: [median(one), median(other)], welchT: welchT(one, other), rankZ: rankZ(one, other) };
}

function welchT(one: readonly number[], other: readonly number[]): number {
  const [first, second] = [momentsOf(one), momentsOf(other)];
  return (first.mean - second.mean) / Math.sqrt(first.variance / one.length + second.variance / other.length);
}

function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance };
}

/** By the normal approximation, which is good from some twenty values each; equal values share their ranks. */
function rankZ(one: readonly number[], other: readonly number[]): number {
  const ascending = [...one, ...other].sort((a, b) => a - b);
  const [firstPlace, lastPlace] = [new Map<number, number>(), new Map<number, number>()];
  ascending.forEach((value, place) => {
    if (!firstPlace.has(value)) firstPlace.set(value, place + 1);
    lastPlace.set(value, place + 1);
  });
  const rankOf = (value: number) => ((firstPlace.get(value) ?? 0) + (lastPlace.get(value) ?? 0)) / 2;
  const rankSum = one.reduce((sum, value) => sum + rankOf(value), 0);
  const [n, m] = [one.length, other.length];
  const expected = (n * (n + m + 1)) / 2;
  const ties = [...firstPlace.keys()].reduce((sum, value) => {
    const shared = (lastPlace.get(value) ?? 0) - (firstPlace.get(value) ?? 0) + 1;
    return sum + shared ** 3 - shared;
  }, 0);
  const variance = ((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1)));
  return (rankSum - expected) / Math.sqrt(variance);
}
