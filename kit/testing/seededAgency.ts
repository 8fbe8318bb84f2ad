import type { ApplicationAnnouncement } from '../application/announcement.ts';
import type { CitizenSlug } from '../sandbox/cast.ts';
import { citizenIdOf, type SyntheticHousehold } from '../sandbox/population.ts';
import type { SeedRequest } from '../sandbox/seed.ts';
import type { Agency } from '../subgraph.ts';
import { startTestAgency, type TestAgency } from './testAgency.ts';

/** An agency with sandbox data in its registers, and what its seed told the mall. */
export interface SeededTestAgency {
  readonly agency: TestAgency;
  readonly announcements: readonly ApplicationAnnouncement[];
  /** The id of the first application that a citizen of the cast made. @throws Error when there is none */
  applicationOf(slug: CitizenSlug): string;
}

/** Starts an agency as {@link startTestAgency} does, with these households in its registers. */
export async function startSeededAgency<Models, Loaders>(
  agency: Agency<Models, Loaders>,
  seed: (request: SeedRequest) => Promise<void>,
  population: { readonly households: readonly SyntheticHousehold[]; readonly now: Date },
): Promise<SeededTestAgency> {
  const started = await startTestAgency(agency);
  const announcements: ApplicationAnnouncement[] = [];
  const announce = async (application: ApplicationAnnouncement) => void announcements.push(application);
  await seed({ connection: started.connection, vault: started.vault, ...population, announce });
  return {
    agency: started,
    announcements,
    applicationOf(slug) {
      const application = announcements.find(({ applicantId }) => applicantId === citizenIdOf(slug));
      if (!application) throw new Error(`The sandbox has no application of ${slug}.`);
      return application.id;
    },
  };
}
