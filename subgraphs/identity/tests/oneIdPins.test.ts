import { describe, expect, it } from '@jest/globals';
import { clientAddress } from '#kit/clientAddress.ts';
import { digitsOf } from '../one-id/digits.ts';
import { digestOfPin, isPin } from '../one-id/pin/digest.ts';
import { startHashPool, TooBusy } from '../one-id/pin/hashPool.ts';

describe('the digest of a PIN', () => {
  it('is another one each time, knows the PIN, and takes scrypt at N = 2^15', async () => {
    const pool = startHashPool(1);
    const [one, other] = await Promise.all([digestOfPin('246810'), digestOfPin('246810')]);
    expect(one).toMatchObject({ cost: 32_768, blockSize: 8, parallelization: 1 });
    expect(one.hash).not.toBe(other.hash);
    expect(await isPin('246810', one, pool.hash)).toBe(true);
    expect(await isPin('246811', one, pool.hash)).toBe(false);
    await pool.stop();
  });

  it('keeps its parameters, so that one that was made more cheaply is still understood', async () => {
    const pool = startHashPool(1);
    const cheap = { cost: 1_024, blockSize: 8, parallelization: 1, salt: 'c2FsdA==' };
    const hash = await pool.hash({ ...cheap, pin: '246810', length: 32 });
    expect(await isPin('246810', { ...cheap, hash }, pool.hash)).toBe(true);
    await pool.stop();
  });

  it('is computed with the same parameters where there is none to compare with, and never fits', async () => {
    const real = await digestOfPin('246810');
    const asked: object[] = [];
    const hash = async (work: { pin: string; salt: string }) => {
      const { pin: _pin, salt: _salt, ...parameters } = work;
      asked.push(parameters);
      return Buffer.alloc(32).toString('base64');
    };
    // Not even for whoever finds a PIN whose hash is that of nobody.
    expect(await isPin('246810', null, hash)).toBe(false);
    await isPin('246810', real, hash);
    expect(asked[0]).toEqual(asked[1]);
  });
});

describe('the threads that hash', () => {
  const work = { pin: '1', salt: 'c2FsdA==', length: 32, cost: 16_384, blockSize: 8, parallelization: 1 };

  it('refuse a PIN at once when as many wait as may', async () => {
    const pool = startHashPool(1, 2);
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => pool.hash(work)));
    expect(outcomes.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 3 }, () => 'fulfilled'),
      ...Array.from({ length: 3 }, () => 'rejected'),
    ]);
    expect(outcomes.at(-1)).toMatchObject({ reason: expect.any(TooBusy) });
    await expect(pool.hash(work)).resolves.toEqual(expect.any(String));
    await pool.stop();
  });

  it('go on after one of them failed', async () => {
    const pool = startHashPool(1, 8);
    const failing = pool.hash({ ...work, cost: 3 });
    const next = pool.hash(work);
    await expect(failing).rejects.toThrow();
    await expect(next).resolves.toEqual(expect.any(String));
    await pool.stop();
  });
});

describe('the address of a request', () => {
  const socketAddress = '10.0.0.1';

  it.each([
    ['without a proxy is that of the connection, whatever the client says', '198.51.100.7', 0, '10.0.0.1'],
    ['behind one proxy is what the proxy added', '6.6.6.6, 198.51.100.7', 1, '198.51.100.7'],
    ['behind two proxies is the last but one', '6.6.6.6, 198.51.100.7, 10.0.0.2', 2, '198.51.100.7'],
    ['behind more proxies than are named is the first', '198.51.100.7', 5, '198.51.100.7'],
  ])('%s', (_what, forwardedFor, proxies, address) => {
    expect(clientAddress({ socketAddress, forwardedFor }, proxies)).toBe(address);
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
  ])('%s counts as %s, since one household has all of a /64', (socket, address) => {
    expect(clientAddress({ socketAddress: socket, forwardedFor: undefined }, 0)).toBe(address);
  });
});

describe('a number that somebody types', () => {
  it.each([
    ['3510 1358 0192 9000', '3510135801929000'],
    ['3510.1358-0192.9000', '3510135801929000'],
    ['３５１０１３５８０１９２９０００', '3510135801929000'],
    [' 246810\u00a0', '246810'],
  ])('%p is read as its digits', (typed, digits) => {
    expect(digitsOf(typed)).toBe(digits);
  });
});
