import { badInput, forbidden } from '#kit/errors.ts';
import { localDay, timeZoneOf } from '#kit/localTime.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { QueueTicketRecord } from '../../model.ts';
import { waitingLine } from '../../rules/queue.ts';
import { statusAfter } from '../../rules/tickets.ts';
import { requireClerk } from './requireTicket.ts';
import type { UseCase } from './useCase.ts';

const longestCounter = 30;

export const callNextTicket: UseCase<'callNextTicket'> = (_root, { mallId, counter }, context) =>
  orUserErrors<{ ticket: QueueTicketRecord | null }>({ ticket: null }, async () => {
    const { loaders, disclosures, principal, now } = context;
    const clerk = requireClerk(principal);
    if (clerk.mall !== mallId) throw forbidden('You may call at your own mall only.');
    if (counter.trim() === '' || counter.length > longestCounter) throw badInput('Name the counter.', 'counter');
    const date = localDay(now, timeZoneOf(clerk.region));
    // Whoever is called by another counter meanwhile is passed over.
    for (const next of waitingLine(await loaders.ticketsOfDay({ mallId, date }))) {
      const called = { status: statusAfter('call', next.status), counter, calledAt: now };
      const ticket = await loaders.changes.changeTicket(next, called);
      if (!ticket) continue;
      disclosures.noteLookUp('Mutation.callNextTicket', [ticket.citizenId]);
      return { ticket };
    }
    return { ticket: null };
  });
