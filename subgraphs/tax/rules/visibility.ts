import { hasScope, type Principal } from '#kit/principal.ts';

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

interface OfRegion {
  readonly $or: { readonly regionCode: string | { readonly $gte: string; readonly $lt: string } }[];
}

/** A citizen sees their own applications; an officer of this agency with `applications:read` those of their region. */
export function visibleApplications(principal: Principal): Visible<{ readonly applicantId: string } | OfRegion> {
  if (principal.kind === 'citizen') return { applicantId: principal.id };
  const isOwnOfficer = principal.kind === 'officer' && principal.agency === 'tax';
  if (!isOwnOfficer || !hasScope(principal, 'applications:read')) return null;
  const { region } = principal;
  // The codes of a region and of everything in it: a slash is the character after the dot.
  return { $or: [{ regionCode: region }, { regionCode: { $gte: `${region}.`, $lt: `${region}/` } }] };
}
