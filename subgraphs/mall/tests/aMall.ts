import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import type { LifecycleEvent } from '#kit/application/lifecycle.ts';
import { trackingNumber } from '#kit/application/trackingNumber.ts';
import { journey } from '#kit/sandbox/journey.ts';
import { Random } from '#kit/sandbox/random.ts';
import { load } from '#kit/sandbox/seed.ts';
import { startTestAgency, type TestAgency, type TestAnswer } from '#kit/testing/testAgency.ts';
import { type MallModels, mallModels } from '../model.ts';
import { seedCatalogue } from '../sandbox/catalogue.ts';
import mall from '../subgraph.ts';

/** A mall for a test: with the whole catalogue, but one region only, so that it starts at once. */
export async function aMall(): Promise<{ readonly agency: TestAgency; readonly models: MallModels }> {
  const agency = await startTestAgency(mall);
  const models = mallModels(agency.connection);
  await seedCatalogue(models);
  await load(models.Region, [
    {
      _id: '35.10',
      level: 'REGENCY',
      parent: '35',
      name: 'Kabupaten Banyuwangi',
      searchName: 'banyuwangi',
      isPilot: true,
    },
  ]);
  return { agency, models };
}

let made = 0;

/** An announced application of `ctz-mother` for a tax clearance letter in Banyuwangi, unless said otherwise. */
export function announced(
  events: readonly LifecycleEvent[],
  facts: Partial<ApplicationAnnouncement> & { readonly daysAgo?: number } = {},
): ApplicationAnnouncement {
  const { daysAgo = 20, ...rest } = facts;
  const now = new Date();
  made += 1;
  return {
    id: trackingNumber('35.10', '2026-11-01', `application ${made}`),
    typeName: 'TaxApplication',
    agency: 'tax',
    serviceCode: 'TAX-CLEARANCE-LETTER',
    applicantId: 'ctz-mother',
    submittedById: 'ctz-mother',
    channel: 'COUNTER',
    regionCode: '35.10',
    steps: journey({
      events,
      startedAt: new Date(now.getTime() - daysAgo * 86_400_000),
      now,
      clockStart: 'SUBMITTED',
      random: new Random(`journey ${made}`),
    }),
    ...rest,
  };
}

/** The codes of an answer's errors. */
export function codes({ errors }: TestAnswer): string[] {
  return errors.map(({ extensions }) => extensions.code);
}
