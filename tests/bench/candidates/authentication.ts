import { createLocalJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import { setting } from '#kit/setting.ts';
import { privateKeyFrom, signRequest } from '#kit/signature.ts';

/** What our gateway does beside serving: it verifies who asks, and signs what it asks of the agencies. */
export interface Authentication {
  /** @returns the citizen of an Authorization header @throws when the token is not good */
  verify(authorization: string | undefined): Promise<string>;
  /** @returns the headers that sign a call */
  sign(agency: string, body: string, citizen: string): Record<string, string>;
}

/** The same two duties for the candidates that have none, when the bench runs `--with-auth`. */
export function authenticationFromSettings(): Authentication {
  const keys = createLocalJWKSet(JSON.parse(setting('TOKEN_JWKS', z.string())));
  const issuer = setting('TOKEN_ISSUER', z.string());
  const signingKey = privateKeyFrom(setting('GATEWAY_PRIVATE_KEY', z.string()));
  return {
    async verify(authorization = '') {
      const { payload } = await jwtVerify(authorization.replace(/^Bearer /, ''), keys, {
        issuer,
        audience: 'mpp-digital',
        algorithms: ['ES256'],
        typ: 'at+jwt',
      });
      return payload.sub ?? '';
    },
    sign: (agency, body, citizen) =>
      signRequest(signingKey, {
        agency,
        path: '/graphql',
        body,
        identity: { principal: { kind: 'citizen', id: citizen, scopes: [] }, requestId: 'bench' },
      }),
  };
}
