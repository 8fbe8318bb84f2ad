import type { OpeningHoursFact } from '../types.ts';

/** The weekly timetables the malls keep, in local time. */
export const weekdayHours = [
  { day: 'MONDAY', opens: '08:00', closes: '15:00' },
  { day: 'TUESDAY', opens: '08:00', closes: '15:00' },
  { day: 'WEDNESDAY', opens: '08:00', closes: '15:00' },
  { day: 'THURSDAY', opens: '08:00', closes: '15:00' },
  { day: 'FRIDAY', opens: '08:00', closes: '14:00' },
] as const satisfies readonly OpeningHoursFact[];

export const longWeekdayHours = [
  { day: 'MONDAY', opens: '08:00', closes: '16:00' },
  { day: 'TUESDAY', opens: '08:00', closes: '16:00' },
  { day: 'WEDNESDAY', opens: '08:00', closes: '16:00' },
  { day: 'THURSDAY', opens: '08:00', closes: '16:00' },
  { day: 'FRIDAY', opens: '08:00', closes: '16:00' },
] as const satisfies readonly OpeningHoursFact[];

export const sixDayHours = [
  ...weekdayHours,
  { day: 'SATURDAY', opens: '08:00', closes: '12:00' },
] as const satisfies readonly OpeningHoursFact[];

export const jakartaHours = [
  { day: 'MONDAY', opens: '07:30', closes: '16:00' },
  { day: 'TUESDAY', opens: '07:30', closes: '16:00' },
  { day: 'WEDNESDAY', opens: '07:30', closes: '16:00' },
  { day: 'THURSDAY', opens: '07:30', closes: '16:00' },
  { day: 'FRIDAY', opens: '07:30', closes: '16:00' },
] as const satisfies readonly OpeningHoursFact[];
