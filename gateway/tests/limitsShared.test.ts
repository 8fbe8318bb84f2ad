import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLog } from '#kit/log.ts';
import { fixSetting } from '#kit/setting.ts';
import { CallerRates } from '../admit/callerRates.ts';
import { type OpenRates, openRates } from '../admit/redisRates.ts';
import { SharedRateStore, type SharedTake, secretOfRates } from '../admit/sharedRates.ts';
import { hasRedisServer, startRedisServer, type TestRedisServer } from './support/redisServer.ts';

const { privateKey: signingKey } = generateKeyPairSync('ed25519');
const secret = secretOfRates(signingKey);
const minute = { limit: 60, perMs: 60_000 };
const citizen = { kind: 'citizen', id: 'ctz-sari-contoh', scopes: [] } as const;

/** A log whose lines a test reads. */
function readLog() {
  fixSetting('LOG_LEVEL', 'info');
  const lines: string[] = [];
  const log = createLog('gateway', (line) => lines.push(line));
  fixSetting('LOG_LEVEL', 'silent');
  return { log, lines };
}

describe('rates that machines share', () => {
  it('are kept under names from which nobody can be told', async () => {
    const keys: string[] = [];
    const shared: SharedTake = async (key) => keys.push(key) * 0;
    const rates = new CallerRates(new SharedRateStore(shared, secret, readLog().log), {
      callerPerMinute: 9,
      addressPerMinute: 9,
    });
    await rates.countRequest(citizen, '192.0.2.1');
    await rates.countRequest({ kind: 'anonymous' }, '192.0.2.1');
    await rates.countLookups(
      'officer 3510012508909001',
      [
        {
          coordinate: 'Query.citizen',
          times: 1,
          perHour: 9,
          perObject: { perHour: 3, objects: [() => '3510012508909001'] },
        },
      ],
      {},
    );
    expect(keys).toHaveLength(4);
    for (const key of keys) expect(key).toMatch(/^mpp:rate:[\w-]{22}$/);
    await rates.countRequest(citizen, '192.0.2.9');
    expect(keys[4]).toBe(keys[0]);
  });

  it('are named alike by all machines that sign with one key, and otherwise by others', () => {
    expect(secretOfRates(signingKey)).toEqual(secret);
    expect(secretOfRates(generateKeyPairSync('ed25519').privateKey)).not.toEqual(secret);
  });

  it('go by the counts of the process while their store is away, with one warning, and come back', async () => {
    const { log, lines } = readLog();
    let [isAway, asked, now] = [true, 0, 0];
    const shared: SharedTake = async () => {
      asked += 1;
      if (isAway) throw Object.assign(new Error('redis://:secret@store'), { code: 'ECONNREFUSED' });
      return 0;
    };
    const store = new SharedRateStore(shared, secret, log, undefined, () => now);
    const waits = await Promise.all(Array.from({ length: 100 }, () => store.take('a', 1, minute)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(60);
    const before = asked;
    await store.take('a', 1, minute);
    expect(asked).toBe(before);
    now = 1_000;
    await store.take('a', 1, minute);
    expect(asked).toBe(before + 1);
    [isAway, now] = [false, 2_000];
    expect(await store.take('a', 1, minute)).toBe(0);
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
      'Rates cannot be counted together: this process goes by its own counts',
      'Rates are counted together again',
    ]);
    expect(lines.join()).not.toContain('secret');
  });

  it('stop nobody where no store answers from the start', async () => {
    const { log, lines } = readLog();
    const store = await openRates({ redisUrl: 'redis://127.0.0.1:9', signingKey }, log);
    expect(await store.take('a', 60, minute)).toBe(0);
    expect(await store.take('a', 1, minute)).toBeGreaterThan(0);
    expect(lines).toHaveLength(1);
    await store.stop();
  });
});

/** The tests that need a server say so where there is none. */
const withServer = hasRedisServer ? describe : describe.skip;

withServer('rates in a Redis server (apt-get install redis-server)', () => {
  let redis: TestRedisServer;
  let here: OpenRates;
  let there: OpenRates;
  const { log, lines } = readLog();
  beforeAll(async () => {
    redis = await startRedisServer();
    const open = () => openRates({ redisUrl: redis.url, signingKey }, log);
    [here, there] = await Promise.all([open(), open()]);
  });
  afterAll(async () => {
    await here.stop();
    await there.stop();
    await redis.kill();
  });

  it('give two machines together what they are for, however many ask at the same time', async () => {
    const takers = Array.from({ length: 100 }, (_, n) => (n % 2 === 0 ? here : there));
    const waits = await Promise.all(takers.map((store) => store.take('a', 1, { limit: 60, perMs: 3_600_000 })));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(60);
    for (const wait of waits) expect(wait).toBeLessThanOrEqual(60_000);
    expect(await there.take('b', 1, minute)).toBe(0);
  });

  it('take nothing from who is refused, and give back evenly what was taken', async () => {
    const fast = { limit: 10, perMs: 5_000 };
    expect(await here.take('c', 9, fast)).toBe(0);
    expect(await there.take('c', 9, fast)).toBeGreaterThan(3_000);
    expect(await there.take('c', 1, fast)).toBe(0);
    const waitMs = await here.take('c', 2, fast);
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(1_000);
    await new Promise((resolve) => setTimeout(resolve, waitMs + 20));
    expect(await here.take('c', 2, fast)).toBe(0);
  });

  it('are forgotten by the server when all is given back', async () => {
    const { Redis } = await import('ioredis');
    const client = new Redis(redis.url);
    const endless = [];
    for (const key of await client.keys('*')) if ((await client.pttl(key)) === -1) endless.push(key);
    expect(await client.exists(...(await client.keys('mpp:rate:*')))).toBeGreaterThan(0);
    expect(endless).toEqual([]);
    client.disconnect();
  });

  it('outlive the server: callers are counted here meanwhile, and together when it is back', async () => {
    await redis.kill();
    expect(await here.take('d', 60, minute)).toBe(0);
    expect(await here.take('d', 1, minute)).toBeGreaterThan(0);
    await redis.start();
    const isShared = async () => {
      const key = `e ${Math.random()}`;
      await here.take(key, 60, minute);
      return (await there.take(key, 1, minute)) > 0;
    };
    const deadline = Date.now() + 20_000;
    while (!(await isShared()) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await isShared()).toBe(true);
    expect(lines.filter((line) => line.includes('cannot be counted'))).not.toHaveLength(0);
  });
});
