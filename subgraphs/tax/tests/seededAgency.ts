import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import type { CitizenSlug } from '#kit/sandbox/cast.ts';
import {
  citizenIdOf,
  createPopulation,
  type SyntheticHousehold,
  type SyntheticPerson,
} from '#kit/sandbox/population.ts';
import { startTestAgency, type TestAgency } from '#kit/testing/testAgency.ts';
import { type StoredTaxpayer, sealedTaxpayer, type TaxModels, type TaxpayerRecord, taxModels } from '../model.ts';
import { seed } from '../seed.ts';
import tax from '../subgraph.ts';

/** The agency with the cast and some thirty other people in its registers. */
export interface SeededAgency {
  readonly agency: TestAgency;
  readonly models: TaxModels;
  readonly households: readonly SyntheticHousehold[];
  /** The first taxpayer that a query finds, opened. */
  taxpayer(wanted: { _id: string } | { kind: TaxpayerRecord['kind'] }): Promise<TaxpayerRecord>;
  /** What the mall was told. */
  readonly announced: readonly ApplicationAnnouncement[];
  personOf(slug: CitizenSlug): SyntheticPerson & { readonly taxpayerId: string };
  /** The id of the application that a citizen of the cast made. */
  applicationOf(slug: CitizenSlug): string;
}

export async function startSeededAgency(): Promise<SeededAgency> {
  const agency = await startTestAgency(tax);
  const models = taxModels(agency.connection);
  const now = new Date();
  const households = createPopulation(30, now);
  const announced: ApplicationAnnouncement[] = [];
  const announce = async (application: ApplicationAnnouncement) => {
    announced.push(application);
  };
  await seed({ connection: agency.connection, vault: agency.vault, households, now, announce });

  return {
    agency,
    models,
    households,
    async taxpayer(wanted) {
      const stored = await models.Taxpayer.findOne(wanted).sort({ _id: 1 }).lean<StoredTaxpayer>();
      if (!stored) throw new Error('The sandbox has no such taxpayer.');
      return agency.vault.of(sealedTaxpayer).open(stored);
    },
    announced,
    personOf(slug) {
      const person = households.flatMap(({ members }) => members).find(({ persona }) => persona === slug);
      if (!person?.taxpayerId) throw new Error(`${slug} is no taxpayer of the sandbox.`);
      return { ...person, taxpayerId: person.taxpayerId };
    },
    applicationOf(slug) {
      const application = announced.find(({ applicantId }) => applicantId === citizenIdOf(slug));
      if (!application) throw new Error(`The sandbox has no application of ${slug}.`);
      return application.id;
    },
  };
}
