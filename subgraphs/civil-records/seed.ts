import { announcementOf } from '#kit/application/outbox.ts';
import type { SyntheticHousehold } from '#kit/sandbox/population.ts';
import { load, loadSealed, type SeedRequest } from '#kit/sandbox/seed.ts';
import { civilApplications } from './applications.ts';
import {
  type CivilApplicationRecord,
  type CivilRecordRecord,
  civilModels,
  sealedApplication,
  sealedRecord,
} from './model.ts';
import { localDay } from './rules/days.ts';
import { thisAgency } from './rules/visibility.ts';
import { castStories } from './sandbox/castStories.ts';
import { applicationsByChance } from './sandbox/chanceApplications.ts';
import { FormerCouples } from './sandbox/divorces.ts';
import type { FamilyFile } from './sandbox/familyFile.ts';
import { type Family, familyOf } from './sandbox/household.ts';
import { recordsOf } from './sandbox/records.ts';
import { SandboxRegistrar } from './sandbox/registrar.ts';

/** Fills the registers: the cast by their stories, everybody else by chance that repeats. */
export async function seed({ connection, vault, households, now, announce }: SeedRequest): Promise<void> {
  const models = civilModels(connection);
  const applications: CivilApplicationRecord[] = [];
  const registrar = new SandboxRegistrar();
  const records = registers(households, now, registrar, applications);
  await loadSealed(models.CivilRecord, records, vault.of(sealedRecord).seal);
  await load(models.RegisterPage, registrar.pages());
  await loadSealed(models.CivilApplication, applications, vault.of(sealedApplication).seal);
  for (const application of applications) {
    await announce(announcementOf(application, { agency: thisAgency, ...civilApplications }));
  }
}

/** Gives the records one by one, and adds the applications that they come from, or lead to, to the list. */
function* registers(
  households: readonly SyntheticHousehold[],
  now: Date,
  registrar: SandboxRegistrar,
  applications: CivilApplicationRecord[],
): Generator<CivilRecordRecord> {
  const formerCouples = new FormerCouples(registrar);
  for (const household of households) {
    const family = familyOf(household);
    const today = localDay(now, family.regionCode);
    const records = [...recordsOf(family, registrar, today), ...formerCouples.recordsOf(family, today)];
    const file = fileOf(family, records, now);
    applications.push(...file.applications);
    yield* file.records;
  }
}

function fileOf(family: Family, records: readonly CivilRecordRecord[], now: Date): FamilyFile {
  const teller = family.household.members.find(({ persona }) => persona !== null);
  if (!teller?.persona) return applicationsByChance(family, records, now);
  return castStories[teller.persona]?.(teller, family, records, now) ?? { records, applications: [] };
}
