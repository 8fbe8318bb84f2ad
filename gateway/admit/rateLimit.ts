import { forgetFirst } from '#kit/forgetFirst.ts';

/** So many in so much time. */
export interface Rate {
  readonly limit: number;
  readonly perMs: number;
}

/** Remembers who took how much. In memory here; a shared store can take its place. */
export interface RateStore {
  /**
   * Takes from what a key may still take.
   *
   * @param key who takes what, without anything personal: it names a caller's opaque id or address and a field
   * @returns 0 when it was taken, and else how many milliseconds to wait; nothing is taken then
   */
  take(key: string, amount: number, rate: Rate): Promise<number>;
}

/** How many keys are remembered; beyond this the one that took least recently is forgotten. */
const mostKeys = 100_000;

/**
 * Keeps rates in this process: each worker of the gateway counts for itself.
 *
 * A key is one number, the time at which all that it took is given back (the generic cell rate algorithm): what is taken
 * comes back evenly over the rate's time, so that no window begins at which everybody may start anew.
 */
export class MemoryRateStore implements RateStore {
  private readonly fullAgainAt = new Map<string, number>();
  private readonly now: () => number;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  async take(key: string, amount: number, { limit, perMs }: Rate): Promise<number> {
    const now = this.now();
    const fullAgainAt = Math.max(now, this.fullAgainAt.get(key) ?? now) + (amount * perMs) / limit;
    if (fullAgainAt - now > perMs) return Math.min(perMs, fullAgainAt - now - perMs);
    // A map keeps the order of insertion: the first key is then the one that took least recently.
    this.fullAgainAt.delete(key);
    this.fullAgainAt.set(key, fullAgainAt);
    if (this.fullAgainAt.size > mostKeys) forgetFirst(this.fullAgainAt);
    return 0;
  }
}
