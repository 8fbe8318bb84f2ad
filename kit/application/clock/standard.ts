import type { ServiceTerms } from '../advance.ts';

/** What the published standard of a service says about the way and the time of its applications. */
export interface ServiceStandard extends ServiceTerms {
  /** How long the office may take, in working days of 8 hours. */
  readonly workingDays: number;
  /** How long an applicant may take to correct a returned file, in days of 24 hours. */
  readonly correctionDays: number;
}

/** A service that an agency takes applications for. */
export interface OfferedService {
  /** Its code in the mall's catalogue. */
  readonly code: string;
  readonly standard: ServiceStandard;
}

/**
 * Looks the standard of a service up by its code.
 *
 * @returns a function that throws RangeError for a code that the agency does not offer
 */
export function standardsOf(
  services: Readonly<Record<string, OfferedService>>,
): (serviceCode: string) => ServiceStandard {
  const byCode = new Map(Object.values(services).map(({ code, standard }) => [code, standard]));
  return (serviceCode) => {
    const standard = byCode.get(serviceCode);
    if (!standard) throw new RangeError(`The service ${serviceCode} is not one of this agency.`);
    return standard;
  };
}
