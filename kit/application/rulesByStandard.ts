import { timeZoneOf } from '../localTime.ts';
import { nextDueAt, returnedUntil } from './clock/dueTimes.ts';
import type { ServiceStandard } from './clock/standard.ts';
import type { ApplicationFile } from './file.ts';
import type { ApplicationRules } from './steps.ts';

/**
 * What follows from the standard of an application's service alone: its terms, how long a correction may take, and when
 * it comes due, by the working time of the competent region.
 *
 * @param standardOf the standard of a service of the agency, by its code
 */
export function rulesByStandard(
  standardOf: (serviceCode: string) => ServiceStandard,
): Pick<ApplicationRules<ApplicationFile>, 'termsOf' | 'correctUntil' | 'dueAt'> {
  return {
    termsOf: ({ serviceCode }) => standardOf(serviceCode),
    correctUntil: ({ steps, serviceCode }) => returnedUntil(steps, standardOf(serviceCode)) ?? new Date(0),
    dueAt: ({ steps, serviceCode, regionCode }) => nextDueAt(steps, standardOf(serviceCode), timeZoneOf(regionCode)),
  };
}
