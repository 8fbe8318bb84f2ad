import { announcementOf } from '#kit/application/outbox.ts';
import type { SyntheticHousehold, SyntheticPerson } from '#kit/sandbox/population.ts';
import { load, loadSealed, type SeedRequest } from '#kit/sandbox/seed.ts';
import { licenseApplications } from './applications.ts';
import { classifications } from './kbli/classifications.ts';
import { sealedApplication } from './model/application.ts';
import { type BusinessRecord, type LicenseRecord, licensingModels, sealedBusiness, sealedLicense } from './model.ts';
import { thisAgency } from './rules/visibility.ts';
import { businessByChance } from './sandbox/businesses.ts';
import { castBusiness, castStories } from './sandbox/cast.ts';
import { type Filing, file, type Story } from './sandbox/filing.ts';
import { licensesWithoutApplication } from './sandbox/licenses.ts';
import { approvalStories, numberStory, practiceStories } from './sandbox/stories.ts';

/** What the office holds on one person. */
interface Dossier {
  readonly business: BusinessRecord | null;
  readonly filings: readonly Filing[];
  readonly otherLicenses: readonly LicenseRecord[];
}

/** Fills the agency with the classification, and with the businesses, licences and applications of the sandbox. */
export async function seed({ connection, vault, households, now, announce }: SeedRequest): Promise<void> {
  const models = licensingModels(connection);
  const dossiers = households.flatMap((household) =>
    household.members.map((person) => dossierOf(person, household, now)).filter(holdsAnything),
  );

  await load(models.classifications, classifications);
  await loadSealed(models.businesses, businesses(), vault.of(sealedBusiness).seal);
  await loadSealed(models.licenses, licenses(), vault.of(sealedLicense).seal);
  await loadSealed(models.applications, applications(), vault.of(sealedApplication).seal);
  for (const application of applications())
    await announce(announcementOf(application, { agency: thisAgency, ...licenseApplications }));

  function* businesses() {
    for (const { business } of dossiers) if (business) yield business;
  }
  function* licenses() {
    for (const { filings, otherLicenses } of dossiers) {
      yield* filings.map(({ license }) => license);
      yield* otherLicenses;
    }
  }
  function* applications() {
    for (const { filings } of dossiers) yield* filings.map(({ application }) => application);
  }
}

function dossierOf(person: SyntheticPerson, household: SyntheticHousehold, now: Date): Dossier {
  const business = businessOf(person, household, now);
  const filings = storiesOf(person, business, now).map((story, index) => file(story, index, person, household, now));
  return { business, filings, otherLicenses: business ? licensesWithoutApplication(business, filings) : [] };
}

function businessOf(person: SyntheticPerson, household: SyntheticHousehold, now: Date): BusinessRecord | null {
  if (person.persona) return castBusiness(person, household, now);
  return person.nib === null ? null : businessByChance(person.nib, person, household, now);
}

function storiesOf(person: SyntheticPerson, business: BusinessRecord | null, now: Date): Story[] {
  if (person.persona) return castStories(person.persona, business, now);
  return [
    ...(business ? [numberStory(business), ...approvalStories(business, now)] : []),
    ...practiceStories(person, now),
  ];
}

function holdsAnything({ business, filings }: Dossier): boolean {
  return business !== null || filings.length > 0;
}
