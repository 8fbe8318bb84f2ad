import type { CitizenSlug } from '#kit/sandbox/cast.ts';
import { citizenIdOf, createPopulation, type SyntheticHousehold } from '#kit/sandbox/population.ts';
import { type SeededTestAgency, startSeededAgency as startSeeded } from '#kit/testing/seededAgency.ts';
import { type CivilModels, type CivilRecordRecord, civilModels, type StoredRecord, sealedRecord } from '../model.ts';
import { seed } from '../seed.ts';
import civilRecords from '../subgraph.ts';

/** The agency with the cast and some thirty other people in its registers. */
export interface SeededAgency extends SeededTestAgency {
  readonly models: CivilModels;
  readonly households: readonly SyntheticHousehold[];
  /** The latest record of a kind that a citizen of the cast is a party of. */
  recordOf(slug: CitizenSlug, kind: CivilRecordRecord['kind']): Promise<CivilRecordRecord>;
}

export async function startSeededAgency(): Promise<SeededAgency> {
  const now = new Date();
  const households = createPopulation(30, now);
  const seeded = await startSeeded(civilRecords, seed, { households, now });
  const { agency } = seeded;
  const models = civilModels(agency.connection);

  return {
    ...seeded,
    models,
    households,
    async recordOf(slug, kind) {
      const record = await models.CivilRecord.findOne({ partyIds: citizenIdOf(slug), kind })
        .sort({ reportedOn: -1, _id: -1 })
        .lean<StoredRecord>();
      if (!record) throw new Error(`The sandbox has no ${kind} of ${slug}.`);
      return agency.vault.of(sealedRecord).open(record);
    },
  };
}
