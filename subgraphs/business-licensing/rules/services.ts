import { type OfferedService, type ServiceStandard, standardsOf } from '#kit/application/clock/standard.ts';
import type { LicenseKind } from '../generated/resolvers.ts';

export type ServiceName = LicenseKind | 'HEALTH_PRACTICE';

/** What is granted when the office does not decide in time (PP 28/2025; for a practice licence after 5 working days). */
const bySilence = { clockStart: 'DOCUMENTS_COMPLETE', silentApproval: true } as const;

/**
 * The services that people apply for here. Their days are those of the mall's catalogue; a test of the whole graph holds
 * the two together.
 */
export const services: Readonly<Record<ServiceName, OfferedService & { readonly kind: LicenseKind }>> = {
  BUSINESS_NUMBER: service('BUSINESS_NUMBER', 'LICENSING-BUSINESS-NUMBER', {
    workingDays: 1,
    clockStart: 'SUBMITTED',
    silentApproval: false,
  }),
  BASIC_REQUIREMENT: service('BASIC_REQUIREMENT', 'LICENSING-BASIC-REQUIREMENT', { workingDays: 25, ...bySilence }),
  STANDARD_CERTIFICATE: service('STANDARD_CERTIFICATE', 'LICENSING-STANDARD-CERTIFICATE', {
    workingDays: 14,
    ...bySilence,
  }),
  PERMIT: service('PERMIT', 'LICENSING-PERMIT', { workingDays: 20, ...bySilence }),
  SUPPORTING_LICENSE: service('SUPPORTING_LICENSE', 'LICENSING-SUPPORTING-LICENSE', { workingDays: 10, ...bySilence }),
  HEALTH_PRACTICE: service('SUPPORTING_LICENSE', 'LICENSING-HEALTH-PRACTICE', { workingDays: 5, ...bySilence }),
};

/** The standard of a service by its code. @throws RangeError for a service of somebody else */
export const standardOf = standardsOf(services);

/** The days for a correction are a sample: no source gives them. */
function service(
  kind: LicenseKind,
  code: string,
  standard: Pick<ServiceStandard, 'workingDays' | 'clockStart' | 'silentApproval'>,
): OfferedService & { readonly kind: LicenseKind } {
  return { kind, code, standard: { ...standard, restartsAfterCorrection: false, correctionDays: 14 } };
}
