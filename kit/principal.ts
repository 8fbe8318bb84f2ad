import { z } from 'zod';
import { forbidden, unauthenticated } from './errors.ts';

const scopes = z.array(z.string()).readonly();

/** Who asks. The gateway reads it from the access token; an agency takes it from the gateway's signed identity only. */
export const principalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous') }),
  z.object({ kind: z.literal('citizen'), id: z.string(), scopes }),
  z.object({ kind: z.literal('officer'), id: z.string(), agency: z.string(), region: z.string(), scopes }),
  z.object({ kind: z.literal('clerk'), id: z.string(), mall: z.string(), region: z.string(), scopes }),
  z.object({ kind: z.literal('analyst'), id: z.string(), scopes }),
  z.object({ kind: z.literal('developer'), id: z.string(), scopes }),
  z.object({ kind: z.literal('service'), id: z.string(), agency: z.string(), scopes }),
]);

export type Principal = z.output<typeof principalSchema>;
export type Citizen = Extract<Principal, { kind: 'citizen' }>;
export type Officer = Extract<Principal, { kind: 'officer' }>;

export const anonymous: Principal = { kind: 'anonymous' };

/** The signed-in citizen. @throws UNAUTHENTICATED for nobody, FORBIDDEN for any other role */
export function requireCitizen(principal: Principal): Citizen {
  if (principal.kind === 'anonymous') throw unauthenticated();
  if (principal.kind !== 'citizen') throw forbidden('Only a citizen may do this.');
  return principal;
}

/** The signed-in officer. @throws UNAUTHENTICATED for nobody, FORBIDDEN for any other role */
export function requireOfficer(principal: Principal): Officer {
  if (principal.kind === 'anonymous') throw unauthenticated();
  if (principal.kind !== 'officer') throw forbidden('Only an officer may do this.');
  return principal;
}

/** Whether the token grants the scope, for example `tax:read`. */
export function hasScope(principal: Principal, scope: string): boolean {
  return principal.kind !== 'anonymous' && principal.scopes.includes(scope);
}

/** Whether the caller is the citizen with this id. */
export function isCitizen(principal: Principal, citizenId: string): boolean {
  return principal.kind === 'citizen' && principal.id === citizenId;
}

/** Whether a region code lies in the region that an officer or clerk works for (`35.10` holds `35.10.01`). */
export function worksForRegion(principal: Principal, regionCode: string): boolean {
  if (principal.kind !== 'officer' && principal.kind !== 'clerk') return false;
  return regionCode === principal.region || regionCode.startsWith(`${principal.region}.`);
}
