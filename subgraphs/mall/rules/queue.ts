import type { OpeningHoursFact, WeekDay } from '../data/types.ts';
import type { TicketStatus } from '../model/citizens.ts';

/** Tickets given out online for one slot. A sample: each mall decides, and keeps the rest for people who walk in. */
export const ticketsPerSlot = 6;
/** How far ahead a ticket can be booked. */
const bookingDays = 30;
const slotMinutes = 30;
/** The pace that is expected while nobody has been called yet. */
const usualMinutesPerCall = 8;
const minuteMs = 60_000;
const dayMs = 86_400_000;

export interface LineTicket {
  readonly _id: string;
  readonly slot: string;
  readonly status: TicketStatus;
  readonly checkedInAt: Date | null;
  readonly calledAt: Date | null;
}

/** Those who wait in the mall, in the order in which they are called: by booked time, then by who came first. */
export function waitingLine<Ticket extends LineTicket>(tickets: readonly Ticket[]): Ticket[] {
  return tickets
    .filter(({ status }) => status === 'CHECKED_IN')
    .sort((one, other) => {
      if (one.slot !== other.slot) return one.slot < other.slot ? -1 : 1;
      const cameIn = Number(one.checkedInAt) - Number(other.checkedInAt);
      return cameIn !== 0 ? cameIn : one._id < other._id ? -1 : 1;
    });
}

/** How many come before a ticket, plus one; null when it does not wait. */
export function positionOf(ticketId: string, tickets: readonly LineTicket[]): number | null {
  const place = waitingLine(tickets).findIndex(({ _id }) => _id === ticketId);
  return place === -1 ? null : place + 1;
}

/** Whole minutes from coming in to being called, on average; null when nobody was called. */
export function averageWaitMinutes(tickets: readonly LineTicket[]): number | null {
  const waits = tickets.flatMap(({ checkedInAt, calledAt }) =>
    checkedInAt && calledAt ? [Math.max(0, calledAt.getTime() - checkedInAt.getTime())] : [],
  );
  if (waits.length === 0) return null;
  return Math.round(waits.reduce((sum, wait) => sum + wait, 0) / waits.length / minuteMs);
}

/** When the ticket at a position may be called, by the pace at which tickets were called so far. */
export function estimatedCallAt(position: number, tickets: readonly LineTicket[], now: Date): Date {
  const calls = tickets.flatMap(({ calledAt }) => (calledAt ? [calledAt.getTime()] : [])).sort((a, b) => a - b);
  const first = calls.at(0);
  const last = calls.at(-1);
  const msPerCall =
    first === undefined || last === undefined || calls.length < 2
      ? usualMinutesPerCall * minuteMs
      : (last - first) / (calls.length - 1);
  return new Date(now.getTime() + position * msPerCall);
}

export interface Slot {
  readonly start: string;
  readonly left: number;
}

/**
 * The times of a day that still have tickets.
 *
 * @param booked the tickets of that mall, service and day
 * @param localNow the present time in the mall's own time zone, `YYYY-MM-DDTHH:MM`
 * @param isHoliday whether the mall is closed on that day
 */
export function slotsLeft(request: {
  readonly date: string;
  readonly openingHours: readonly OpeningHoursFact[];
  readonly booked: readonly Pick<LineTicket, 'slot' | 'status'>[];
  readonly localNow: string;
  readonly isHoliday: boolean;
}): Slot[] {
  const { date, localNow } = request;
  const daysAhead = (Date.parse(date) - Date.parse(localNow.slice(0, 10))) / dayMs;
  if (request.isHoliday || daysAhead < 0 || daysAhead > bookingDays) return [];
  const hours = request.openingHours.find(({ day }) => day === weekDayOf(date));
  if (!hours) return [];
  return slotStarts(hours)
    .filter((start) => `${date}T${start}` > localNow)
    .map((start) => ({ start, left: Math.max(0, ticketsPerSlot - ticketsOf(start, request.booked)) }))
    .filter(({ left }) => left > 0);
}

const weekDays: readonly WeekDay[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** The weekday of a day, `YYYY-MM-DD`. */
export function weekDayOf(date: string): WeekDay | undefined {
  return weekDays[(new Date(date).getUTCDay() + 6) % 7];
}

/** The half hours in which a mall is open, from the first minute to the last. */
function slotStarts({ opens, closes }: OpeningHoursFact): string[] {
  const starts: string[] = [];
  for (let minute = minutesOf(opens); minute + slotMinutes <= minutesOf(closes); minute += slotMinutes) {
    starts.push(`${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`);
  }
  return starts;
}

function ticketsOf(start: string, booked: readonly Pick<LineTicket, 'slot' | 'status'>[]): number {
  return booked.filter(({ slot, status }) => slot === start && status !== 'CANCELLED').length;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
