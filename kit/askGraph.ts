import { randomUUID } from 'node:crypto';
import { importJWK, type JWK, SignJWT } from 'jose';
import { z } from 'zod';
import type { Log } from './log.ts';
import { setting } from './setting.ts';

/**
 * Asks the graph in the agency's own name, as any client does: what another agency knows is asked of that agency, under
 * its rules, and stands in its access log.
 *
 * @returns the data of the answer; null when nobody answers in time, or not all of it: nothing rests on half an answer
 */
export type AskGraph = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** How an agency gets into the graph. */
export interface GraphAccess {
  /** The gateway's `/graphql`. */
  readonly url: string;
  /** An access token of the agency's service account. */
  readonly token: () => Promise<string>;
  readonly log: Log;
}

const answerWithinMs = 2_000;
/** A token is not used in its last moments: it has to last until the gateway reads it. */
const freshForMs = 30_000;

/** The way to ask. @see AskGraph */
export function askGraphAt({ url, token, log }: GraphAccess): AskGraph {
  return async (query, variables) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await token()}` },
        body: JSON.stringify({ query, variables }),
        redirect: 'error',
        signal: AbortSignal.timeout(answerWithinMs),
      });
      const { data, errors = [] } = graphAnswer.parse(await response.json());
      if (errors.length > 0 || data == null) throw new Error(`The graph answered ${errors[0]?.message ?? 'nothing'}.`);
      return data;
    } catch (err) {
      log.warn({ err }, 'Another agency could not be asked through the graph');
      return null;
    }
  };
}

const graphAnswer = z.object({
  data: z.unknown(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

/**
 * Access by `GRAPH_URL` and the service account `SERVICE_ACCOUNT` at `SERVICE_ACCOUNT_ISSUER`, which proves itself with the
 * private key `SERVICE_ACCOUNT_KEY` (a JWK). Undefined without an address: other agencies are not asked then.
 *
 * @throws SettingError when one of the others is missing
 */
export function askGraphSettings(log: Log): AskGraph | undefined {
  const url = setting('GRAPH_URL', z.url().optional());
  if (!url) return undefined;
  const token = serviceAccountToken({
    issuer: setting('SERVICE_ACCOUNT_ISSUER', z.url()),
    clientId: setting('SERVICE_ACCOUNT', z.string()),
    scope: setting('SERVICE_ACCOUNT_SCOPE', z.string()),
    key: JSON.parse(setting('SERVICE_ACCOUNT_KEY', z.string())) as JWK,
  });
  return askGraphAt({ url, token, log });
}

/** Tokens by client credentials with a signed proof (RFC 7523), each used until shortly before it ends. */
function serviceAccountToken(account: {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  readonly key: JWK;
}): () => Promise<string> {
  let held: { readonly token: string; readonly until: number } | null = null;
  return async () => {
    if (held && held.until > Date.now()) return held.token;
    const granted = await grantFor(account);
    held = { token: granted.access_token, until: Date.now() + granted.expires_in * 1_000 - freshForMs };
    return held.token;
  };
}

const grant = z.object({ access_token: z.string(), expires_in: z.number() });

async function grantFor({ issuer, clientId, scope, key }: Parameters<typeof serviceAccountToken>[0]) {
  const proof = await new SignJWT()
    .setProtectedHeader({ alg: 'ES256', kid: key.kid ?? '' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(issuer)
    .setJti(randomUUID())
    .setExpirationTime('60s')
    .sign(await importJWK(key, 'ES256'));
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: proof,
      resource: 'urn:mpp-digital:graph',
      scope,
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(answerWithinMs),
  });
  if (!response.ok) throw new Error(`One ID answered ${response.status} when the service account asked for a token.`);
  return grant.parse(await response.json());
}
