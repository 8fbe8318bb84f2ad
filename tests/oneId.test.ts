import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, importJWK, type JWK } from 'jose';
import * as relyingParty from 'openid-client';
import { developmentIssuer, newIssuerKey } from '#kit/sandbox/issuer.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { tokenVerifier } from '../gateway/admit/authenticate.ts';
import { castAtWork, castMember, OneIdUnderTest, signedIn } from '../subgraphs/identity/tests/oneIdUnderTest.ts';

const serviceAccount = 'svc-licensing';
let oneId: OneIdUnderTest;
let serviceKey: JWK;

beforeAll(async () => {
  serviceKey = { ...(await newIssuerKey()), kid: 'service' };
  const { d: _private, ...publicKey } = serviceKey;
  oneId = await OneIdUnderTest.start({ serviceKeys: { [serviceAccount]: { keys: [publicKey] } } });
});
afterAll(() => oneId.stop());

/** The gateway's check of tokens, with the keys that One ID publishes. */
function gateway() {
  const { issuer } = oneId.settings;
  return tokenVerifier({ issuer, audience: 'mpp-digital', keys: { discoverAt: issuer } });
}

describe('the gateway', () => {
  it('knows a citizen by a token of One ID as by one of `npm run token`', async () => {
    const { tokens } = await signedIn(oneId, castMember('food-seller'));
    const { scopes: _fewer, ...citizen } = principalOf('food-seller') as { kind: string; id: string; scopes: string[] };
    expect(await gateway()(`Bearer ${tokens.access_token}`)).toEqual({
      ...citizen,
      scopes: ['identity:nik', 'tax:returns'],
    });
  });

  it.each([
    'officer-identity',
    'officer-licensing',
    'officer-civil',
    'officer-tax',
    'officer-elsewhere',
    'approver-tax',
    'mall-clerk',
    'analyst',
  ] as const)(
    'knows %s by a token of One ID with agency, region and rights, as by one of `npm run token`',
    async (slug) => {
      const principal = principalOf(slug) as { scopes: readonly string[] };
      const { tokens } = await signedIn(oneId, castAtWork(slug), { scope: `openid ${principal.scopes.join(' ')}` });
      expect(await gateway()(`Bearer ${tokens.access_token}`)).toEqual(principal);
    },
  );

  it('knows an agency’s service account', async () => {
    const key = (await importJWK(serviceKey, 'ES256')) as CryptoKey;
    const config = await relyingParty.discovery(
      new URL(oneId.settings.issuer),
      serviceAccount,
      undefined,
      relyingParty.PrivateKeyJwt({ key, kid: 'service' }),
      { execute: [relyingParty.allowInsecureRequests] },
    );
    const granted = await relyingParty.clientCredentialsGrant(config, { scope: 'tax:clearance identity:verify' });
    expect(await gateway()(`Bearer ${granted.access_token}`)).toEqual(principalOf('service-licensing'));
  });

  it('takes the sandbox’s own tokens beside it: both are signed by the same key in the same name', async () => {
    const issuer = await developmentIssuer(oneId.settings.signingKeys[0] as JWK, oneId.settings.issuer);
    const token = await issuer.tokenFor(principalOf('officer-tax') as never);
    expect(await gateway()(`Bearer ${token}`)).toEqual(principalOf('officer-tax'));
  });

  it('takes no ID token for an access token', async () => {
    const { tokens } = await signedIn(oneId, castMember('food-seller'));
    await expect(gateway()(`Bearer ${tokens.id_token}`)).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });

  it('takes a new key as soon as it signs, and refuses the old one when it is gone', async () => {
    const [old, next] = [oneId.settings.signingKeys[0] as JWK, { ...(await newIssuerKey()), kid: 'next' }];
    await oneId.restart({ signingKeys: [next, old] });
    const { tokens } = await signedIn(oneId, castMember('food-seller'));
    await expect(gateway()(`Bearer ${tokens.access_token}`)).resolves.toMatchObject({ kind: 'citizen' });
    const before = await (await developmentIssuer(old, oneId.settings.issuer)).tokenFor(principalOf('nurse') as never);
    await expect(gateway()(`Bearer ${before}`)).resolves.toMatchObject({ kind: 'citizen' });

    await oneId.restart({ signingKeys: [next] });
    await expect(gateway()(`Bearer ${before}`)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  });

  it('refuses everybody while the issuer that it is told of is another one', async () => {
    const { tokens } = await signedIn(oneId, castMember('food-seller'));
    const { issuer } = oneId.settings;
    const other = issuer.replace('localhost', '127.0.0.1');
    const misled = tokenVerifier({ issuer: other, audience: 'mpp-digital', keys: { discoverAt: other } });
    expect(decodeJwt(tokens.access_token).iss).toBe(issuer);
    await expect(misled(`Bearer ${tokens.access_token}`)).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });
});
