import * as oidc from 'openid-client';
import type { Caller } from './tokens.ts';

/** Somebody who signed in. Their tokens live in this object and nowhere else. */
export interface Session extends Caller {
  /** As what, such as `citizen`. */
  readonly role: string;
  /** Ends the session at the provider; the browser leaves for its page. */
  signOut(): void;
}

/** A token is renewed so long before it ends. */
const marginMs = 5_000;

interface Good {
  readonly token: string;
  readonly until: number;
}

/** Of what the provider answers, what is used here. */
type TokenAnswer = Pick<oidc.TokenEndpointResponse, 'access_token' | 'expires_in' | 'refresh_token' | 'id_token'>;

/** Keeps the tokens of a sign-in, and renews the access token when it is asked for and about to end. */
export function startSession(
  config: oidc.Configuration,
  first: TokenAnswer,
  go: (address: URL) => void,
  afterwards: string,
): Session {
  let refreshToken = first.refresh_token;
  let good: Promise<Good> = Promise.resolve(goodFrom(first));

  const renew = async (): Promise<Good> => {
    if (refreshToken === undefined) throw new Error('Your sign-in has ended. Please sign in again.');
    try {
      const answer = await oidc.refreshTokenGrant(config, refreshToken);
      // Each one is good once.
      refreshToken = answer.refresh_token ?? refreshToken;
      return goodFrom(answer);
    } catch {
      refreshToken = undefined;
      throw new Error('Your sign-in has ended. Please sign in again.');
    }
  };
  return {
    role: roleIn(first.access_token),
    async token() {
      // Those who ask at the same time wait for one renewal.
      good = good.then((one) => (one.until - marginMs > Date.now() ? one : renew()));
      return (await good).token;
    },
    forget() {
      good = good.then((one) => ({ ...one, until: 0 }));
    },
    signOut() {
      const hint = first.id_token ? { id_token_hint: first.id_token } : {};
      go(oidc.buildEndSessionUrl(config, { ...hint, post_logout_redirect_uri: afterwards }));
    },
  };
}

function goodFrom({ access_token: token, expires_in: seconds = 0 }: TokenAnswer): Good {
  return { token, until: Date.now() + seconds * 1_000 };
}

/** For the eye only: what somebody may do is the gateway's to say, which verifies the token. */
function roleIn(token: string): string {
  try {
    const [, payload = ''] = token.split('.');
    const { role } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { role?: unknown };
    return typeof role === 'string' ? role : 'signed in';
  } catch {
    return 'signed in';
  }
}
