import type { QueryFilter } from 'mongoose';
import { batchByKey, batchListByKey, onceATurn } from '#kit/batchByKey.ts';
import { hasScope, isCitizen, type Principal } from '#kit/principal.ts';
import type { LoaderRequest } from '#kit/subgraph.ts';
import type { MallModels, QueueTicketRecord } from '../model.ts';

/** More tickets of one mall and day are not counted. */
const ticketsPerDay = 2_000;

/** One mall on one day. */
export interface MallDay {
  readonly mallId: string;
  readonly date: string;
}

/** Tickets: a citizen's own, and the line of a mall on a day. */
export function queueLoaders({ models, principal }: LoaderRequest<MallModels>) {
  const { QueueTicket } = models;
  const readable = ticketsReadableBy(principal);
  const ticketsOfMallDay = batchListByKey(
    (keys) => {
      const days = keys.map(mallDayOf);
      return QueueTicket.find({
        mallId: { $in: days.map(({ mallId }) => mallId) },
        date: { $in: days.map(({ date }) => date) },
      })
        .sort({ mallId: 1, date: 1, slot: 1, _id: 1 })
        .limit(keys.length * ticketsPerDay)
        .lean<QueueTicketRecord[]>();
    },
    (ticket) => keyOf(ticket),
  );

  return {
    ticketById: batchByKey(
      async (ids) =>
        readable === null
          ? []
          : QueueTicket.find({ _id: { $in: ids }, ...readable })
              .sort({ _id: 1 })
              .lean<QueueTicketRecord[]>(),
      ({ _id }) => _id,
    ),

    /** All tickets of a mall on a day, whoever holds them: for counting, not for showing. */
    ticketsOfDay: (day: MallDay) => ticketsOfMallDay.load(keyOf(day)),

    ticketsOf: onceATurn(
      async (citizenId: string, active: boolean | null, first: number): Promise<QueueTicketRecord[] | null> => {
        if (!isCitizen(principal, citizenId)) return null;
        return QueueTicket.find({ citizenId, ...(active === null ? {} : { active }) })
          .sort({ date: -1, _id: -1 })
          .limit(first)
          .lean<QueueTicketRecord[]>();
      },
    ),
  };
}

/** A citizen sees the own tickets, a clerk those of the own mall. null: none. */
function ticketsReadableBy(principal: Principal): QueryFilter<QueueTicketRecord> | null {
  if (principal.kind === 'citizen') return { citizenId: principal.id };
  if (principal.kind === 'clerk' && hasScope(principal, 'queue:manage')) return { mallId: principal.mall };
  return null;
}

function keyOf({ mallId, date }: MallDay): string {
  return `${date}|${mallId}`;
}

function mallDayOf(key: string): MallDay {
  return { date: key.slice(0, 10), mallId: key.slice(11) };
}
