import * as oidc from 'openid-client';
import { type Session, startSession } from './session.ts';
import type { SignInSettings } from './settings.ts';

/** What the page has to know again when the browser comes back; the values are good for one sign-in. */
interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const attemptKey = 'mpp-sign-in';

/** What of the browser signing in needs: the page's address, and what lives as long as its tab. */
export interface Visit {
  readonly address: URL;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  go(address: URL): void;
}

/** The page itself, without a question behind it: exactly what is registered at the provider. */
export function redirectUri({ address }: Pick<Visit, 'address'>): string {
  return `${address.origin}/playground/`;
}

/** Sends the browser to the provider: authorization code with PKCE, state and nonce (RFC 9700). */
export async function signIn(settings: SignInSettings, visit: Visit): Promise<void> {
  const config = await providerOf(settings);
  const attempt: Attempt = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  };
  visit.storage.setItem(attemptKey, JSON.stringify(attempt));
  visit.go(
    oidc.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri(visit),
      scope: ['openid', ...scopesToAsk(settings, config)].join(' '),
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    }),
  );
}

/**
 * What the provider answered, when the browser has just come back from it; else null. An answer is taken once, by the page
 * that asked for it: with another state, nonce, issuer or no attempt at hand it is refused.
 *
 * @throws Error that says to the reader why nobody is signed in
 */
export async function comeBack(settings: SignInSettings, visit: Visit): Promise<Session | null> {
  const { searchParams } = visit.address;
  if (!searchParams.has('state') || !(searchParams.has('code') || searchParams.has('error'))) return null;
  const attempt = takeAttempt(visit);
  if (!attempt) throw new Error('This sign-in was not begun in this tab. Please sign in again.');
  const config = await providerOf(settings);
  try {
    const tokens = await oidc.authorizationCodeGrant(config, answerOf(visit), {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    });
    return startSession(config, tokens, (address) => visit.go(address), redirectUri(visit));
  } catch (failure) {
    throw new Error(`One ID did not sign you in: ${reasonIn(failure)}. Please try again.`);
  }
}

function takeAttempt({ storage }: Visit): Attempt | null {
  const kept = storage.getItem(attemptKey);
  storage.removeItem(attemptKey);
  return kept === null ? null : (JSON.parse(kept) as Attempt);
}

/** The registered address with the provider's answer: the library sends it without the answer to redeem the code. */
function answerOf(visit: Visit): URL {
  return new URL(`${redirectUri(visit)}${visit.address.search}`);
}

async function providerOf({ issuer, clientId }: SignInSettings): Promise<oidc.Configuration> {
  // On the reader's own machine there is no certificate; everywhere else the provider has one.
  const isLocal = ['localhost', '127.0.0.1'].includes(new URL(issuer).hostname);
  const execute = isLocal ? [oidc.allowInsecureRequests] : [];
  try {
    return await oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), { execute });
  } catch {
    throw new Error(`One ID does not answer at ${issuer}.`);
  }
}

/** Of the scopes that the graph knows those that the provider has; what of them is granted depends on who signs in. */
function scopesToAsk({ scopes }: SignInSettings, config: oidc.Configuration): readonly string[] {
  const offered = config.serverMetadata().scopes_supported ?? scopes;
  return scopes.filter((scope) => offered.includes(scope));
}

function reasonIn(failure: unknown): string {
  if (failure instanceof oidc.AuthorizationResponseError) return failure.error_description ?? failure.error;
  return failure instanceof Error ? failure.message : String(failure);
}
