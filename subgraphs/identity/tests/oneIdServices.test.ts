import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import * as relyingParty from 'openid-client';
import { newIssuerKey } from '#kit/sandbox/issuer.ts';
import { castMember, OneIdUnderTest, signedIn } from './oneIdUnderTest.ts';

const graph = 'urn:mpp-digital:graph';
let oneId: OneIdUnderTest;
let serviceKey: JWK;

beforeAll(async () => {
  serviceKey = { ...(await newIssuerKey()), kid: 'licensing-1' };
  oneId = await OneIdUnderTest.start({ serviceKeys: { 'svc-licensing': { keys: [publicPart(serviceKey)] } } });
});
afterAll(() => oneId.stop());

function publicPart({ d: _private, ...rest }: JWK): JWK {
  return rest;
}

async function service(key: JWK, clientId = 'svc-licensing'): Promise<relyingParty.Configuration> {
  const proof = relyingParty.PrivateKeyJwt({ key: (await importJWK(key, 'ES256')) as CryptoKey, kid: key.kid ?? '' });
  const overHttp = { execute: [relyingParty.allowInsecureRequests] };
  return relyingParty.discovery(new URL(oneId.settings.issuer), clientId, undefined, proof, overHttp);
}

/** Asks for a token with an assertion that is written by hand. */
async function askWith(claims: object, key: JWK = serviceKey, headers: object = {}): Promise<Response> {
  const assertion = await new SignJWT({
    iss: 'svc-licensing',
    sub: 'svc-licensing',
    aud: oneId.settings.issuer,
    jti: randomUUID(),
    exp: Math.floor(Date.now() / 1_000) + 60,
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid ?? '', ...headers })
    .sign((await importJWK(key, 'ES256')) as CryptoKey);
  return post({ client_assertion: assertion });
}

function post(fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`${oneId.settings.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'svc-licensing',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      scope: 'tax:clearance',
      ...fields,
    }),
  });
}

describe('an agency’s service account', () => {
  it('gets a token in the agency’s name by a proof with its own key', async () => {
    const granted = await relyingParty.clientCredentialsGrant(await service(serviceKey), {
      scope: 'tax:clearance identity:verify',
      resource: graph,
    });
    expect(decodeJwt(granted.access_token)).toMatchObject({
      sub: 'svc-licensing',
      role: 'service',
      agency: 'business-licensing',
      scope: 'tax:clearance identity:verify',
      aud: 'mpp-digital',
    });
    expect(granted.refresh_token).toBeUndefined();
  });

  it('gets no scope that was not agreed on', async () => {
    const config = await service(serviceKey);
    for (const others of ['identity:read', 'identity:nik', 'queue:manage']) {
      const asked = relyingParty.clientCredentialsGrant(config, { scope: `tax:clearance ${others}` });
      await expect(asked).rejects.toMatchObject({ error: 'invalid_scope' });
    }
  });

  it('is refused with another agency’s key', async () => {
    const stranger = { ...(await newIssuerKey()), kid: 'licensing-1' };
    await expect(relyingParty.clientCredentialsGrant(await service(stranger), {})).rejects.toMatchObject({
      error: 'invalid_client',
    });
  });

  it.each([
    ['that has expired', { exp: Math.floor(Date.now() / 1_000) - 120 }],
    ['without an end', { exp: undefined }],
    ['for another audience', { aud: 'https://other.example' }],
    ['that another client made', { iss: 'portal' }],
    ['without a number of its own', { jti: undefined }],
  ])('is refused with a proof %s', async (_what, claims) => {
    expect((await askWith(claims)).status).toBe(401);
  });

  it('is refused when a proof is used a second time, also at the same time', async () => {
    const claims = { jti: randomUUID() };
    const statuses = await Promise.all([1, 2, 3].map(async () => (await askWith(claims)).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect((await askWith(claims)).status).toBe(401);
  });

  it('is refused without any proof', async () => {
    for (const client_assertion of ['', 'a.b.c']) expect((await post({ client_assertion })).ok).toBe(false);
  });

  it('cannot sign a citizen in', async () => {
    const url = `${oneId.settings.issuer}/authorize?client_id=svc-licensing&response_type=code&scope=openid`;
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(400);
  });
});

describe('a page in a browser', () => {
  it('cannot ask for a token of its own', async () => {
    const response = await fetch(`${oneId.settings.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'portal' }),
    });
    expect(await response.json()).toMatchObject({ error: 'invalid_request' });
  });
});

describe('discovery', () => {
  it('tells what One ID can do, and nothing that it refuses', async () => {
    const found = await fetch(`${oneId.settings.issuer}/.well-known/openid-configuration`);
    expect(await found.json()).toMatchObject({
      issuer: oneId.settings.issuer,
      jwks_uri: `${oneId.settings.issuer}/jwks`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none', 'private_key_jwt'],
      id_token_signing_alg_values_supported: ['ES256'],
      authorization_response_iss_parameter_supported: true,
    });
  });

  it('makes its addresses of the issuer’s name, whatever the client calls the server', async () => {
    const found = await fetch(`${oneId.settings.issuer}/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' },
    });
    const text = await found.text();
    expect(text).not.toContain('evil');
    expect(JSON.parse(text)).toMatchObject({ token_endpoint: `${oneId.settings.issuer}/token` });
  });

  it('shows the public halves of the keys only', async () => {
    const { keys } = (await (await fetch(`${oneId.settings.issuer}/jwks`)).json()) as { keys: JWK[] };
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toHaveProperty('d');
  });
});

describe('a new signing key', () => {
  it('is published before it signs, and the old one until its last token has ended', async () => {
    const [old, next] = [oneId.settings.signingKeys[0] as JWK, { ...(await newIssuerKey()), kid: 'next' }];
    const sari = castMember('food-seller');
    const published = async () => (await (await fetch(`${oneId.settings.issuer}/jwks`)).json()) as { keys: JWK[] };

    await oneId.restart({ signingKeys: [old, next] });
    const before = (await signedIn(oneId, sari)).tokens.access_token;
    expect(decodeProtectedHeader(before).kid).toBe('development');
    expect((await published()).keys.map(({ kid }) => kid)).toEqual(['development', 'next']);

    await oneId.restart({ signingKeys: [next, old] });
    const { tokens, config } = await signedIn(oneId, sari);
    expect(decodeProtectedHeader(tokens.access_token).kid).toBe('next');
    const keys = createLocalJWKSet(await published());
    await expect(jwtVerify(before, keys)).resolves.toBeDefined();
    await expect(jwtVerify(tokens.access_token, keys)).resolves.toBeDefined();

    await oneId.restart({ signingKeys: [next] });
    await expect(jwtVerify(before, createLocalJWKSet(await published()))).rejects.toThrow();
    await expect(relyingParty.refreshTokenGrant(config, tokens.refresh_token ?? '')).resolves.toBeDefined();
  });
});
