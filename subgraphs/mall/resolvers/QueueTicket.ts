import type { QueueTicketResolvers } from '../generated/resolvers.ts';
import { estimatedCallAt, positionOf } from '../rules/queue.ts';

export const QueueTicket: QueueTicketResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.ticketById.load(id),
  id: ({ _id }) => _id,
  mall: ({ mallId }, _arguments, { loaders }) => loaders.mallById.load(mallId),
  service: ({ serviceCode }, _arguments, { loaders }) => loaders.serviceByCode.load(serviceCode),
  async position(ticket, _arguments, { loaders }) {
    if (ticket.status !== 'CHECKED_IN') return null;
    return positionOf(ticket._id, await loaders.ticketsOfDay(ticket));
  },
  async estimatedCallAt(ticket, _arguments, { loaders, now }) {
    if (ticket.status !== 'CHECKED_IN') return null;
    const line = await loaders.ticketsOfDay(ticket);
    const position = positionOf(ticket._id, line);
    return position === null ? null : estimatedCallAt(position, line, now);
  },
  application: ({ applicationId }, _arguments, { loaders }) =>
    applicationId === null ? null : loaders.applicationById.load(applicationId),
};
