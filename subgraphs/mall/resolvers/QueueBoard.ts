import type { QueueBoardResolvers } from '../generated/resolvers.ts';
import type { Context } from '../loaders.ts';
import type { MallRecord, QueueTicketRecord } from '../model.ts';
import { localDay, localMinute, timeZoneOf } from '../rules/localTime.ts';
import { averageWaitMinutes, slotsLeft, waitingLine } from '../rules/queue.ts';
import { isHoliday } from '../rules/workingTime.ts';

export const QueueBoard: QueueBoardResolvers = {
  mall: (mall) => mall,
  async serving(mall, _arguments, context) {
    const tickets = await ticketsOfToday(mall, context);
    return tickets.flatMap(({ status, number, counter }) =>
      (status === 'CALLED' || status === 'SERVING') && counter !== null ? [{ number, counter }] : [],
    );
  },
  waiting: async (mall, _arguments, context) => waitingLine(await ticketsOfToday(mall, context)).length,
  averageWaitMinutes: async (mall, _arguments, context) => averageWaitMinutes(await ticketsOfToday(mall, context)),

  async slotsLeft(mall, { service: code, date }, { loaders, now }) {
    const service = await loaders.serviceByCode.load(code);
    if (!service || !mall.agencyCodes.includes(service.agencyCode)) return [];
    const tickets = await loaders.ticketsOfDay({ mallId: mall._id, date });
    return slotsLeft({
      date,
      openingHours: mall.openingHours,
      booked: tickets.filter(({ serviceCode }) => serviceCode === code),
      localNow: localMinute(now, timeZoneOf(mall.regionCode)),
      isHoliday: isHoliday(date),
    });
  },
};

function ticketsOfToday(mall: MallRecord, { loaders, now }: Context): Promise<QueueTicketRecord[]> {
  return loaders.ticketsOfDay({ mallId: mall._id, date: localDay(now, timeZoneOf(mall.regionCode)) });
}
