import type { CitizenSlug } from '#kit/sandbox/cast.ts';
import { createPopulation, type SyntheticHousehold, type SyntheticPerson } from '#kit/sandbox/population.ts';
import { type SeededTestAgency, startSeededAgency as startSeeded } from '#kit/testing/seededAgency.ts';
import { type StoredTaxpayer, sealedTaxpayer, type TaxModels, type TaxpayerRecord, taxModels } from '../model.ts';
import { seed } from '../seed.ts';
import tax from '../subgraph.ts';

/** The agency with the cast and some thirty other people in its registers. */
export interface SeededAgency extends SeededTestAgency {
  readonly models: TaxModels;
  readonly households: readonly SyntheticHousehold[];
  /** The first taxpayer that a query finds, opened. */
  taxpayer(wanted: { _id: string } | { kind: TaxpayerRecord['kind'] }): Promise<TaxpayerRecord>;
  personOf(slug: CitizenSlug): SyntheticPerson & { readonly taxpayerId: string };
}

export async function startSeededAgency(): Promise<SeededAgency> {
  const now = new Date();
  const households = createPopulation(30, now);
  const seeded = await startSeeded(tax, seed, { households, now });
  const { agency } = seeded;
  const models = taxModels(agency.connection);

  return {
    ...seeded,
    models,
    households,
    async taxpayer(wanted) {
      const stored = await models.Taxpayer.findOne(wanted).sort({ _id: 1 }).lean<StoredTaxpayer>();
      if (!stored) throw new Error('The sandbox has no such taxpayer.');
      return agency.vault.of(sealedTaxpayer).open(stored);
    },
    personOf(slug) {
      const person = households.flatMap(({ members }) => members).find(({ persona }) => persona === slug);
      if (!person?.taxpayerId) throw new Error(`${slug} is no taxpayer of the sandbox.`);
      return { ...person, taxpayerId: person.taxpayerId };
    },
  };
}
