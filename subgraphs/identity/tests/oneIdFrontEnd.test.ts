import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from './browser.ts';
import { askToSignIn, castMember, OneIdUnderTest, passThePages, portal } from './oneIdUnderTest.ts';

const frontEnd = 'http://localhost:5173';
const redirect = { redirect_uri: `${frontEnd}/sign-in/callback` };

let oneId: OneIdUnderTest;
beforeAll(async () => {
  oneId = await OneIdUnderTest.start({ portalOrigin: frontEnd });
});
afterAll(() => oneId.stop());

/** Exchanges a code for tokens as a page of an origin does. */
async function exchange(origin: string) {
  const config = await portal(oneId);
  const { url, checks } = await askToSignIn(config, redirect);
  const callback = new URL((await passThePages(new Browser(oneId.origin), url, castMember('nurse'))).url);
  const body = new URLSearchParams({
    ...redirect,
    grant_type: 'authorization_code',
    client_id: 'portal',
    code: callback.searchParams.get('code') ?? '',
    code_verifier: checks.pkceCodeVerifier,
  });
  const address = config.serverMetadata().token_endpoint ?? '';
  return { callback, response: await fetch(address, { method: 'POST', body, headers: { origin } }) };
}

describe('a front-end on another port', () => {
  it('gets its citizens back and may fetch their tokens from the browser', async () => {
    const { callback, response } = await exchange(frontEnd);
    expect(callback.origin).toBe(frontEnd);
    expect(response.headers.get('access-control-allow-origin')).toBe(frontEnd);
    expect(await response.json()).toMatchObject({ token_type: 'Bearer' });
  });

  it('is the only one whose pages may: another origin gets no tokens', async () => {
    const { response } = await exchange('http://localhost:6666');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'invalid_request' });
  });
});
