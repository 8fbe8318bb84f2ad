import { type ApplicationStatus, endStatuses } from '#kit/application/lifecycle.ts';
import { badInput } from '#kit/errors.ts';
import { startOfDay } from '#kit/localTime.ts';

/** A group with fewer people than this is not shown: its numbers could tell about one of them. */
export const smallestGroup = 10;
const longestPeriodDays = 366;
const dayMs = 86_400_000;

export function isTooSmall(size: number): boolean {
  return size < smallestGroup;
}

/** From the first moment of the period up to, but not including, the first moment after it. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/**
 * The time of a period; its days are those of Western Indonesian Time, by which national statistics count.
 *
 * @throws BAD_USER_INPUT when it ends before it begins or is longer than 366 days
 */
export function spanOf(period: { readonly from: string; readonly to: string }): Span {
  const days = (Date.parse(period.to) - Date.parse(period.from)) / dayMs + 1;
  if (days < 1) throw badInput('The period ends before it begins.', 'period');
  if (days > longestPeriodDays) throw badInput(`A period is at most ${longestPeriodDays} days.`, 'period');
  const from = startOfDay(period.from, 'WIB');
  return { from, until: new Date(from.getTime() + days * dayMs) };
}

/** How many applications of one group share a status and the whole working hours to the decision (null: undecided). */
export interface ApplicationCount {
  readonly group: string;
  readonly status: ApplicationStatus;
  readonly workingHours: number | null;
  readonly count: number;
}

export interface ApplicationTally {
  readonly group: string;
  readonly submitted: number;
  readonly open: number;
  readonly issued: number;
  readonly rejected: number;
  readonly medianWorkingHours: number | null;
}

/** Adds the counts up, group by group, in the order of the groups. */
export function tallyByGroup(counts: readonly ApplicationCount[]): ApplicationTally[] {
  return [...new Set(counts.map(({ group }) => group))].sort().map((group) => {
    const rows = counts.filter((row) => row.group === group);
    const countOf = (holds: (status: ApplicationStatus) => boolean) =>
      rows.reduce((sum, { status, count }) => sum + (holds(status) ? count : 0), 0);
    return {
      group,
      submitted: countOf(() => true),
      open: countOf((status) => !endStatuses.includes(status)),
      issued: countOf((status) => status === 'ISSUED' || status === 'COMPLETED'),
      rejected: countOf((status) => status === 'REJECTED'),
      medianWorkingHours: medianOf(
        rows.flatMap(({ workingHours, count }) => (workingHours === null ? [] : [{ value: workingHours, count }])),
      ),
    };
  });
}

/** The median of values that are given with how often each occurs; null when there are none. */
export function medianOf(counted: readonly { readonly value: number; readonly count: number }[]): number | null {
  const ascending = [...counted].sort((one, other) => one.value - other.value);
  const total = ascending.reduce((sum, { count }) => sum + count, 0);
  const valueAt = (place: number): number => {
    let passed = 0;
    for (const { value, count } of ascending) {
      passed += count;
      if (place < passed) return value;
    }
    return 0;
  };
  if (total === 0) return null;
  return (valueAt(Math.floor((total - 1) / 2)) + valueAt(Math.floor(total / 2))) / 2;
}
