import { localDay, startOfDay, timeZoneOf } from '#kit/localTime.ts';
import { regencyOf } from '#kit/regionCode.ts';
import type { SyntheticHousehold, SyntheticPerson } from '#kit/sandbox/population.ts';
import { ageOn } from '#kit/sandbox/population.ts';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import { load, type SeedRequest } from '#kit/sandbox/seed.ts';
import { malls } from '../data/malls.ts';
import type { TicketStatus } from '../model/citizens.ts';
import type { MallModels, QueueTicketRecord } from '../model.ts';

const mallOfRegion = new Map(malls.map(({ regionCode, id }) => [regionCode, id]));
const services = ['IDENTITY-ID-CARD-REPLACEMENT', 'IDENTITY-DIGITAL-ID-ACTIVATION', 'TAX-CLEARANCE-LETTER'] as const;
const slots = ['08:30', '09:00', '09:30', '10:00', '10:30', '11:00'] as const;
const minuteMs = 60_000;

/** What happened to the tickets of today, by how many stand there: most wait, some are served. */
const today: readonly TicketStatus[] = ['SERVED', 'SERVED', 'SERVING', 'CALLED', 'CHECKED_IN', 'CHECKED_IN', 'BOOKED'];
const before: readonly TicketStatus[] = ['SERVED', 'SERVED', 'SERVED', 'NO_SHOW', 'CANCELLED'];

/** Writes queue tickets: one of yesterday, today or the days to come for one in ten adults, and one for each of the cast. */
export async function seedQueue({ QueueTicket }: MallModels, { households, now }: SeedRequest): Promise<void> {
  await load(QueueTicket, ticketsOf(households, now));
}

function* ticketsOf(households: readonly SyntheticHousehold[], now: Date): Generator<QueueTicketRecord> {
  const issued = new Map<string, number>();
  for (const { members, place } of households) {
    const mallId = mallOfRegion.get(regencyOf(place.villageCode));
    if (mallId === undefined) continue;
    for (const person of members) {
      const random = new Random(`ticket of ${person.id}`);
      if (person.deceased || ageOn(person.birthDate, now) < 17) continue;
      if (person.persona === null && !random.chance(0.1)) continue;
      const daysAhead = person.persona === null ? random.whole(-3, 3) : 1;
      const serial = (issued.get(`${mallId} ${daysAhead}`) ?? 0) + 1;
      issued.set(`${mallId} ${daysAhead}`, serial);
      yield ticketOf(person, { mallId, region: place.villageCode, daysAhead, serial }, random, now);
    }
  }
}

function ticketOf(
  person: SyntheticPerson,
  where: { mallId: string; region: string; daysAhead: number; serial: number },
  random: Random,
  now: Date,
): QueueTicketRecord {
  const zone = timeZoneOf(where.region);
  const date = localDay(new Date(now.getTime() + where.daysAhead * 24 * 60 * minuteMs), zone);
  const slot = random.pick(slots);
  const status = where.daysAhead > 0 ? 'BOOKED' : random.pick(where.daysAhead === 0 ? today : before);
  const cameIn = !['BOOKED', 'NO_SHOW', 'CANCELLED'].includes(status);
  const wasCalled = cameIn && status !== 'CHECKED_IN';
  const slotAt = startOfDay(date, zone).getTime() + minutesOf(slot) * minuteMs;
  const checkedInAt = new Date(slotAt - random.whole(0, 10) * minuteMs);
  return {
    _id: opaqueId('tkt', person.id),
    number: `${random.pick(['A', 'B', 'C'])}-${String(where.serial).padStart(3, '0')}`,
    citizenId: person.id,
    mallId: where.mallId,
    serviceCode: random.pick(services),
    date,
    slot,
    status,
    active: ['BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING'].includes(status),
    counter: wasCalled ? `Gerai ${random.whole(1, 12)}` : null,
    applicationId: null,
    place: null,
    checkedInAt: cameIn ? checkedInAt : null,
    calledAt: wasCalled ? new Date(checkedInAt.getTime() + random.whole(3, 40) * minuteMs) : null,
  };
}

function minutesOf(slot: string): number {
  return Number(slot.slice(0, 2)) * 60 + Number(slot.slice(3));
}
