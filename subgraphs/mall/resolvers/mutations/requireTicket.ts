import { conflict, forbidden, notFound } from '#kit/errors.ts';
import { hasScope, type Principal } from '#kit/principal.ts';
import type { Context } from '../../loaders.ts';
import type { QueueTicketRecord } from '../../model.ts';

export type Clerk = Extract<Principal, { kind: 'clerk' }>;

/** A clerk who runs the queue of a mall. @throws FORBIDDEN for anybody else */
export function requireClerk(principal: Principal): Clerk {
  if (principal.kind !== 'clerk' || !hasScope(principal, 'queue:manage')) {
    throw forbidden('Only a clerk of the mall may do this.');
  }
  return principal;
}

/** A ticket that the caller may see: the own one, or one of the clerk's mall. @throws NOT_FOUND for any other */
export async function requireTicket(id: string, { loaders }: Context): Promise<QueueTicketRecord> {
  const ticket = await loaders.ticketById.load(id);
  if (!ticket) throw notFound('There is no such ticket.');
  return ticket;
}

/** Changes a ticket, and notes it where it is somebody else's. @throws CONFLICT when somebody was quicker */
export async function change(
  mutation: string,
  ticket: QueueTicketRecord,
  facts: Partial<QueueTicketRecord>,
  { loaders, principal, disclosures }: Context,
): Promise<QueueTicketRecord> {
  const changed = await loaders.changes.changeTicket(ticket, facts);
  if (!changed) throw conflict('The ticket has changed meanwhile. Please look again.');
  if (principal.kind !== 'citizen') disclosures.noteLookUp(`Mutation.${mutation}`, [ticket.citizenId]);
  return changed;
}
