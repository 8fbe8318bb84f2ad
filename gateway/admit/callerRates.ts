import { createHmac, randomBytes } from 'node:crypto';
import { anonymous, type Principal } from '#kit/principal.ts';
import type { Node } from '../call/node.ts';
import { clientOf } from './clients.ts';
import type { RateLimits } from './limits.ts';
import type { Lookup } from './queryCost.ts';
import type { Rate, RateStore } from './rateLimit.ts';
import { tooOften } from './refuse.ts';

const minuteMs = 60_000;
const hourMs = 3_600_000;

/** Who a rate is counted for: somebody who is signed in, by an opaque id, or an address. */
export function callerOf(principal: Principal, address: string): string {
  return principal.kind === 'anonymous' ? `address ${address}` : `${principal.kind} ${principal.id}`;
}

/** Holds callers to how often they may ask, and how often they may look something up. */
export class CallerRates {
  private readonly store: RateStore;
  private readonly limits: RateLimits;

  private readonly secret: Buffer;

  /** @param secret by which objects are named in keys; the same one for all who count in one store */
  constructor(store: RateStore, limits: RateLimits, secret: Buffer = randomBytes(32)) {
    this.store = store;
    this.limits = limits;
    this.secret = secret;
  }

  /** Counts one request of whoever asks, and of the client application by which they ask. @throws RATE_LIMIT */
  async countRequest(principal: Principal, address: string): Promise<void> {
    const { callerPerMinute, addressPerMinute, clientPerMinute } = this.limits;
    const limit = principal.kind === 'anonymous' ? addressPerMinute : callerPerMinute;
    await this.take(callerOf(principal, address), 1, { limit, perMs: minuteMs }, 'requests');
    const client = clientPerMinute === undefined ? undefined : clientOf(principal);
    if (client === undefined || clientPerMinute === undefined) return;
    await this.take(`client ${client}`, 1, { limit: clientPerMinute, perMs: minuteMs }, 'requests of one client');
  }

  /** Waits for who asks; a token that is not good counts against the address it came from. @throws RATE_LIMIT */
  async countedOnFailure(address: string, principal: Promise<Principal>): Promise<Principal> {
    try {
      return await principal;
    } catch (refusal) {
      await this.countRequest(anonymous, address);
      throw refusal;
    }
  }

  /**
   * Counts what an operation looks up, alias by alias: fifteen look-ups in one request are fifteen. Where the graph says so,
   * the same person or number is counted once more by itself, under a name that nobody else can make or read.
   *
   * @throws RATE_LIMIT, before the agency is asked
   */
  async countLookups(caller: string, lookups: readonly Lookup[], variables: Node): Promise<void> {
    for (const { coordinate, times, perHour, perObject } of lookups) {
      await this.take(`${caller} ${coordinate}`, times, { limit: perHour, perMs: hourMs }, coordinate);
      if (perObject) await this.countObjects(`${caller} ${coordinate}`, perObject, variables, coordinate);
    }
  }

  private async countObjects(
    key: string,
    { perHour, objects }: NonNullable<Lookup['perObject']>,
    variables: Node,
    coordinate: string,
  ): Promise<void> {
    const times = new Map<string, number>();
    for (const object of objects) {
      const named = object(variables);
      if (named !== null) times.set(named, (times.get(named) ?? 0) + 1);
    }
    for (const [named, amount] of times) {
      const name = createHmac('sha256', this.secret).update(named).digest('base64url');
      await this.take(`${key} ${name}`, amount, { limit: perHour, perMs: hourMs }, `${coordinate} for the same one`);
    }
  }

  private async take(key: string, amount: number, rate: Rate, what: string): Promise<void> {
    const waitMs = await this.store.take(key, amount, rate);
    if (waitMs > 0) throw tooOften(what, rate.limit, waitMs);
  }
}
