import { overloaded } from './overload.ts';

/** How many requests may wait for their body to come. */
export interface BodyLimits {
  readonly atOnce: number;
  readonly perAddress: number;
}

/** A body comes with its request or a moment later: so many at once are a crowd that drips, or one that is far away. */
export const bodyLimits: BodyLimits = { atOnce: 1_000, perAddress: 200 };

/**
 * Counts the bodies that are on their way, apart from the requests that are worked on: who sends slowly takes nobody's room but
 * that of others who do, and one address not all of it (attack A10).
 */
export class BodiesUnderWay {
  private readonly limits: BodyLimits;
  private readonly byAddress = new Map<string, number>();
  private all = 0;

  constructor(limits: BodyLimits = bodyLimits) {
    this.limits = limits;
  }

  /**
   * A body is expected from an address.
   *
   * @returns what is to be called when it is here, or is waited for no more; only the first call counts
   * @throws OVERLOADED when too many are expected already
   */
  expect(address: string): () => void {
    const ofAddress = this.byAddress.get(address) ?? 0;
    if (this.all >= this.limits.atOnce || ofAddress >= this.limits.perAddress) throw overloaded();
    this.count(address, 1);
    let isExpected = true;
    return () => {
      if (!isExpected) return;
      isExpected = false;
      this.count(address, -1);
    };
  }

  private count(address: string, change: 1 | -1): void {
    this.all += change;
    const left = (this.byAddress.get(address) ?? 0) + change;
    if (left === 0) this.byAddress.delete(address);
    else this.byAddress.set(address, left);
  }
}
