import { textScalar } from './textScalar.ts';

const calendarDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** True for a day that the calendar has, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  const parts = calendarDate.exec(text);
  if (!parts) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

/** `Date`: a day without a time, stored and sent as `YYYY-MM-DD`. A stored time gives its day in UTC. */
export const DateScalar = textScalar<string>(
  'Date',
  'a day of the calendar, written YYYY-MM-DD',
  (text) => (isCalendarDate(text) ? text : null),
  (value) => {
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    if (typeof value === 'string' && isCalendarDate(value)) return value;
    throw new TypeError('A stored day was expected.');
  },
);

/** `DateTime`: a moment, stored as a time and sent in UTC as ISO 8601 (RFC 3339). */
export const DateTimeScalar = textScalar<Date>(
  'DateTime',
  'a moment with its time zone, written like 2026-11-24T09:30:00+07:00',
  (text) => {
    const time = instant.test(text) && isCalendarDate(text.slice(0, 10)) ? new Date(text) : null;
    return time && !Number.isNaN(time.getTime()) ? time : null;
  },
  (value) => {
    if (value instanceof Date) return value.toISOString();
    throw new TypeError('A stored time was expected.');
  },
);
