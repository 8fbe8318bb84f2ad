import { type LifecycleEvent, lifecycle } from '#kit/application/lifecycle.ts';
import type {
  BusinessActorType,
  BusinessEntityType,
  BusinessScale,
  CapitalStatus,
  GovernmentLevel,
  NibStatus,
  TaxFlag,
} from '../generated/resolvers.ts';

/**
 * The codes by which OSS and the systems that exchange data with it know our values.
 *
 * Source: annexes of the agency integration documents, oss-rba/oss-rba.github.io v4.3.22.
 */

/** Annex 18 */
export const actorTypeCodes = {
  ENTITY: '01',
  INDIVIDUAL: '02',
  REPRESENTATIVE_OFFICE: '03',
  FOREIGN_ENTITY: '04',
} as const satisfies Record<BusinessActorType, string>;

/** Annex 2 */
export const entityTypeCodes = {
  LIMITED_COMPANY: '01',
  LIMITED_PARTNERSHIP: '02',
  GENERAL_PARTNERSHIP: '05',
  COOPERATIVE: '07',
  FOUNDATION: '10',
  SOLE_LIMITED_COMPANY: '26',
  VILLAGE_ENTERPRISE: '28',
} as const satisfies Record<BusinessEntityType, string>;

/** Annex 31 */
export const scaleCodes = {
  MICRO: '01',
  SMALL: '02',
  MEDIUM: '03',
  LARGE: '04',
} as const satisfies Record<BusinessScale, string>;

/** Annex 1 */
export const capitalStatusCodes = {
  FOREIGN_INVESTMENT: '01',
  DOMESTIC_INVESTMENT: '02',
  NONE: '03',
} as const satisfies Record<CapitalStatus, string>;

/** Annex 14; its 03 (may do business) and 04 (may operate) follow from the licences and are not kept. */
export const nibStatusCodes = {
  ACTIVE: '01',
  INACTIVE: '02',
  SUSPENDED: '05',
  REVOKED: '06',
} as const satisfies Record<NibStatus, string>;

/** Annex 19 */
export const taxFlagCodes = {
  VALID: '00',
  INVALID: '01',
  ANNUAL_RETURN_MISSING: '02',
  VAT_RETURN_MISSING: '03',
  TAXPAYER_NOT_FOUND: '04',
} as const satisfies Record<TaxFlag, string>;

/** Kewenangan */
export const authorityCodes = {
  CENTRAL: '00',
  PROVINCE: '01',
  REGENCY: '02',
} as const satisfies Record<GovernmentLevel, string>;

/**
 * Annex 10, the OSS status list: the last code that an application reached on its way. A step that OSS has no code for
 * leaves the file where it was; a draft is not known to OSS at all.
 */
export function officialStatusCode(events: readonly LifecycleEvent[]): string | null {
  return (
    events.map((event, index) => codeOfStep(event, events.slice(0, index))).findLast((code) => code !== null) ?? null
  );
}

/** A file returned from the document check is incomplete (11); later on its applicant is asked for something (41). */
function codeOfStep(event: LifecycleEvent, before: readonly LifecycleEvent[]): string | null {
  const isIncomplete = event === 'RETURN_FOR_CORRECTION' && !before.includes('ACCEPT_DOCUMENTS');
  return isIncomplete ? '11' : lifecycle[event].ossCode;
}
