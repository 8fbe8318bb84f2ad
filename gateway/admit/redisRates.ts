import type { KeyObject } from 'node:crypto';
import type { Log } from '#kit/log.ts';
import { MemoryRateStore, type RateStore } from './rateLimit.ts';
import { SharedRateStore, secretOfRates } from './sharedRates.ts';

/** Nobody waits longer than this to be counted. */
const answerWithinMs = 150;
/** How long the start waits for the first connection; the gateway starts without one too. */
const connectWithinMs = 1_000;
const longestPauseMs = 2_000;

/**
 * The rule of `MemoryRateStore` as one step of Redis, by the clock of Redis: a key is the time at which all that it took is
 * given back, and is forgotten then. Nothing is taken from who is refused.
 */
const takeScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local amount, limit, per = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local full = math.max(now, tonumber(redis.call('GET', KEYS[1]) or now)) + amount * per / limit
if full - now > per then return math.ceil(math.min(per, full - now - per)) end
redis.call('SET', KEYS[1], string.format('%.3f', full), 'PX', math.max(1, math.ceil(full - now)))
return 0
`;

/** Where rates are counted, until it is stopped. */
export interface OpenRates extends RateStore {
  stop(): Promise<void>;
}

/**
 * Opens the store of rates: Redis where an address is given, so that all machines and workers count together, else the
 * memory of this process. A Redis that is away stops nothing (sharedRates.ts).
 */
export async function openRates(
  { redisUrl, signingKey }: { readonly redisUrl?: string | undefined; readonly signingKey: KeyObject },
  log: Log,
): Promise<OpenRates> {
  if (redisUrl === undefined) return withoutEnd(new MemoryRateStore());
  const { Redis } = await import('ioredis');
  const redis = new Redis(redisUrl, {
    commandTimeout: answerWithinMs,
    connectTimeout: connectWithinMs,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(times * 100, longestPauseMs),
    scripts: { takeRate: { lua: takeScript, numberOfKeys: 1 } },
  });
  await new Promise<void>((resolve) => {
    setTimeout(resolve, connectWithinMs).unref();
    redis.once('ready', resolve);
    // Each request that cannot be counted tells it; the client's own events would tell it again and again.
    redis.on('error', () => resolve());
  });
  const { takeRate } = redis as unknown as { takeRate(...parameters: (string | number)[]): Promise<number> };
  const store = new SharedRateStore(
    (key, amount, { limit, perMs }) => takeRate.call(redis, key, amount, limit, perMs),
    secretOfRates(signingKey),
    log,
  );
  return Object.assign(store, { stop: async () => redis.disconnect() });
}

function withoutEnd(store: RateStore): OpenRates {
  return Object.assign(store, { stop: async () => undefined });
}
