import { hasScope, type Principal } from '#kit/principal.ts';
import { withinRegion } from '#kit/withinRegion.ts';

/** A part of a store query: what the caller may see. `null` stands for nothing at all. */
export type Visible<Filter> = Filter | null;

/** Records kept in a region. */
type RegionFilter = { readonly regionCode: ReturnType<typeof withinRegion> };

/** A citizen sees the records they are a party of; an officer with `civil:read` those that their region keeps. */
export function visibleRecords(principal: Principal): Visible<{ readonly partyIds: string } | RegionFilter> {
  if (principal.kind === 'citizen') return { partyIds: principal.id };
  if (principal.kind === 'officer' && hasScope(principal, 'civil:read'))
    return { regionCode: withinRegion(principal.region) };
  return null;
}

/** A citizen sees their own applications; an officer of this agency with `applications:read` those of their region. */
export function visibleApplications(principal: Principal): Visible<{ readonly applicantId: string } | RegionFilter> {
  if (principal.kind === 'citizen') return { applicantId: principal.id };
  const isOwnOfficer = principal.kind === 'officer' && principal.agency === 'civil-records';
  return isOwnOfficer && hasScope(principal, 'applications:read')
    ? { regionCode: withinRegion(principal.region) }
    : null;
}
