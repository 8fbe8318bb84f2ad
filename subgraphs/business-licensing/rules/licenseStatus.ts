import type { ApplicationStatus } from '#kit/application/lifecycle.ts';
import type { LicenseKind, LicenseStatus } from '../generated/resolvers.ts';
import type { LicenseApplicationRecord, LicenseRecord } from '../model.ts';

/**
 * Where a licence stands while, and after, it is applied for. What happens to it later (a warning, a suspension) is told
 * by the office and not by the application.
 */
export function licenseStatusOf(kind: LicenseKind, application: ApplicationStatus): LicenseStatus {
  switch (application) {
    case 'DRAFT':
    case 'WITHDRAWN':
    case 'EXPIRED':
      return 'REQUIRED';
    case 'ISSUED':
    case 'COMPLETED':
      return 'ISSUED';
    case 'REJECTED':
      return 'REJECTED';
    default:
      return kind === 'STANDARD_CERTIFICATE' ? 'AWAITING_VERIFICATION' : 'IN_PROCESS';
  }
}

/** In this sandbox a practice licence is good for five years; licences by risk do not end. */
const practiceDays = 5 * 365;
const dayMs = 86_400_000;

/** The licence that an application is about, as the application alone makes it. */
export function licenseOf(application: LicenseApplicationRecord): LicenseRecord {
  const { license, outcome, steps, kind, nib } = application;
  const issuedAt = steps.find(({ to }) => to === 'ISSUED')?.at ?? null;
  const ends = issuedAt && nib === null ? new Date(issuedAt.getTime() + practiceDays * dayMs) : null;
  return {
    _id: license.id,
    ownerId: application.applicantId,
    regionPath: application.regionPath,
    nib,
    kind,
    name: license.name,
    number: issuedAt && license.number,
    status: licenseStatusOf(kind, application.status),
    authority: license.authority,
    agencyCode: 'DPMPTSP',
    issuedAt,
    validUntil: ends?.toISOString().slice(0, 10) ?? null,
    documentId: outcome?.documentId ?? null,
    verificationCode: outcome?.verificationCode ?? null,
    holderName: license.holderName,
  };
}
