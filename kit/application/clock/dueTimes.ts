import type { TimeZone } from '../../localTime.ts';
import type { ApplicationStatus } from '../lifecycle.ts';
import type { ServiceStandard } from './standard.ts';
import { type ClockStep, replayClock } from './workingClock.ts';
import { calendarIn } from './workingTime.ts';

const dayMs = 24 * 3_600_000;

/** A step, as far as due times follow from it. */
export interface TimedStep extends ClockStep {
  readonly to: ApplicationStatus;
}

/**
 * When the promised working time of an application is used up, as its clock runs after the last step.
 *
 * Depends on nothing but its arguments. A step that is told twice, or after a later one, changes nothing.
 *
 * @param zone of the region whose office decides
 * @returns null while the clock has not started, is paused or has stopped: nothing comes due then
 */
export function dueAtOf(
  steps: readonly ClockStep[],
  { workingDays }: Pick<ServiceStandard, 'workingDays'>,
  zone: TimeZone,
): Date | null {
  const latest = new Date(Math.max(0, ...steps.map(({ at }) => at.getTime())));
  const { state, dueAt } = replayClock(steps, workingDays, calendarIn(zone), latest);
  return state === 'RUNNING' ? dueAt : null;
}

/**
 * Until when a returned file can be corrected; at that moment it lapses.
 *
 * @returns null for a file that is not waiting for a correction
 */
export function returnedUntil(
  steps: readonly TimedStep[],
  { correctionDays }: Pick<ServiceStandard, 'correctionDays'>,
): Date | null {
  const last = latestOf(steps);
  return last?.to === 'RETURNED' ? new Date(last.at.getTime() + correctionDays * dayMs) : null;
}

/**
 * When something may happen to an application by itself: the correction lapses, the fee lapses, or the office's time is
 * used up. What happens then, if anything, is the lifecycle's to say.
 *
 * @param payableUntil until when the fee can be paid, for an application that waits for it
 */
export function nextDueAt(
  steps: readonly TimedStep[],
  standard: ServiceStandard,
  zone: TimeZone,
  payableUntil: Date | null = null,
): Date | null {
  switch (latestOf(steps)?.to) {
    case 'RETURNED':
      return returnedUntil(steps, standard);
    case 'AWAITING_PAYMENT':
      return payableUntil;
    default:
      return dueAtOf(steps, standard, zone);
  }
}

function latestOf(steps: readonly TimedStep[]): TimedStep | undefined {
  return steps.reduce<TimedStep | undefined>(
    (latest, step) => (latest && latest.sequence >= step.sequence ? latest : step),
    undefined,
  );
}
