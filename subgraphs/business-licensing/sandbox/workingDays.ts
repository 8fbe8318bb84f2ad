import { daysBefore } from '#kit/sandbox/calendar.ts';

/** The moment that many working days earlier. Only weekends are left out: the table of holidays is the mall's. */
export function workingDaysBefore(moment: Date, days: number): Date {
  let earlier = moment;
  for (let left = days; left > 0; ) {
    earlier = daysBefore(earlier, 1);
    if (isWorkingDay(earlier)) left -= 1;
  }
  return earlier;
}

/** By the clock of western Indonesia (UTC+7), where the sandbox needs it. */
function isWorkingDay(moment: Date): boolean {
  const weekday = new Date(moment.getTime() + 7 * 3_600_000).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
