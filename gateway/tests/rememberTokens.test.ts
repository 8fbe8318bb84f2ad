import { beforeEach, describe, expect, it } from '@jest/globals';
import { unauthenticated } from '#kit/errors.ts';
import { rememberTokens } from '../admit/rememberTokens.ts';

let looks: number;
let now: number;
beforeEach(() => {
  looks = 0;
  now = 1_000_000_000;
});

const tokenUntil = (ms: number, name = 'sari') =>
  `Bearer x.${Buffer.from(JSON.stringify({ sub: name, exp: ms / 1000 })).toString('base64url')}.y`;
const remembering = () =>
  rememberTokens(
    async (authorization) => {
      looks += 1;
      if (!authorization || authorization.includes('bad')) throw unauthenticated();
      const { sub } = JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString());
      return { kind: 'citizen', id: sub, scopes: [] };
    },
    () => now,
  );

describe('a verified token', () => {
  it('is looked at once in half a minute', async () => {
    const verify = remembering();
    const token = tokenUntil(now + 3_600_000);
    for (const later of [0, 10_000, 29_000]) {
      now = 1_000_000_000 + later;
      expect(await verify(token)).toMatchObject({ id: 'sari' });
    }
    expect(looks).toBe(1);
    now += 2_000;
    await verify(token);
    expect(looks).toBe(2);
  });

  it('is not remembered beyond its end', async () => {
    const verify = remembering();
    const token = tokenUntil(now + 5_000);
    await verify(token);
    now += 5_001;
    await verify(token);
    expect(looks).toBe(2);
  });

  it('says nothing of another one', async () => {
    const verify = remembering();
    expect(await verify(tokenUntil(now + 9_000, 'sari'))).toMatchObject({ id: 'sari' });
    expect(await verify(tokenUntil(now + 9_000, 'budi'))).toMatchObject({ id: 'budi' });
  });
});

describe('a refused token', () => {
  it('is refused each time', async () => {
    const verify = remembering();
    await expect(verify('Bearer bad')).rejects.toThrow();
    await expect(verify('Bearer bad')).rejects.toThrow();
    expect(looks).toBe(2);
  });
});
