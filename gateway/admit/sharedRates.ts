import { createHmac, type KeyObject } from 'node:crypto';
import type { Log } from '#kit/log.ts';
import { MemoryRateStore, type Rate, type RateStore } from './rateLimit.ts';

/** After a failure the shared store is left alone for so long, so that nobody waits for it request by request. */
const pauseMs = 1_000;

/** Takes from what a key may still take, in a store that other machines use too. @returns as `RateStore` */
export type SharedTake = (key: string, amount: number, rate: Rate) => Promise<number>;

/**
 * Keeps rates where all machines of the gateway count together. When that place does not answer, this process goes on by
 * its own counts, says so once, and says once when they are shared again: a rate is worth no outage.
 *
 * What is stored names nobody: a key is an HMAC, so that neither an address nor a citizen's id can be read from the store.
 */
export class SharedRateStore implements RateStore {
  private readonly shared: SharedTake;
  private readonly nameOf: (key: string) => string;
  private readonly own: RateStore;
  private readonly log: Log;
  private readonly now: () => number;
  private isAway = false;
  private tryAgainAt = 0;

  constructor(
    shared: SharedTake,
    secret: Buffer,
    log: Log,
    own: RateStore = new MemoryRateStore(),
    now: () => number = () => performance.now(),
  ) {
    this.shared = shared;
    this.nameOf = (key) => `mpp:rate:${createHmac('sha256', secret).update(key).digest('base64url').slice(0, 22)}`;
    this.log = log;
    this.own = own;
    this.now = now;
  }

  async take(key: string, amount: number, rate: Rate): Promise<number> {
    if (this.now() < this.tryAgainAt) return this.own.take(key, amount, rate);
    try {
      const waitMs = await this.shared(this.nameOf(key), amount, rate);
      this.isBack();
      return waitMs;
    } catch (error) {
      this.isGone(error);
      return this.own.take(key, amount, rate);
    }
  }

  private isBack(): void {
    if (!this.isAway) return;
    this.isAway = false;
    this.log.info({}, 'Rates are counted together again');
  }

  private isGone(error: unknown): void {
    this.tryAgainAt = this.now() + pauseMs;
    if (this.isAway) return;
    this.isAway = true;
    const { code, name } = error as { code?: unknown; name?: unknown };
    // The words of the client may hold the address of the store, and with it a password.
    this.log.warn({ code, name }, 'Rates cannot be counted together: this process goes by its own counts');
  }
}

/** What keys of rates are hidden with: the same at all machines that sign as one gateway, and of no use for signing. */
export function secretOfRates(signingKey: KeyObject): Buffer {
  const key = signingKey.export({ type: 'pkcs8', format: 'der' });
  return createHmac('sha256', key).update('names of callers in a shared store of rates').digest();
}
