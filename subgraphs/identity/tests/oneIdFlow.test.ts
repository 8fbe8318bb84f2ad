import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as relyingParty from 'openid-client';
import { Browser } from './browser.ts';
import {
  askToSignIn,
  castMember,
  OneIdUnderTest,
  passThePages,
  portal,
  portalCallback,
  signedIn,
} from './oneIdUnderTest.ts';

const sari = castMember('food-seller');
let oneId: OneIdUnderTest;

beforeAll(async () => {
  oneId = await OneIdUnderTest.start();
});
afterAll(() => oneId.stop());

describe('signing in with One ID', () => {
  it('gives the portal an access token with the citizen’s opaque id and nothing else about them', async () => {
    const { tokens } = await signedIn(oneId, sari);
    expect(decodeProtectedHeader(tokens.access_token)).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: 'development' });
    const claims = decodeJwt(tokens.access_token);
    expect(claims).toMatchObject({
      iss: oneId.settings.issuer,
      aud: 'mpp-digital',
      sub: sari.id,
      role: 'citizen',
      scope: 'identity:nik tax:returns',
      client_id: 'portal',
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(30);
    expect(JSON.stringify(claims)).not.toContain(sari.nik);
  });

  it('gives an ID token that says who and when, and no more', async () => {
    const { tokens } = await signedIn(oneId, sari);
    expect(Object.keys(tokens.claims() ?? {}).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'nonce', 'sub']);
    expect(tokens.claims()?.sub).toBe(sari.id);
  });

  it('asks neither for the PIN nor for consent a second time in the same session', async () => {
    const { config, browser } = await signedIn(oneId, sari);
    const again = await askToSignIn(config);
    expect((await browser.open(again.url.href)).url).toMatch(/^http:\/\/localhost:4000\/sign-in\/callback\?code=/);
  });

  it('tells the portal when the citizen refuses', async () => {
    const browser = new Browser(oneId.origin);
    const { url } = await askToSignIn(await portal(oneId));
    const left = await browser.submit(await browser.open(url.href), { action: 'cancel' });
    expect(new URL(left.url).searchParams.get('error')).toBe('access_denied');
  });

  it('keeps the NIK out of every address', async () => {
    const { browser } = await signedIn(oneId, sari);
    expect(browser.visited.filter((url) => url.includes(sari.nik))).toEqual([]);
  });

  it('says who it is (RFC 9207), so that answers of two providers cannot be mixed up', async () => {
    const { callback } = await signedIn(oneId, sari);
    expect(callback.searchParams.get('iss')).toBe(oneId.settings.issuer);
  });
});

describe('a request to sign in', () => {
  it.each([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['with plain PKCE', { code_challenge_method: 'plain' }],
  ])('%s is refused', async (_how, change) => {
    const { url } = await askToSignIn(await portal(oneId), change);
    for (const [name, value] of Object.entries(change)) if (value === '') url.searchParams.delete(name);
    const { url: left } = await new Browser(oneId.origin).open(url.href);
    expect(new URL(left).searchParams.get('error')).toBe('invalid_request');
    expect(new URL(left).searchParams.get('code')).toBeNull();
  });

  it.each([
    ['a wildcard', 'http://localhost:4000/*'],
    ['a path beneath', `${portalCallback}/further`],
    ['a path that climbs', 'http://localhost:4000/sign-in/callback/../../evil'],
    ['an encoded path that climbs', 'http://localhost:4000/sign-in/callback/%2e%2e/evil'],
    ['user information', 'http://localhost:4000@evil.example/sign-in/callback'],
    ['user information before the right host', 'http://evil@localhost:4000/sign-in/callback'],
    ['a fragment', `${portalCallback}#evil`],
    ['a query', `${portalCallback}?next=evil`],
    ['another port', 'http://localhost:4001/sign-in/callback'],
    ['another scheme', 'https://localhost:4000/sign-in/callback'],
    ['capitals', 'http://localhost:4000/sign-in/Callback'],
    ['another host', 'https://evil.example/sign-in/callback'],
    ['a subdomain', 'http://localhost.evil.example:4000/sign-in/callback'],
    ['a script', 'javascript:alert(1)'],
  ])('leads nowhere with %s in the redirect_uri', async (_what, redirect_uri) => {
    const { url } = await askToSignIn(await portal(oneId), { redirect_uri });
    const shown = await new Browser(oneId.origin).open(url.href, { accept: 'text/html' });
    expect(shown.status).toBe(400);
    expect(shown.text).toContain('invalid_redirect_uri');
    expect(shown.text).not.toContain('evil');
  });

  it.each([
    ['another resource', { resource: 'urn:other' }, 'invalid_target'],
    ['the implicit flow', { response_type: 'token' }, 'unsupported_response_type'],
  ])('for %s is refused', async (_what, change, error) => {
    const { url } = await askToSignIn(await portal(oneId), change);
    const { url: left } = await new Browser(oneId.origin).open(url.href);
    expect(left).toContain(`error=${error}`);
  });
});

describe('a scope that is not for citizens', () => {
  it('is left out of a citizen’s token when it is an officer’s', async () => {
    const config = await portal(oneId);
    const asked = await askToSignIn(config, { scope: 'openid tax:npwp identity:read' });
    const callback = new URL((await passThePages(new Browser(oneId.origin), asked.url, sari)).url);
    const tokens = await relyingParty.authorizationCodeGrant(config, callback, asked.checks);
    expect(decodeJwt(tokens.access_token)['scope']).toBe('tax:npwp');
  });

  it('is in no token of theirs when it is one of people at work', async () => {
    const { tokens } = await signedIn(oneId, sari, { scope: 'openid tax:clearance identity:read queue:manage' });
    expect(decodeJwt(tokens.access_token)).toMatchObject({ role: 'citizen', sub: sari.id });
    expect(decodeJwt(tokens.access_token)['scope']).toBeUndefined();
  });
});

describe('a code', () => {
  it('is good once: coming second with it takes away what came of it', async () => {
    const { config, callback, asked, tokens } = await signedIn(oneId, sari);
    await expect(relyingParty.authorizationCodeGrant(config, callback, asked.checks)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    await expect(relyingParty.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('is good for no more than one of many who come at the same time', async () => {
    const config = await portal(oneId);
    const asked = await askToSignIn(config);
    const callback = new URL((await passThePages(new Browser(oneId.origin), asked.url, sari)).url);
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => relyingParty.authorizationCodeGrant(config, callback, asked.checks)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
  });

  it('is worth nothing without the verifier that asked for it', async () => {
    const config = await portal(oneId);
    const asked = await askToSignIn(config);
    const callback = new URL((await passThePages(new Browser(oneId.origin), asked.url, sari)).url);
    const stolen = { ...asked.checks, pkceCodeVerifier: relyingParty.randomPKCECodeVerifier() };
    await expect(relyingParty.authorizationCodeGrant(config, callback, stolen)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });
});

describe('a refresh token', () => {
  it('is exchanged for a new one each time', async () => {
    const { config, tokens } = await signedIn(oneId, sari);
    const next = await relyingParty.refreshTokenGrant(config, tokens.refresh_token ?? '');
    expect(next.refresh_token).not.toBe(tokens.refresh_token);
    expect(decodeJwt(next.access_token)).toMatchObject({ sub: sari.id, aud: 'mpp-digital' });
  });

  it('that is used twice takes the whole family with it', async () => {
    const { config, tokens } = await signedIn(oneId, sari);
    const next = await relyingParty.refreshTokenGrant(config, tokens.refresh_token ?? '');
    await expect(relyingParty.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    await expect(relyingParty.refreshTokenGrant(config, next.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('that is used twice at the same time takes the whole family with it', async () => {
    const { config, tokens } = await signedIn(oneId, sari);
    const twice = await Promise.allSettled(
      [1, 2].map(() => relyingParty.refreshTokenGrant(config, tokens.refresh_token ?? '')),
    );
    const won = twice.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(won.length).toBeLessThanOrEqual(1);
    for (const { refresh_token } of won) {
      await expect(relyingParty.refreshTokenGrant(config, refresh_token ?? '')).rejects.toMatchObject({
        error: 'invalid_grant',
      });
    }
  });

  it('can be given back', async () => {
    const { config, tokens } = await signedIn(oneId, sari);
    await relyingParty.tokenRevocation(config, tokens.refresh_token ?? '');
    await expect(relyingParty.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('gives nothing any more once the digital identity is blocked', async () => {
    const investor = castMember('investor');
    const { config, tokens } = await signedIn(oneId, investor);
    await oneId.models.citizens.updateOne({ _id: investor.id }, { $set: { digitalIdentityStatus: 'BLOCKED' } });
    await expect(relyingParty.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('is stored as a digest only, as are codes and session ids', async () => {
    const { tokens, callback, browser } = await signedIn(oneId, sari);
    const session = /one_id_session=([^;]+)/.exec(browser.setCookies.join('\n'))?.[1] ?? '';
    const stored = JSON.stringify(await oneId.models.oneIdRecords.find({ kind: { $ne: 'Interaction' } }).lean());
    for (const secret of [tokens.refresh_token, callback.searchParams.get('code'), session]) {
      expect(secret).toBeTruthy();
      expect(stored).not.toContain(secret);
    }
  });
});

describe('signing out', () => {
  it('ends the session and every token that it can renew', async () => {
    const { config, browser, tokens } = await signedIn(oneId, sari);
    const url = relyingParty.buildEndSessionUrl(config, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: 'http://localhost:4000/',
    });
    const left = await browser.submit(await browser.open(url.href), { logout: 'yes' });
    expect(left.url).toBe('http://localhost:4000/');
    await expect(relyingParty.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    const again = await askToSignIn(config);
    expect((await browser.open(again.url.href)).text).toContain('name="pin"');
  });

  it('leads back to registered addresses only', async () => {
    const { config, browser, tokens } = await signedIn(oneId, sari);
    const url = relyingParty.buildEndSessionUrl(config, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: 'https://evil.example/',
    });
    expect((await browser.open(url.href)).status).toBe(400);
  });
});
