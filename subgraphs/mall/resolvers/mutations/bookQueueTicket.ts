import { badInput, conflict } from '#kit/errors.ts';
import { requireCitizen } from '#kit/principal.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { BookQueueTicketInput } from '../../generated/resolvers.ts';
import type { Context } from '../../loaders.ts';
import type { QueueTicketRecord } from '../../model.ts';
import { assertHoldsNoTurn, freePlaces, ticketIdOf } from '../../rules/tickets.ts';
import { slotsOf } from '../slotsOf.ts';
import type { UseCase } from './useCase.ts';

export const bookQueueTicket: UseCase<'bookQueueTicket'> = (_root, { input }, context) =>
  orUserErrors<{ ticket: QueueTicketRecord | null }>({ ticket: null }, async () => {
    const citizen = requireCitizen(context.principal);
    const id = ticketIdOf(citizen.id, input.idempotencyKey);
    const known = await context.loaders.changes.bookingOf(id);
    const ticket = known ? sameBooking(known, input) : await book(id, citizen.id, input, context);
    return { ticket };
  });

async function book(id: string, citizenId: string, input: BookQueueTicketInput, context: Context) {
  const { loaders } = context;
  const tickets = await loaders.ticketsOfDay(input);
  const madeMeanwhile = tickets.find(({ _id }) => _id === id);
  if (madeMeanwhile) return sameBooking(madeMeanwhile, input);
  await assertCanBeBooked(input, context);
  assertHoldsNoTurn(citizenId, input.serviceCode, tickets);
  const wish = {
    _id: id,
    citizenId,
    mallId: input.mallId,
    serviceCode: input.serviceCode,
    date: input.date,
    slot: input.slot,
    status: 'BOOKED' as const,
    active: true,
    counter: null,
    applicationId: input.applicationId ?? null,
    checkedInAt: null,
    calledAt: null,
    number: await loaders.changes.nextNumber(input.mallId, input.date),
  };
  // What the list of tickets says may be old by now: the database decides who gets a place, one place after another.
  for (const place of freePlaces(input.serviceCode, input.slot, tickets)) {
    const booking = await loaders.changes.book({ ...wish, place });
    if (booking.outcome !== 'TAKEN') return sameBooking(booking.ticket, input);
  }
  throw conflict('This time has just been booked by others. Please choose another one.');
}

/** @throws BAD_USER_INPUT for what is not offered, CONFLICT for a time that is full or over */
async function assertCanBeBooked(input: BookQueueTicketInput, context: Context): Promise<void> {
  const { mallId, serviceCode, date, slot, applicationId } = input;
  const mall = await context.loaders.mallById.load(mallId);
  if (!mall) throw badInput('There is no such mall.', 'input.mallId');
  const isOwn = applicationId == null || (await context.loaders.applicationById.load(applicationId)) !== null;
  if (!isOwn) throw badInput('You have no such application.', 'input.applicationId');
  const slots = await slotsOf(mall, serviceCode, date, context);
  if (!slots) throw badInput('The mall does not offer this service.', 'input.serviceCode');
  if (!slots.some(({ start }) => start === slot)) throw conflict('This time is not free. Please choose another one.');
}

/** The ticket of an earlier try. @throws CONFLICT when that was for another booking */
function sameBooking(ticket: QueueTicketRecord, input: BookQueueTicketInput): QueueTicketRecord {
  const isSame =
    ticket.mallId === input.mallId &&
    ticket.serviceCode === input.serviceCode &&
    ticket.date === input.date &&
    ticket.slot === input.slot &&
    ticket.applicationId === (input.applicationId ?? null);
  if (!isSame) throw conflict('This key was used for another booking. Please use a new one.');
  return ticket;
}
