import { orUserErrors } from '#kit/userErrors.ts';
import type { QueueTicketRecord } from '../../model.ts';
import { statusAfter } from '../../rules/tickets.ts';
import { change, requireClerk, requireTicket } from './requireTicket.ts';
import type { UseCase } from './useCase.ts';

export const serveTicket: UseCase<'serveTicket'> = (_root, { id }, context) =>
  orUserErrors<{ ticket: QueueTicketRecord | null }>({ ticket: null }, async () => {
    requireClerk(context.principal);
    const ticket = await requireTicket(id, context);
    return { ticket: await change('serveTicket', ticket, { status: statusAfter('serve', ticket.status) }, context) };
  });
