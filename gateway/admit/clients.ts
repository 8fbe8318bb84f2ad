import type { Principal } from '#kit/principal.ts';

const clients = new WeakMap<Principal, string>();

/** Notes which client application a token was given to. Agencies are not told: it says nothing of what its people may. */
export function noteClient<Who extends Principal>(principal: Who, client: string | undefined): Who {
  if (client !== undefined) clients.set(principal, client);
  return principal;
}

/** The client application that somebody asks by; undefined where the token does not say. */
export function clientOf(principal: Principal): string | undefined {
  return clients.get(principal);
}
