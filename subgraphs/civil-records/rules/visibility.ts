import type { VisibleDocuments } from '#kit/documents/read.ts';
import { hasScope, type Principal } from '#kit/principal.ts';
import { withinRegion } from '#kit/withinRegion.ts';

export const thisAgency = 'civil-records';

/** A part of a store query: what the caller may see. `null` stands for nothing at all. */
export type Visible<Filter> = Filter | null;

type InRegion = ReturnType<typeof withinRegion>;
/** Records kept in a region. */
type RegionFilter = { readonly regionCode: InRegion };
/** And those of who moves there. */
type RegionOrDestination = { readonly $or: (RegionFilter | { readonly destinationVillageCode: InRegion })[] };

/**
 * A citizen sees the records they are a party of; an officer with `civil:read` those that their region keeps, and the
 * moves that lead there: the office of the destination makes the new family card of them (Perpres 96/2018, article 25).
 */
export function visibleRecords(principal: Principal): Visible<{ readonly partyIds: string } | RegionOrDestination> {
  if (principal.kind === 'citizen') return { partyIds: principal.id };
  if (principal.kind !== 'officer' || !hasScope(principal, 'civil:read')) return null;
  const region = withinRegion(principal.region);
  return { $or: [{ regionCode: region }, { destinationVillageCode: region }] };
}

/** A citizen sees their own applications; an officer of this agency with `applications:read` those of their region. */
export function visibleApplications(principal: Principal): Visible<{ readonly applicantId: string } | RegionFilter> {
  if (principal.kind === 'citizen') return { applicantId: principal.id };
  return worksOnApplications(principal) ? { regionCode: withinRegion(principal.region) } : null;
}

/** A citizen reads their own documents; an officer those that were handed in with applications that they work on. */
export function visibleDocuments(principal: Principal): VisibleDocuments {
  if (principal.kind === 'citizen') return { ownerId: principal.id };
  return worksOnApplications(principal) ? { regionPath: principal.region } : null;
}

function worksOnApplications(principal: Principal): principal is Extract<Principal, { kind: 'officer' }> {
  return principal.kind === 'officer' && principal.agency === thisAgency && hasScope(principal, 'applications:read');
}
