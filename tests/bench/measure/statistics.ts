/** The value below which a share of the values lies, by the nearest rank. NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle value, or the mean of the two in the middle. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** The middle of some values and how far they spread. */
export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

export function spread(values: readonly number[]): Spread {
  return { median: median(values), lowest: Math.min(...values), highest: Math.max(...values) };
}

/**
 * How one series compares with another, round by round: the rounds are minutes apart and the machine may have changed
 * between them, so only values of the same round are divided. Rounds that either series lacks are left out.
 */
export function ratios(values: ReadonlyMap<number, number>, base: ReadonlyMap<number, number>): Spread | null {
  const found = [...values].flatMap(([round, value]) => {
    const divisor = base.get(round);
    return divisor ? [value / divisor] : [];
  });
  return found.length > 0 ? spread(found) : null;
}
