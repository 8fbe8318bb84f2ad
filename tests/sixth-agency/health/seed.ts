import { trackingNumber } from '#kit/application/trackingNumber.ts';
import { dayOf, daysBefore } from '#kit/sandbox/calendar.ts';
import { journey, wayTo } from '#kit/sandbox/journey.ts';
import { citizenIdOf } from '#kit/sandbox/population.ts';
import { Random } from '#kit/sandbox/random.ts';
import { load, type SeedRequest } from '#kit/sandbox/seed.ts';
import { healthModels } from './subgraph.ts';

/** One request of the nurse, for a service that the mall's catalogue does not know. */
export async function seed({ connection, now, announce }: SeedRequest): Promise<void> {
  const startedAt = daysBefore(now, 2);
  const id = trackingNumber('33.72', dayOf(startedAt), 'vaccination of the nurse');
  const applicantId = citizenIdOf('nurse');
  await load(healthModels(connection).Application, [{ _id: id, applicantId, vaccine: 'Influenza' }]);
  await announce({
    id,
    typeName: 'VaccinationApplication',
    agency: 'health',
    serviceCode: 'HEALTH-VACCINATION',
    serviceName: 'Vaksinasi',
    applicantId,
    submittedById: applicantId,
    channel: 'ONLINE',
    regionCode: '33.72',
    steps: journey({
      events: wayTo.VERIFICATION,
      startedAt,
      now,
      clockStart: 'SUBMITTED',
      random: new Random('vaccination'),
    }),
  });
}
