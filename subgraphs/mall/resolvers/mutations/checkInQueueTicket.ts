import { conflict } from '#kit/errors.ts';
import { localDay, timeZoneOf } from '#kit/localTime.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { QueueTicketRecord } from '../../model.ts';
import { statusAfter } from '../../rules/tickets.ts';
import { change, requireTicket } from './requireTicket.ts';
import type { UseCase } from './useCase.ts';

export const checkInQueueTicket: UseCase<'checkInQueueTicket'> = (_root, { id }, context) =>
  orUserErrors<{ ticket: QueueTicketRecord | null }>({ ticket: null }, async () => {
    const { loaders, now } = context;
    const ticket = await requireTicket(id, context);
    const mall = await loaders.mallById.load(ticket.mallId);
    const today = localDay(now, timeZoneOf(mall?.regionCode ?? ''));
    if (ticket.date !== today) throw conflict('This ticket is for another day.');
    const status = statusAfter('checkIn', ticket.status);
    return { ticket: await change('checkInQueueTicket', ticket, { status, checkedInAt: now }, context) };
  });
