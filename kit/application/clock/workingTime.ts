import { offsetMs, type TimeZone, timeZoneOf } from '../../localTime.ts';
import { holidays } from './holidays.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const opensAt = 8 * hourMs;
const closesAt = 16 * hourMs;

/** The hours of one working day. */
export const hoursPerDay = (closesAt - opensAt) / hourMs;

/** When offices work: Monday to Friday, 08:00 to 16:00 in their own time, not on holidays. */
export interface WorkingCalendar {
  readonly zone: TimeZone;
  /** Days without work, `YYYY-MM-DD`. */
  readonly holidays: ReadonlySet<string>;
}

const daysOff: ReadonlySet<string> = new Set(holidays.map(({ date }) => date));

/** Whether a day, `YYYY-MM-DD`, is a national holiday or a day of joint leave, on which offices are closed. */
export function isHoliday(day: string): boolean {
  return daysOff.has(day);
}

/** When the offices of a region work. */
export function calendarOf(regionCode: string): WorkingCalendar {
  return calendarIn(timeZoneOf(regionCode));
}

/** When the offices of a time zone work. */
export function calendarIn(zone: TimeZone): WorkingCalendar {
  return { zone, holidays: daysOff };
}

/** The working time between two moments, in milliseconds; 0 when the second is not later. */
export function workingTimeBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  const start = localMs(from, calendar);
  const end = localMs(to, calendar);
  let total = 0;
  for (let day = startOf(start); day < end; day += dayMs) {
    if (isWorkingDay(day, calendar)) {
      total += Math.max(0, Math.min(end, day + closesAt) - Math.max(start, day + opensAt));
    }
  }
  return total;
}

/** The first moment by which that much working time, in milliseconds, has passed. */
export function afterWorkingTime(from: Date, workingMs: number, calendar: WorkingCalendar): Date {
  const start = localMs(from, calendar);
  let left = workingMs;
  if (left <= 0) return from;
  for (let day = startOf(start); ; day += dayMs) {
    const begins = Math.max(start, day + opensAt);
    const room = isWorkingDay(day, calendar) ? Math.max(0, day + closesAt - begins) : 0;
    if (left <= room) return new Date(begins + left - offsetMs(calendar.zone));
    left -= room;
  }
}

function localMs(moment: Date, calendar: WorkingCalendar): number {
  return moment.getTime() + offsetMs(calendar.zone);
}

function startOf(local: number): number {
  return Math.floor(local / dayMs) * dayMs;
}

function isWorkingDay(day: number, calendar: WorkingCalendar): boolean {
  // The first day of Unix time was a Thursday.
  const weekday = (Math.floor(day / dayMs) + 4) % 7;
  if (weekday === 0 || weekday === 6) return false;
  return !calendar.holidays.has(new Date(day).toISOString().slice(0, 10));
}
