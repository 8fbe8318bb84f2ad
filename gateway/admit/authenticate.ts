import { jwtVerify } from 'jose';
import { z } from 'zod';
import { unauthenticated } from '#kit/errors.ts';
import { anonymous, type Principal } from '#kit/principal.ts';
import type { TokenConfig } from '../config.ts';
import { noteClient } from './clients.ts';
import { issuerKeys } from './issuerKeys.ts';

const claims = z.object({
  sub: z.string(),
  role: z.enum(['citizen', 'officer', 'clerk', 'analyst', 'developer', 'service']),
  scope: z.string().default(''),
  agency: z.string().optional(),
  region: z.string().optional(),
  mall: z.string().optional(),
  client_id: z.string().optional(),
});

/**
 * Makes the check of access tokens (RFC 9068: `at+jwt`, ES256).
 *
 * @returns a function from the Authorization header to who asks: nobody when there is no header, and UNAUTHENTICATED
 *   for any token that is not good, in the same words whatever is wrong with it
 */
export function tokenVerifier(config: TokenConfig): (authorization: string | undefined) => Promise<Principal> {
  const keys = issuerKeys(config.keys);

  return async (authorization) => {
    if (authorization === undefined) return anonymous;
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    if (!token) throw badToken();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: config.issuer,
        audience: config.audience,
        algorithms: ['ES256'],
        typ: 'at+jwt',
        clockTolerance: 30,
        requiredClaims: ['exp', 'iat', 'sub'],
      });
      // A token that is good for several services could be used again by each of them.
      if (payload.aud !== config.audience) throw badToken();
      const claimed = claims.parse(payload);
      return noteClient(principalFrom(claimed), claimed.client_id);
    } catch {
      throw badToken();
    }
  };
}

function badToken() {
  return unauthenticated('The access token is not valid, or no longer. Please sign in again.');
}

function principalFrom({ sub: id, role, scope, agency, region, mall }: z.output<typeof claims>): Principal {
  const scopes = scope.split(' ').filter(Boolean);
  switch (role) {
    case 'citizen':
    case 'analyst':
    case 'developer':
      return { kind: role, id, scopes };
    case 'officer':
      return { kind: role, id, scopes, agency: required(agency), region: required(region) };
    case 'clerk':
      return { kind: role, id, scopes, mall: required(mall), region: required(region) };
    case 'service':
      return { kind: role, id, scopes, agency: required(agency) };
  }
}

function required(claim: string | undefined): string {
  if (claim === undefined) throw badToken();
  return claim;
}
