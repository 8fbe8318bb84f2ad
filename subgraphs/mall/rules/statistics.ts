import { type ApplicationStatus, endStatuses } from '#kit/application/lifecycle.ts';
import { badInput } from '#kit/errors.ts';
import { localMonth } from '#kit/localTime.ts';

const longestPeriodMonths = 12;
const dayMs = 86_400_000;

/** Whole calendar months, `YYYY-MM`, both included. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

/**
 * The months of a period that are over; by Western Indonesian Time, by which national statistics count. A month that is
 * not over would grow by one person from one question to the next, and two periods of days could differ by one person.
 *
 * @throws BAD_USER_INPUT unless it is whole calendar months, one to twelve of them
 */
export function monthsOf(period: { readonly from: string; readonly to: string }, now: Date): Months {
  const dayAfter = new Date(Date.parse(period.to) + dayMs).toISOString();
  if (period.to < period.from) throw badInput('The period ends before it begins.', 'period');
  if (!period.from.endsWith('-01') || dayAfter.slice(8, 10) !== '01') {
    throw badInput('A period is whole months: from the first day of one to the last day of one.', 'period');
  }
  const [from, to] = [period.from.slice(0, 7), period.to.slice(0, 7)];
  if (countOfMonth(to) - countOfMonth(from) >= longestPeriodMonths) {
    throw badInput(`A period is at most ${longestPeriodMonths} months.`, 'period');
  }
  const running = localMonth(now, 'WIB');
  return { from, to: to < running ? to : monthBefore(running) };
}

function countOfMonth(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}

function monthBefore(month: string): string {
  return new Date(Date.parse(`${month}-01`) - dayMs).toISOString().slice(0, 7);
}

/** How many applications share a status and the working hours to the decision (null: undecided). */
export interface ApplicationCount {
  readonly status: ApplicationStatus;
  readonly workingHours: number | null;
  readonly count: number;
}

export interface ApplicationTally {
  readonly submitted: number;
  readonly open: number;
  readonly issued: number;
  readonly rejected: number;
  readonly medianWorkingHours: number | null;
}

/** Adds the counts up. */
export function tallyOf(counts: readonly ApplicationCount[]): ApplicationTally {
  const countOf = (holds: (status: ApplicationStatus) => boolean) =>
    counts.reduce((sum, { status, count }) => sum + (holds(status) ? count : 0), 0);
  return {
    submitted: countOf(() => true),
    open: countOf((status) => !endStatuses.includes(status)),
    issued: countOf((status) => status === 'ISSUED' || status === 'COMPLETED'),
    rejected: countOf((status) => status === 'REJECTED'),
    medianWorkingHours: medianOf(
      counts.flatMap(({ workingHours, count }) => (workingHours === null ? [] : [{ value: workingHours, count }])),
    ),
  };
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
