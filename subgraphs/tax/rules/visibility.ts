import type { VisibleDocuments } from '#kit/documents/read.ts';
import { hasScope, type Principal } from '#kit/principal.ts';
import { withinRegion } from '#kit/withinRegion.ts';

export const thisAgency = 'tax';

/** A part of a store query: what the caller may see. `null` stands for nothing at all. */
export type Visible<Filter> = Filter | null;

/** A citizen sees their own records; any other role with `tax:read` sees everybody's. */
export function visibleTaxRecords(principal: Principal): Visible<{ readonly citizenId?: string }> {
  if (principal.kind === 'citizen') return { citizenId: principal.id };
  return hasScope(principal, 'tax:read') ? {} : null;
}

/** Whoever works for an agency may look for a tax number with the scope for it; a citizen may not, whatever the token. */
export function mayAskByNumber(principal: Principal): boolean {
  return principal.kind !== 'citizen' && (hasScope(principal, 'tax:read') || hasScope(principal, 'tax:clearance'));
}

/** A citizen sees their own applications; an officer of this agency with `applications:read` those of their region. */
export function visibleApplications(
  principal: Principal,
): Visible<{ readonly applicantId: string } | { readonly regionCode: ReturnType<typeof withinRegion> }> {
  if (principal.kind === 'citizen') return { applicantId: principal.id };
  return worksOnApplications(principal) ? { regionCode: withinRegion(principal.region) } : null;
}

/**
 * Documents, and the letters that were issued, are read by their owner, and by an officer of this agency who works on
 * applications of the region that they were handed in for.
 */
export function visibleDocuments(principal: Principal): VisibleDocuments {
  if (principal.kind === 'citizen') return { ownerId: principal.id };
  return worksOnApplications(principal) ? { regionPath: principal.region } : null;
}

/** A bank's notice of a payment comes from its service account, never from a person. */
export function mayNotePayments(principal: Principal): boolean {
  return principal.kind === 'service' && hasScope(principal, 'tax:payments');
}

function worksOnApplications(principal: Principal): principal is Extract<Principal, { kind: 'officer' }> {
  return principal.kind === 'officer' && principal.agency === thisAgency && hasScope(principal, 'applications:read');
}
