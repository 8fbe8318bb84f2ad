import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { decodeJwt, importJWK, type JWK, SignJWT } from 'jose';
import * as relyingParty from 'openid-client';
import { castStaff } from '#kit/sandbox/cast.ts';
import { newIssuerKey } from '#kit/sandbox/issuer.ts';
import { tokenVerifier } from '../gateway/admit/authenticate.ts';
import { castAtWork, castMember, OneIdUnderTest, signedIn } from '../subgraphs/identity/tests/oneIdUnderTest.ts';

/** What tokens are worth to whoever should have none any more (attack A27), or has another's secret (A30). */

let oneId: OneIdUnderTest;
let keys: Readonly<Record<'svc-licensing' | 'svc-bank', JWK>>;

beforeAll(async () => {
  keys = {
    'svc-licensing': { ...(await newIssuerKey()), kid: 'licensing-1' },
    'svc-bank': { ...(await newIssuerKey()), kid: 'bank-1' },
  };
  const serviceKeys = Object.fromEntries(
    Object.entries(keys).map(([client, { d: _private, ...publicKey }]) => [client, { keys: [publicKey] }]),
  );
  oneId = await OneIdUnderTest.start({ serviceKeys });
}, 60_000);
afterEach(() => {
  jest.useRealTimers();
});
afterAll(() => oneId.stop());

/** The gateway's check, with the keys that One ID publishes now. */
function gateway() {
  const { issuer } = oneId.settings;
  return tokenVerifier({ issuer, audience: 'mpp-digital', keys: { discoverAt: issuer } });
}

describe('a token of somebody who is blocked after it was given', () => {
  const block = {
    citizen: (id: string) =>
      oneId.models.citizens.updateOne({ _id: id }, { $set: { digitalIdentityStatus: 'BLOCKED' } }),
    officer: (id: string) => oneId.models.staff.updateOne({ _id: id }, { $set: { status: 'BLOCKED' } }),
  };

  it.each([
    ['citizen', castMember('widow').id, castMember('widow'), {}],
    ['officer', castStaff['officer-tax'].id, castAtWork('officer-tax'), { scope: 'openid tax:read' }],
  ] as const)(
    'says what it said, of a %s, is never renewed, and is dead within a minute',
    async (kind, id, person, change) => {
      const { tokens, config } = await signedIn(oneId, person, change);
      const verify = gateway();
      const authorization = `Bearer ${tokens.access_token}`;
      const before = await verify(authorization);
      await block[kind](id);

      expect(await verify(authorization)).toEqual(before);
      expect(before).toMatchObject({ kind, id });
      await expect(relyingParty.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
        error: 'invalid_grant',
      });
      const { iat = 0, exp = 0 } = decodeJwt(tokens.access_token);
      expect(exp - iat).toBe(30);
      // Beyond its end by more than clocks may differ. Only the clock is moved: timers and sockets stay as they are.
      jest.useFakeTimers({ now: (exp + 31) * 1_000, doNotFake: everythingButTheDate });
      await expect(verify(authorization)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    },
    60_000,
  );
});

const everythingButTheDate = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const satisfies readonly string[] as unknown as ('setTimeout' | 'clearTimeout')[];

describe('the secret of one agency’s service account', () => {
  /** Asks for a token with a proof that is made of these parts. */
  async function ask(client: string, proof: { saysIt: string; key: JWK; kid?: string }): Promise<Response> {
    const assertion = await new SignJWT({
      iss: proof.saysIt,
      sub: proof.saysIt,
      aud: oneId.settings.issuer,
      jti: randomUUID(),
      exp: Math.floor(Date.now() / 1_000) + 60,
    })
      .setProtectedHeader({ alg: 'ES256', kid: proof.kid ?? proof.key.kid ?? '' })
      .sign((await importJWK(proof.key, 'ES256')) as CryptoKey);
    return fetch(`${oneId.settings.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: client,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
        scope: 'tax:payments',
      }),
    });
  }

  it('opens the account that it belongs to', async () => {
    expect((await ask('svc-bank', { saysIt: 'svc-bank', key: keys['svc-bank'] })).status).toBe(200);
  });

  it.each([
    ['signs for the other account', 'svc-bank', 'svc-bank', undefined],
    ['signs for the other account and names its key', 'svc-bank', 'svc-bank', 'bank-1'],
    ['signs for itself where the other one asks', 'svc-bank', 'svc-licensing', undefined],
    ['signs for the other one where itself asks', 'svc-licensing', 'svc-bank', undefined],
  ])('is refused to another: %s', async (_how, client, saysIt, kid) => {
    const response = await ask(client, { saysIt, key: keys['svc-licensing'], ...(kid ? { kid } : {}) });
    // A proof that contradicts the request is a bad request; one that proves nothing is nobody's.
    expect([400, 401]).toContain(response.status);
    expect(await response.json()).not.toHaveProperty('access_token');
  });

  it('gets a token for its own agency, with its own rights and no longer than five minutes', async () => {
    const response = await ask('svc-bank', { saysIt: 'svc-bank', key: keys['svc-bank'] });
    const { access_token } = (await response.json()) as { access_token: string };
    const { iat = 0, exp = 0 } = decodeJwt(access_token);
    expect(exp - iat).toBe(300);
    const who = await gateway()(`Bearer ${access_token}`);
    expect(who).toEqual({ kind: 'service', id: 'svc-bank', agency: 'bank', scopes: ['tax:payments'] });
  });
});
