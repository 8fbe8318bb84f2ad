import { orUserErrors } from '#kit/userErrors.ts';
import type { QueueTicketRecord } from '../../model.ts';
import { statusAfter } from '../../rules/tickets.ts';
import { change, requireClerk, requireTicket } from './requireTicket.ts';
import type { UseCase } from './useCase.ts';

export const closeTicket: UseCase<'closeTicket'> = (_root, { id }, context) =>
  orUserErrors<{ ticket: QueueTicketRecord | null }>({ ticket: null }, async () => {
    requireClerk(context.principal);
    const ticket = await requireTicket(id, context);
    const status = statusAfter('close', ticket.status);
    return { ticket: await change('closeTicket', ticket, { status, active: false }, context) };
  });
