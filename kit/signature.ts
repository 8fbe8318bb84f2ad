import { createPrivateKey, createPublicKey, hash, type KeyObject, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { unauthenticated } from './errors.ts';
import { type Principal, principalSchema } from './principal.ts';
import { CommonSigner, isSigned, signAlone } from './signedTogether.ts';

/** The gateway's word on who asks, good for one request to one agency. */
export interface ForwardedIdentity {
  readonly principal: Principal;
  /** Why an officer reads personal data, in the officer's words. */
  readonly purpose?: string | undefined;
  /** The application or file that it is for. */
  readonly caseId?: string | undefined;
  readonly requestId: string;
}

/** A request of the gateway to an agency. */
export interface RequestToSign {
  readonly agency: string;
  readonly path: string;
  readonly body: string | Uint8Array;
  readonly identity: ForwardedIdentity;
  readonly now?: number;
}

export const identityHeader = 'x-mpp-identity';
export const signatureHeader = 'x-mpp-signature';
/** Beside the signature of a request that was signed together with others. */
export const proofHeader = 'x-mpp-proof';

/** How far the clocks of two machines may differ, and how long a signed request stays good. */
const windowMs = 30_000;

const statement = z.object({
  audience: z.string(),
  issuedAt: z.number(),
  nonce: z.string(),
  requestId: z.string(),
  principal: principalSchema,
  purpose: z.string().optional(),
  caseId: z.string().optional(),
});

/**
 * Signs one request of the gateway to one agency: Ed25519 over the method, the path, the digest of the body and a
 * statement of who asks, for which agency, when, and a nonce. One signature proves the gateway, the caller and the
 * body, so that neither can be exchanged.
 *
 * @returns the two headers to send
 */
export function signRequest(key: KeyObject, request: RequestToSign): Record<string, string> {
  const { identity, text } = statementOf(request);
  return { [identityHeader]: identity, [signatureHeader]: signAlone(key, text) };
}

/**
 * Makes the signing of requests that are made at the same moment: the same proof for each, with one signature for all
 * of them (docs/adr/0006). A request that is alone has the headers of `signRequest`.
 */
export function requestSigner(key: KeyObject): (request: RequestToSign) => Promise<Record<string, string>> {
  const signer = new CommonSigner(key);
  return async (request) => {
    const { identity, text } = statementOf(request);
    const { signature, proof } = await signer.sign(text);
    const headers = { [identityHeader]: identity, [signatureHeader]: signature };
    return proof === '' ? headers : { ...headers, [proofHeader]: proof };
  };
}

/**
 * Makes an agency's check of signed requests.
 *
 * @returns a function that gives who asks, or throws UNAUTHENTICATED: a missing, forged, altered, stale, repeated
 *   signature, or one that was made for another agency. All read the same, so that nobody learns which it was.
 */
export function requestVerifier(key: KeyObject, agency: string) {
  const seen = new NonceWindow(windowMs * 2);

  return (request: {
    path: string;
    body: string | Uint8Array;
    headers: Readonly<Record<string, string | string[] | undefined>>;
    now?: number;
  }): ForwardedIdentity => {
    const identity = request.headers[identityHeader];
    const signature = request.headers[signatureHeader];
    const proof = request.headers[proofHeader] ?? '';
    if (typeof identity !== 'string' || typeof signature !== 'string') throw refused();
    const signed = signedText('POST', request.path, request.body, identity);
    if (typeof proof !== 'string' || !isSigned(key, signed, { signature, proof })) throw refused();

    const claims = statement.safeParse(JSON.parse(Buffer.from(identity, 'base64url').toString()));
    if (!claims.success || claims.data.audience !== agency) throw refused();
    const now = request.now ?? Date.now();
    if (Math.abs(now - claims.data.issuedAt) > windowMs) throw refused();
    if (!seen.firstTime(claims.data.nonce, now)) throw refused();
    const { principal, purpose, caseId, requestId } = claims.data;
    return { principal, purpose, caseId, requestId };
  };
}

/** Reads the gateway's private key from base64 PKCS #8. */
export function privateKeyFrom(base64: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' });
}

/** Reads the gateway's public key from base64 SPKI. */
export function publicKeyFrom(base64: string): KeyObject {
  return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
}

function statementOf({ agency, path, body, identity: who, now }: RequestToSign): { identity: string; text: string } {
  const { principal, requestId, purpose, caseId } = who;
  const claims = { audience: agency, issuedAt: now ?? Date.now(), nonce: randomUUID(), requestId, purpose, caseId };
  const json = `${JSON.stringify(claims).slice(0, -1)},"principal":${jsonOf(principal)}}`;
  const identity = Buffer.from(json).toString('base64url');
  return { identity, text: signedText('POST', path, body, identity) };
}

/** Who asks is told to several agencies in one request and in the next ones: it is written down once. */
const writtenPrincipals = new WeakMap<Principal, string>();

function jsonOf(principal: Principal): string {
  const known = writtenPrincipals.get(principal);
  if (known !== undefined) return known;
  const json = JSON.stringify(principal);
  writtenPrincipals.set(principal, json);
  return json;
}

function signedText(method: string, path: string, body: string | Uint8Array, identity: string): string {
  return `${method}\n${path}\n${hash('sha256', body, 'base64url')}\n${identity}`;
}

function refused() {
  return unauthenticated('This agency answers the gateway only.');
}

/** Remembers nonces for a while, in two halves, so that forgetting costs nothing per request. */
class NonceWindow {
  private current = new Set<string>();
  private previous = new Set<string>();
  private turnedAt = 0;
  private readonly keepMs: number;

  constructor(keepMs: number) {
    this.keepMs = keepMs;
  }

  firstTime(nonce: string, now: number): boolean {
    if (now - this.turnedAt > this.keepMs) {
      this.previous = this.current;
      this.current = new Set();
      this.turnedAt = now;
    }
    if (this.current.has(nonce) || this.previous.has(nonce)) return false;
    this.current.add(nonce);
    return true;
  }
}
