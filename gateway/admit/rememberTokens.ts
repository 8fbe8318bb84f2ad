import { forgetFirst } from '#kit/forgetFirst.ts';
import type { Principal } from '#kit/principal.ts';

/** How long a token that was verified is taken as good without looking again, and how many are remembered. */
const rememberedMs = 30_000;
const mostRemembered = 20_000;

type Verify = (authorization: string | undefined) => Promise<Principal>;

interface Verified {
  readonly principal: Principal;
  readonly until: number;
}

/**
 * Remembers verified tokens for half a minute, never beyond their own end: a client sends the same one with each of its
 * requests, and a verification costs as much CPU as the rest of a small answer. Refused tokens are not remembered.
 */
export function rememberTokens(verify: Verify, now: () => number = Date.now): Verify {
  const verified = new Map<string, Verified>();

  return async (authorization) => {
    if (authorization === undefined) return verify(authorization);
    const known = verified.get(authorization);
    if (known && known.until > now()) return known.principal;
    verified.delete(authorization);
    const principal = await verify(authorization);
    const until = Math.min(now() + rememberedMs, endOf(authorization));
    verified.set(authorization, { principal, until });
    // A map keeps the order of insertion, which is that of the end of what is remembered.
    if (verified.size > mostRemembered) forgetFirst(verified);
    return principal;
  };
}

/** When a verified token ends. */
function endOf(authorization: string): number {
  const payload = authorization.split('.')[1] ?? '';
  const { exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp?: number };
  return typeof exp === 'number' ? exp * 1000 : 0;
}
