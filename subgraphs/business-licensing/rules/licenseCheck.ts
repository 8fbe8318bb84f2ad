import { localDay } from '#kit/localTime.ts';
import type { LicenseKind, LicenseStatus } from '../generated/resolvers.ts';
import type { LicenseRecord } from '../model.ts';

/** In these a licence permits what it names; a warned business may go on. */
const inForce: readonly LicenseStatus[] = ['ISSUED', 'SELF_DECLARED', 'WARNED'];

/** What everybody may learn about a licence. */
export interface LicenseCheckAnswer {
  readonly valid: boolean;
  readonly kind: LicenseKind | null;
  readonly issuedByCode: string | null;
  readonly issuedOn: string | null;
  readonly validUntil: string | null;
}

const notValid: LicenseCheckAnswer = {
  valid: false,
  kind: null,
  issuedByCode: null,
  issuedOn: null,
  validUntil: null,
};

/** Whether a licence was issued, is in force and has not ended. */
export function isInForce({ status, issuedAt, validUntil }: LicenseRecord, today: string): boolean {
  return issuedAt !== null && inForce.includes(status) && (validUntil === null || validUntil >= today);
}

/** The same answer for every licence that is not in force, so that trying codes tells nothing of whose they were. */
export function checkLicense(license: LicenseRecord | null, today: string): LicenseCheckAnswer {
  if (license?.issuedAt == null || !isInForce(license, today)) return notValid;
  const { kind, agencyCode, issuedAt, validUntil } = license;
  return { valid: true, kind, issuedByCode: agencyCode, issuedOn: localDay(issuedAt, 'WIB'), validUntil };
}
