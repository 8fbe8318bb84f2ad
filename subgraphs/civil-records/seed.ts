import type { SyntheticHousehold } from '#kit/sandbox/population.ts';
import { loadSealed, type SeedRequest } from '#kit/sandbox/seed.ts';
import { type CivilRecordRecord, civilModels, sealedApplication, sealedRecord } from './model.ts';
import { localDay } from './rules/days.ts';
import type { SandboxApplication } from './sandbox/applications.ts';
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
  const applications: SandboxApplication[] = [];
  await loadSealed(models.CivilRecord, registers(households, now, applications), vault.of(sealedRecord).seal);
  await loadSealed(
    models.CivilApplication,
    applications.map(({ row }) => row),
    vault.of(sealedApplication).seal,
  );
  for (const { announcement } of applications) await announce(announcement);
}

/** Gives the records one by one, and adds the applications that they come from, or lead to, to the list. */
function* registers(
  households: readonly SyntheticHousehold[],
  now: Date,
  applications: SandboxApplication[],
): Generator<CivilRecordRecord> {
  const registrar = new SandboxRegistrar();
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
