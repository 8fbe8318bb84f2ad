import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { Principal } from '../principal.ts';

/** Issues access tokens in development and tests, in place of the One ID provider. Never used in production. */
export interface DevelopmentIssuer {
  readonly issuer: string;
  /** The private key, to be handed to another process of the same sandbox. */
  readonly privateJwk: JWK;
  /** The public keys, as a JWK set in JSON. */
  readonly jwks: string;
  /** An access token (RFC 9068) for a principal, good for an hour unless said otherwise. */
  tokenFor(principal: Exclude<Principal, { kind: 'anonymous' }>, options?: { expiresIn?: string }): Promise<string>;
}

export const developmentIssuerName = 'https://one-id.mpp-digital.example/development';

/** Makes a private key for a new development issuer. */
export async function newIssuerKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: 'development', alg: 'ES256', use: 'sig' };
}

/** Makes the development issuer that holds this private key. */
export async function developmentIssuer(privateJwk: JWK, issuer = developmentIssuerName): Promise<DevelopmentIssuer> {
  const key = await importJWK(privateJwk, 'ES256');
  const { d: _private, ...publicJwk } = privateJwk;
  return {
    issuer,
    privateJwk,
    jwks: JSON.stringify({ keys: [publicJwk] }),
    tokenFor: ({ kind, id, scopes, ...claims }, { expiresIn = '1h' } = {}) =>
      new SignJWT({ ...claims, role: kind, scope: scopes.join(' '), client_id: 'sandbox' })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'development' })
        .setIssuer(issuer)
        .setAudience('mpp-digital')
        .setSubject(id)
        .setIssuedAt()
        .setExpirationTime(expiresIn)
        .sign(key),
  };
}
