import { isHoliday } from '#kit/application/clock/workingTime.ts';
import { localDay } from '#kit/localTime.ts';
import { daysBefore } from '#kit/sandbox/calendar.ts';

/** The moment that many working days earlier. */
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
  const day = localDay(moment, 'WIB');
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}
