import { isHoliday } from '#kit/application/clock/workingTime.ts';
import { localMinute, timeZoneOf } from '#kit/localTime.ts';
import type { Context } from '../loaders.ts';
import type { MallRecord } from '../model.ts';
import { type Slot, slotsLeft } from '../rules/queue.ts';

/** The times of a day that can still be booked for a service; null when the mall does not offer it. */
export async function slotsOf(
  mall: MallRecord,
  serviceCode: string,
  date: string,
  { loaders, now }: Context,
): Promise<Slot[] | null> {
  const service = await loaders.serviceByCode.load(serviceCode);
  if (!service || !mall.agencyCodes.includes(service.agencyCode)) return null;
  const tickets = await loaders.ticketsOfDay({ mallId: mall._id, date });
  return slotsLeft({
    date,
    openingHours: mall.openingHours,
    booked: tickets.filter((ticket) => ticket.serviceCode === serviceCode),
    localNow: localMinute(now, timeZoneOf(mall.regionCode)),
    isHoliday: isHoliday(date),
  });
}
