import { hasScope, isCitizen, type Principal } from '#kit/principal.ts';

/** The part of a query that leaves only what the caller may see; `null` when that is nothing. */
export type Visible<Filter> = Readonly<Filter> | null;

export const thisAgency = 'business-licensing';

/**
 * Businesses and licences are seen by their owner, and by staff with `licensing:read` where they lie in the region
 * that the staff work for.
 */
export function visibleRecords(principal: Principal): Visible<{ ownerId: string } | { regionPath: string }> {
  if (principal.kind === 'citizen') return { ownerId: principal.id };
  const region = regionOfStaff(principal);
  return region && hasScope(principal, 'licensing:read') ? { regionPath: region } : null;
}

/** Applications are seen by the applicant, and by an officer of this agency who handles those of the region. */
export function visibleApplications(principal: Principal): Visible<{ applicantId: string } | { regionPath: string }> {
  if (principal.kind === 'citizen') return { applicantId: principal.id };
  const handles = principal.kind === 'officer' && principal.agency === thisAgency;
  return handles && hasScope(principal, 'applications:read') ? { regionPath: principal.region } : null;
}

/**
 * Documents, and the certificates of licences, are read by their owner, and by an officer of this agency who decides
 * applications of the region that they were handed in for.
 */
export function visibleDocuments(principal: Principal): Visible<{ ownerId: string } | { regionPath: string }> {
  if (principal.kind === 'citizen') return { ownerId: principal.id };
  const visible = visibleApplications(principal);
  return visible && 'regionPath' in visible ? visible : null;
}

/** Whether the caller may ask at all which businesses a citizen owns. */
export function maySeeBusinessesOf(principal: Principal, citizenId: string): boolean {
  return principal.kind === 'citizen' ? isCitizen(principal, citizenId) : visibleRecords(principal) !== null;
}

function regionOfStaff(principal: Principal): string | null {
  return principal.kind === 'officer' || principal.kind === 'clerk' ? principal.region : null;
}
