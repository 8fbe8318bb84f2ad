import type { ApplicationStatus } from '#kit/application/lifecycle.ts';
import type { LicenseKind, LicenseStatus } from '../generated/resolvers.ts';

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
