import { localDay as localDayIn, timeZoneOf } from '#kit/localTime.ts';

const dayMs = 24 * 3_600_000;

/** The day that the calendar of a region shows at a moment, `YYYY-MM-DD`. */
export function localDay(moment: Date, regionCode: string): string {
  return localDayIn(moment, timeZoneOf(regionCode));
}

/** The whole days from one day to another, both `YYYY-MM-DD`. */
export function daysFrom(earlier: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / dayMs);
}

/** A day some days after another, both `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}
