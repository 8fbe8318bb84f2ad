import { createHash } from 'node:crypto';
import { badInput, conflict } from '#kit/errors.ts';
import type { TicketStatus } from '../model/citizens.ts';
import { ticketsPerSlot } from './queue.ts';

/** What may happen to a ticket, in which states, and what it is then. A closing depends on whether somebody came. */
const steps = {
  cancel: { BOOKED: 'CANCELLED' },
  checkIn: { BOOKED: 'CHECKED_IN' },
  call: { CHECKED_IN: 'CALLED' },
  serve: { CALLED: 'SERVING' },
  close: { CALLED: 'NO_SHOW', SERVING: 'SERVED' },
} as const satisfies Record<string, Partial<Record<TicketStatus, TicketStatus>>>;

export type TicketStep = keyof typeof steps;

/** The state after a step. @throws CONFLICT when the ticket is past it, or not there yet */
export function statusAfter(step: TicketStep, status: TicketStatus): TicketStatus {
  const after = (steps[step] as Partial<Record<TicketStatus, TicketStatus>>)[status];
  if (!after) throw conflict(`This cannot be done with a ticket that is ${status}.`);
  return after;
}

/** Whether a ticket still counts. */
export function isActive(status: TicketStatus): boolean {
  return ['BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING'].includes(status);
}

/** The name of one of the places of a slot: of two tickets of a mall and day, no two hold the same. */
export function placeOf(serviceCode: string, slot: string, number: number): string {
  return `${serviceCode}|${slot}|${number}`;
}

export interface SlotTicket {
  readonly citizenId: string;
  readonly serviceCode: string;
  readonly slot: string;
  readonly status: TicketStatus;
  readonly place: string | null;
}

/** The places of a slot that nobody holds, as far as these tickets of the day tell. */
export function freePlaces(serviceCode: string, slot: string, tickets: readonly SlotTicket[]): string[] {
  const holding = tickets.filter(
    (ticket) => ticket.serviceCode === serviceCode && ticket.slot === slot && ticket.status !== 'CANCELLED',
  );
  const held = new Set(holding.map(({ place }) => place));
  const places = Array.from({ length: ticketsPerSlot }, (_, number) => placeOf(serviceCode, slot, number));
  return places.filter((place) => !held.has(place)).slice(0, Math.max(0, ticketsPerSlot - holding.length));
}

/**
 * One turn for a service on a day is enough, so that nobody takes the places of others.
 *
 * @throws CONFLICT when the citizen holds one already
 */
export function assertHoldsNoTurn(citizenId: string, serviceCode: string, tickets: readonly SlotTicket[]): void {
  const holds = tickets.some(
    (ticket) => ticket.citizenId === citizenId && ticket.serviceCode === serviceCode && isActive(ticket.status),
  );
  if (holds) throw conflict('You have a ticket for this service on that day already.');
}

const keyForm = /^[\w.:-]{8,100}$/;

/**
 * The id of the ticket that a booking makes: the same for every try of one caller with one key, so that the database
 * itself lets only one of them through.
 *
 * @throws BAD_USER_INPUT when it is no key
 */
export function ticketIdOf(citizenId: string, idempotencyKey: string): string {
  if (!keyForm.test(idempotencyKey)) {
    throw badInput('A key has 8 to 100 letters, digits, dots, colons and dashes.', 'input.idempotencyKey');
  }
  const digest = createHash('sha256').update(`bookQueueTicket\n${citizenId}\n${idempotencyKey}`).digest('hex');
  return `tkt-${digest.slice(0, 32)}`;
}

/** The number that is called; `D` stands for what was booked online. */
export function ticketNumber(given: number): string {
  return `D-${String(given).padStart(3, '0')}`;
}
