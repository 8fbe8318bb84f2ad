import { isAlreadyThere } from '#kit/mongo.ts';
import type { LoaderRequest } from '#kit/subgraph.ts';
import type { MallModels, QueueTicketRecord } from '../model.ts';
import { ticketNumber } from '../rules/tickets.ts';

/** What becomes of a booking: the ticket, or that another try of it was there first, or that the place is taken. */
export type Booking =
  | { readonly outcome: 'BOOKED' | 'KNOWN'; readonly ticket: QueueTicketRecord }
  | { readonly outcome: 'TAKEN' };

/** Changes to tickets. */
export function queueChanges({ models }: LoaderRequest<MallModels>) {
  const { QueueDay, QueueTicket } = models;

  return {
    /** The next number of a mall's day. One that was given and not used is a gap, which nobody minds. */
    async nextNumber(mallId: string, date: string): Promise<string> {
      const count = () =>
        QueueDay.findOneAndUpdate(
          { _id: `${mallId}|${date}` },
          { $inc: { given: 1 } },
          { upsert: true, returnDocument: 'after' },
        ).lean();
      // Of two that make the day's first number at once, one finds that it is there already.
      const day = await count().catch((error: unknown) => {
        if (isAlreadyThere(error)) return count();
        throw error;
      });
      return ticketNumber(day?.given ?? 1);
    },

    /** Puts a ticket into its place. Two unique keys decide: its id, made of the caller's key, and the place. */
    async book(ticket: QueueTicketRecord): Promise<Booking> {
      try {
        await QueueTicket.create(ticket);
        return { outcome: 'BOOKED', ticket };
      } catch (error) {
        if (!isAlreadyThere(error)) throw error;
        const known = await this.bookingOf(ticket._id);
        return known ? { outcome: 'KNOWN', ticket: known } : { outcome: 'TAKEN' };
      }
    },

    /** The ticket that an earlier try of the same booking made. */
    bookingOf: (id: string): Promise<QueueTicketRecord | null> =>
      QueueTicket.findById(id).lean<QueueTicketRecord | null>(),

    /** Changes a ticket that still is as it was seen; null when somebody was quicker. */
    changeTicket: (
      { _id, status }: QueueTicketRecord,
      change: Partial<QueueTicketRecord>,
    ): Promise<QueueTicketRecord | null> =>
      QueueTicket.findOneAndUpdate(
        { _id, status },
        { $set: change },
        { returnDocument: 'after' },
      ).lean<QueueTicketRecord | null>(),
  };
}
