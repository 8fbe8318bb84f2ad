import { daysBefore } from '#kit/sandbox/calendar.ts';
import { journey, wayTo } from '#kit/sandbox/journey.ts';
import { citizenIdOf } from '#kit/sandbox/population.ts';
import { Random } from '#kit/sandbox/random.ts';
import type { SeedRequest } from '#kit/sandbox/seed.ts';

/** One record, and one announcement. */
export async function seed({ connection, now, announce }: SeedRequest): Promise<void> {
  await connection.collection('notes').insertOne({ written: 'by the seed' });
  const applicantId = citizenIdOf('nurse');
  await announce({
    id: 'MPP-3510-261124-000000-0',
    typeName: 'OfficeApplication',
    agency: 'office',
    serviceCode: 'OFFICE-NOTE',
    applicantId,
    submittedById: applicantId,
    channel: 'ONLINE',
    regionCode: '35.10',
    steps: journey({
      events: wayTo.SUBMITTED,
      startedAt: daysBefore(now, 1),
      now,
      clockStart: 'SUBMITTED',
      random: new Random('office'),
    }),
  });
}
