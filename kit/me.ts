import type { Principal } from './principal.ts';

/**
 * The resolver of `Query.me`, the same in every agency: each knows from the signed identity who the citizen is, so the
 * gateway asks all agencies at once, and none of them stands in the way of another.
 */
export function me(_root: unknown, _arguments: unknown, context: { readonly principal: Principal }) {
  return context.principal.kind === 'citizen' ? { id: context.principal.id } : null;
}

/** The reference resolver of `Citizen` for an agency that only extends it: the id is all that it needs. */
export function citizenReference(reference: { id: string }): { id: string } {
  return { id: reference.id };
}
