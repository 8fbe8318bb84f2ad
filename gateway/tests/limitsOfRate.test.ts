import { describe, expect, it } from '@jest/globals';
import type { Principal } from '#kit/principal.ts';
import { developmentIssuer, newIssuerKey } from '#kit/sandbox/issuer.ts';
import { tokenVerifier } from '../admit/authenticate.ts';
import { CallerRates, callerOf } from '../admit/callerRates.ts';
import { clientOf, noteClient } from '../admit/clients.ts';
import { MemoryRateStore } from '../admit/rateLimit.ts';
import type { Node } from '../call/node.ts';

const minute = { limit: 60, perMs: 60_000 };
const officer: Principal = { kind: 'officer', id: 'ofc-1', agency: 'a', region: '35', scopes: [] };
const nobody: Principal = { kind: 'anonymous' };

/** A clock that stands until it is moved. */
function standingClock() {
  let now = 1_000_000;
  return { now: () => now, pass: (ms: number) => (now += ms) };
}

describe('a rate', () => {
  it('gives what it is for, and then says how long to wait', async () => {
    const store = new MemoryRateStore(standingClock().now);
    for (let taken = 0; taken < 60; taken++) expect(await store.take('a', 1, minute)).toBe(0);
    expect(await store.take('a', 1, minute)).toBe(1_000);
    expect(await store.take('b', 1, minute)).toBe(0);
  });

  it('gives back evenly what was taken', async () => {
    const clock = standingClock();
    const store = new MemoryRateStore(clock.now);
    await store.take('a', 60, minute);
    clock.pass(9_999);
    expect(await store.take('a', 10, minute)).toBe(1);
    clock.pass(1);
    expect(await store.take('a', 10, minute)).toBe(0);
    expect(await store.take('a', 1, minute)).toBe(1_000);
  });

  it('takes nothing from who is refused', async () => {
    const store = new MemoryRateStore(standingClock().now);
    await store.take('a', 59, minute);
    expect(await store.take('a', 2, minute)).toBe(1_000);
    expect(await store.take('a', 1, minute)).toBe(0);
  });

  it('never gives more than there is, however long one waits', async () => {
    const clock = standingClock();
    const store = new MemoryRateStore(clock.now);
    clock.pass(10_000_000);
    expect(await store.take('a', 61, minute)).toBeGreaterThan(0);
  });

  it('gives nobody more by asking at the same time', async () => {
    const store = new MemoryRateStore(standingClock().now);
    const waits = await Promise.all(Array.from({ length: 100 }, () => store.take('a', 1, minute)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(60);
  });

  it('is forgotten for who asked least recently, so that memory has an end', async () => {
    const store = new MemoryRateStore(standingClock().now);
    await store.take('first', 60, minute);
    await store.take('second', 60, minute);
    for (let key = 0; key < 99_998; key++) await store.take(`key ${key}`, 1, minute);
    expect(await store.take('second', 1, minute)).toBe(1_000);
    await store.take('one more', 1, minute);
    expect(await store.take('second', 1, minute)).toBe(1_000);
    expect(await store.take('first', 1, minute)).toBe(0);
  });
});

describe('callers', () => {
  const limits = { callerPerMinute: 2, addressPerMinute: 3 };
  const lookup = { coordinate: 'Query.citizen', times: 4, perHour: 10 };

  it('are counted by who they are when they are signed in, and else by their address', async () => {
    const rates = new CallerRates(new MemoryRateStore(standingClock().now), limits);
    for (const address of ['192.0.2.1', '192.0.2.2']) await rates.countRequest(officer, address);
    await expect(rates.countRequest(officer, '192.0.2.3')).rejects.toMatchObject({
      extensions: { code: 'RATE_LIMIT', limit: 2, where: 'requests', retryable: true, retryAfter: 30 },
    });
    for (let times = 0; times < 3; times++) await rates.countRequest(nobody, '192.0.2.1');
    await expect(rates.countRequest(nobody, '192.0.2.1')).rejects.toThrow('too often');
    await rates.countRequest(nobody, '192.0.2.2');
  });

  it('who try tokens that are not good are counted by their address', async () => {
    const rates = new CallerRates(new MemoryRateStore(standingClock().now), limits);
    const bad = () => rates.countedOnFailure('192.0.2.1', Promise.reject(new Error('not good')));
    for (let times = 0; times < 3; times++) await expect(bad()).rejects.toThrow('not good');
    await expect(bad()).rejects.toThrow('too often');
  });

  it('are counted together by the client that they ask by, where their token names one', async () => {
    const store = new MemoryRateStore(standingClock().now);
    const rates = new CallerRates(store, { ...limits, clientPerMinute: 3 });
    const citizen = (id: string, client?: string) => noteClient<Principal>({ kind: 'citizen', id, scopes: [] }, client);
    for (const id of ['ctz-1', 'ctz-2', 'ctz-3']) await rates.countRequest(citizen(id, 'portal'), '192.0.2.1');
    await expect(rates.countRequest(citizen('ctz-4', 'portal'), '192.0.2.1')).rejects.toMatchObject({
      extensions: { code: 'RATE_LIMIT', limit: 3, where: 'requests of one client' },
    });
    await rates.countRequest(citizen('ctz-5', 'counter'), '192.0.2.1');
    await rates.countRequest(citizen('ctz-6'), '192.0.2.1');
    const { issuer, jwks, tokenFor } = await developmentIssuer(await newIssuerKey());
    const verify = tokenVerifier({ issuer, audience: 'mpp-digital', keys: { json: jwks } });
    const token = await tokenFor({ kind: 'citizen', id: 'ctz-1', scopes: [] });
    expect(clientOf(await verify(`Bearer ${token}`))).toBe('sandbox');
  });

  it('may look up so much in an hour, and not more in one request than in several', async () => {
    const rates = new CallerRates(new MemoryRateStore(standingClock().now), limits);
    await rates.countLookups('officer a', [lookup], {});
    await rates.countLookups('officer a', [lookup], {});
    await expect(rates.countLookups('officer a', [lookup], {})).rejects.toMatchObject({
      extensions: { code: 'RATE_LIMIT', limit: 10, where: 'Query.citizen', retryAfter: 720 },
    });
    await rates.countLookups('officer a', [{ ...lookup, coordinate: 'Query.other' }], {});
    await rates.countLookups('officer b', [lookup], {});
  });

  it('may look up the same one less often than others, however it is spelled and by whichever alias', async () => {
    const rates = new CallerRates(new MemoryRateStore(standingClock().now), limits);
    const objects = [({ nik }: Node) => String(nik), () => 'another one'];
    const each = { ...lookup, times: 2, perHour: 100, perObject: { perHour: 3, objects } };
    const ask = (caller: string, nik: string) => rates.countLookups(caller, [each], { nik });
    for (let times = 0; times < 3; times += 1) await ask('officer a', `one ${times}`);
    await expect(ask('officer a', 'one 0')).rejects.toMatchObject({
      extensions: { code: 'RATE_LIMIT', limit: 3, where: 'Query.citizen for the same one', retryAfter: 1_200 },
    });
    await ask('officer b', 'one 0');
    const twice = { ...each, perObject: { perHour: 3, objects: [objects[0], objects[0]].flatMap((one) => one ?? []) } };
    await rates.countLookups('officer c', [twice], { nik: 'one' });
    await expect(rates.countLookups('officer c', [twice], { nik: 'one' })).rejects.toThrow('too often');
  });

  it('are remembered by an opaque id or an address, and by nothing that they look up', async () => {
    const keys: string[] = [];
    const noting = {
      take: async (key: string) => {
        keys.push(key);
        return 0;
      },
    };
    const rates = new CallerRates(noting, limits);
    const perObject = { perHour: 3, objects: [() => '3578019999999001'] };
    await rates.countLookups(callerOf(officer, '192.0.2.1'), [{ ...lookup, perObject }], {});
    await rates.countRequest(nobody, '192.0.2.1');
    expect(keys).toEqual([
      'officer ofc-1 Query.citizen',
      expect.stringMatching(/^officer ofc-1 Query.citizen [\w-]{43}$/),
      'address 192.0.2.1',
    ]);
  });
});
