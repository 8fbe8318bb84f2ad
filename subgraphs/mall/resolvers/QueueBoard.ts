import { localDay, timeZoneOf } from '#kit/localTime.ts';
import type { QueueBoardResolvers } from '../generated/resolvers.ts';
import type { Context } from '../loaders.ts';
import type { MallRecord, QueueTicketRecord } from '../model.ts';
import { averageWaitMinutes, waitingLine } from '../rules/queue.ts';
import { slotsOf } from './slotsOf.ts';

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

  slotsLeft: async (mall, { service, date }, context) => (await slotsOf(mall, service, date, context)) ?? [],
};

function ticketsOfToday(mall: MallRecord, { loaders, now }: Context): Promise<QueueTicketRecord[]> {
  return loaders.ticketsOfDay({ mallId: mall._id, date: localDay(now, timeZoneOf(mall.regionCode)) });
}
