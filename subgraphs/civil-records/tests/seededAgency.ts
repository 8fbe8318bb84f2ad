import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import type { CitizenSlug } from '#kit/sandbox/cast.ts';
import { citizenIdOf, createPopulation, type SyntheticHousehold } from '#kit/sandbox/population.ts';
import { startTestAgency, type TestAgency } from '#kit/testing/testAgency.ts';
import { type CivilModels, type CivilRecordRecord, civilModels, type StoredRecord, sealedRecord } from '../model.ts';
import { seed } from '../seed.ts';
import civilRecords from '../subgraph.ts';

/** The agency with the cast and some thirty other people in its registers. */
export interface SeededAgency {
  readonly agency: TestAgency;
  readonly models: CivilModels;
  readonly households: readonly SyntheticHousehold[];
  /** What the mall was told. */
  readonly announced: readonly ApplicationAnnouncement[];
  /** The latest record of a kind that a citizen of the cast is a party of. */
  recordOf(slug: CitizenSlug, kind: CivilRecordRecord['kind']): Promise<CivilRecordRecord>;
  /** The id of the application that a citizen of the cast made. */
  applicationOf(slug: CitizenSlug): string;
}

export async function startSeededAgency(): Promise<SeededAgency> {
  const agency = await startTestAgency(civilRecords);
  const models = civilModels(agency.connection);
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
    announced,
    async recordOf(slug, kind) {
      const record = await models.CivilRecord.findOne({ partyIds: citizenIdOf(slug), kind })
        .sort({ reportedOn: -1, _id: -1 })
        .lean<StoredRecord>();
      if (!record) throw new Error(`The sandbox has no ${kind} of ${slug}.`);
      return agency.vault.of(sealedRecord).open(record);
    },
    applicationOf(slug) {
      const application = announced.find(({ applicantId }) => applicantId === citizenIdOf(slug));
      if (!application) throw new Error(`The sandbox has no application of ${slug}.`);
      return application.id;
    },
  };
}
