import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { comeBack, signIn, type Visit } from '../signIn.ts';

const settings = { issuer: 'http://localhost:4003/one-id', clientId: 'playground', scopes: ['tax:read', 'not:there'] };
const page = 'http://localhost:4000/playground/';
let key: CryptoKey;
let publicKey: JWK;
beforeAll(async () => {
  const pair = await generateKeyPair('ES256', { extractable: true });
  key = pair.privateKey;
  publicKey = { ...(await exportJWK(pair.publicKey)), alg: 'ES256', kid: 'k' };
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** A provider that answers any code; what was sent to its token endpoint is noted. */
function aProvider({ nonce, seconds = 30 }: { nonce: () => string | undefined; seconds?: number }) {
  const sent: URLSearchParams[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (address, request) => {
    const { pathname } = new URL(String(address));
    if (pathname.endsWith('openid-configuration')) return Response.json(metadata);
    if (pathname.endsWith('jwks')) return Response.json({ keys: [publicKey] });
    sent.push(new URLSearchParams(String(request?.body)));
    const role = Buffer.from(JSON.stringify({ role: 'citizen' })).toString('base64url');
    return Response.json({
      access_token: `x.${role}.${sent.length}`,
      token_type: 'Bearer',
      expires_in: seconds,
      refresh_token: `refresh-${sent.length}`,
      ...(sent.at(-1)?.get('grant_type') === 'authorization_code' ? { id_token: await idToken(nonce()) } : {}),
    });
  });
  return { sent };
}

const metadata = {
  issuer: settings.issuer,
  authorization_endpoint: `${settings.issuer}/authorize`,
  token_endpoint: `${settings.issuer}/token`,
  jwks_uri: `${settings.issuer}/jwks`,
  end_session_endpoint: `${settings.issuer}/sign-out`,
  scopes_supported: ['openid', 'tax:read'],
  id_token_signing_alg_values_supported: ['ES256'],
  authorization_response_iss_parameter_supported: true,
};

function idToken(nonce: string | undefined): Promise<string> {
  return new SignJWT(nonce === undefined ? {} : { nonce })
    .setProtectedHeader({ alg: 'ES256', kid: 'k' })
    .setIssuer(settings.issuer)
    .setAudience(settings.clientId)
    .setSubject('ctz-1')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key);
}

/** A browser's tab: where it is, what it keeps, where it was sent. */
function aTab() {
  const kept = new Map<string, string>();
  const gone: URL[] = [];
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
  const at = (address: string): Visit => ({ address: new URL(address), storage, go: (to) => gone.push(to) });
  return { kept, gone, at };
}

/** Signs in as far as the provider, and comes back with its answer, changed as wished. */
async function thereAndBack(change: (answer: URLSearchParams) => void = () => {}) {
  const tab = aTab();
  await signIn(settings, tab.at(page));
  const asked = tab.gone[0]?.searchParams ?? new URLSearchParams();
  const answer = new URLSearchParams({ code: 'c', state: asked.get('state') ?? '', iss: settings.issuer });
  change(answer);
  return { tab, asked, visit: tab.at(`${page}?${answer}`) };
}

describe('signing in at One ID', () => {
  let nonce: string | undefined;

  it('asks for a code with PKCE, state, nonce, the exact address and the scopes that both know', async () => {
    aProvider({ nonce: () => nonce });
    const { asked, tab } = await thereAndBack();
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'playground',
      redirect_uri: page,
      scope: 'openid tax:read',
      code_challenge_method: 'S256',
    });
    expect(
      [asked.get('state'), asked.get('nonce'), asked.get('code_challenge')].every((one) => (one ?? '').length > 20),
    ).toBe(true);
    expect([...tab.kept.values()].join()).not.toContain(asked.get('code_challenge'));
  });

  it('takes the answer once, and keeps no token where the browser does', async () => {
    const provider = aProvider({ nonce: () => nonce });
    const { tab, asked, visit } = await thereAndBack();
    nonce = asked.get('nonce') ?? '';
    const session = await comeBack(settings, visit);
    expect(session?.role).toBe('citizen');
    expect(provider.sent[0]?.get('redirect_uri')).toBe(page);
    expect(tab.kept.size).toBe(0);
    await expect(comeBack(settings, visit)).rejects.toThrow('was not begun in this tab');
  });

  it.each<[string, (answer: URLSearchParams) => void]>([
    ['another state', (answer) => answer.set('state', 'of somebody else')],
    ['another issuer', (answer) => answer.set('iss', 'http://localhost:6666')],
    ['no issuer', (answer) => answer.delete('iss')],
    ['an error', (answer) => answer.set('error', 'access_denied')],
  ])('refuses an answer with %s, and redeems no code', async (_what, change) => {
    const provider = aProvider({ nonce: () => nonce });
    const { visit } = await thereAndBack(change);
    await expect(comeBack(settings, visit)).rejects.toThrow('One ID did not sign you in');
    expect(provider.sent).toEqual([]);
  });

  it.each([
    ['another nonce', 'other'],
    ['no nonce', undefined],
  ])('refuses a token with %s', async (_what, wrong) => {
    aProvider({ nonce: () => wrong });
    const { visit } = await thereAndBack();
    await expect(comeBack(settings, visit)).rejects.toThrow('One ID did not sign you in');
  });

  it('is nobody’s business when the page is just opened', async () => {
    expect(await comeBack(settings, aTab().at(page))).toBeNull();
  });

  it('renews a token that ends, once for all who ask, with the newest right to do so', async () => {
    const provider = aProvider({ nonce: () => nonce, seconds: 1 });
    const { asked, visit, tab } = await thereAndBack();
    nonce = asked.get('nonce') ?? '';
    const session = await comeBack(settings, visit);
    const tokens = await Promise.all([session?.token(), session?.token()]);
    // Each lives so short here that the one renewed is renewed again: one after the other, never two at once.
    expect(provider.sent.map((body) => body.get('refresh_token'))).toEqual([null, 'refresh-1', 'refresh-2']);
    expect(new Set(tokens).size).toBe(2);
    session?.signOut();
    expect(tab.gone.at(-1)?.searchParams.get('post_logout_redirect_uri')).toBe(page);
  });

  it('says so when the sign-in has ended', async () => {
    aProvider({ nonce: () => nonce, seconds: 1 });
    const { asked, visit } = await thereAndBack();
    nonce = asked.get('nonce') ?? '';
    const session = await comeBack(settings, visit);
    jest.restoreAllMocks();
    jest.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json({ error: 'invalid_grant' }, { status: 400 }));
    await expect(session?.token()).rejects.toThrow('Your sign-in has ended. Please sign in again.');
  });
});
