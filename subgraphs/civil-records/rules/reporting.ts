import { daysFrom, localDay } from './days.ts';

/**
 * The days within which an event must be reported.
 *
 * Source: UU 23/2006 jo. UU 24/2013, articles 27 (birth), 34 (marriage), 40 (divorce) and 44 (death). A later report is
 * registered all the same, since MK 18/PUU-XI/2013 without a court's order.
 */
export const reportingLimitDays: Readonly<Partial<Record<string, number>>> = {
  BIRTH: 60,
  DEATH: 30,
  MARRIAGE: 60,
  DIVORCE: 60,
};

/** Whether an event was reported after its limit; never for an event without one. The last day still is in time. */
export function isReportedLate(event: {
  readonly kind: string;
  readonly eventDate: string;
  readonly reportedOn: string;
}): boolean {
  const limit = reportingLimitDays[event.kind];
  return limit !== undefined && daysFrom(event.eventDate, event.reportedOn) > limit;
}

/** The whole days that have passed since an event, by the calendar of the region that it is reported to. */
export function daysSinceEvent(event: { readonly eventDate: string; readonly regionCode: string }, now: Date): number {
  return daysFrom(event.eventDate, localDay(now, event.regionCode));
}
