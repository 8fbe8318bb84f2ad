import { requireCitizen } from '#kit/principal.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { QueueTicketRecord } from '../../model.ts';
import { statusAfter } from '../../rules/tickets.ts';
import { change, requireTicket } from './requireTicket.ts';
import type { UseCase } from './useCase.ts';

export const cancelQueueTicket: UseCase<'cancelQueueTicket'> = (_root, { id }, context) =>
  orUserErrors<{ ticket: QueueTicketRecord | null }>({ ticket: null }, async () => {
    requireCitizen(context.principal);
    const ticket = await requireTicket(id, context);
    const status = statusAfter('cancel', ticket.status);
    // Its place is free again at once.
    return { ticket: await change('cancelQueueTicket', ticket, { status, active: false, place: null }, context) };
  });
