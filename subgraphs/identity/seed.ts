import { announcementOf } from '#kit/application/outbox.ts';
import { loadSealed, type SeedRequest } from '#kit/sandbox/seed.ts';
import { identityApplications } from './applications.ts';
import { identityModels, type RegisterEntry, sealedApplication, sealedEntry, sealedFamily } from './model.ts';
import { oneIdModels, sealedCredential, sealedStaff } from './one-id/model.ts';
import { thisAgency } from './rules/visibility.ts';
import { credentialsOf, staffOfTheCast } from './sandbox/credentials.ts';
import { filingsOf } from './sandbox/filing.ts';
import { familyCardOf, registerEntriesOf } from './sandbox/register.ts';

/** Fills the population register, the office's applications and the cast's PINs with sandbox data. */
export async function seed({ connection, vault, households, now, announce }: SeedRequest): Promise<void> {
  const { citizens, families, applications } = identityModels(connection);
  const filings = households.flatMap((household) => filingsOf(household, now));

  const credentials = await credentialsOf(households, now);
  await loadSealed(oneIdModels(connection).credentials, credentials, vault.of(sealedCredential).seal);
  await loadSealed(oneIdModels(connection).staff, staffOfTheCast(), vault.of(sealedStaff).seal);
  await loadSealed(families, households.map(familyCardOf), vault.of(sealedFamily).seal);
  await loadSealed(citizens, everyEntry(), vault.of(sealedEntry).seal);
  await loadSealed(applications, filings, vault.of(sealedApplication).seal);
  for (const application of filings)
    await announce(announcementOf(application, { agency: thisAgency, ...identityApplications }));

  function* everyEntry(): Generator<RegisterEntry> {
    for (const household of households) yield* registerEntriesOf(household, now);
  }
}
