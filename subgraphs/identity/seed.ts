import { loadSealed, type SeedRequest } from '#kit/sandbox/seed.ts';
import { identityModels, type RegisterEntry, sealedApplication, sealedEntry, sealedFamily } from './model.ts';
import { oneIdModels, sealedCredential } from './one-id/model.ts';
import { credentialsOf } from './sandbox/credentials.ts';
import { filingsOf } from './sandbox/filing.ts';
import { familyCardOf, registerEntriesOf } from './sandbox/register.ts';

/** Fills the population register, the office's applications and the cast's PINs with sandbox data. */
export async function seed({ connection, vault, households, now, announce }: SeedRequest): Promise<void> {
  const { citizens, families, applications } = identityModels(connection);
  const filings = households.flatMap((household) => filingsOf(household, now));

  const credentials = await credentialsOf(households, now);
  await loadSealed(oneIdModels(connection).credentials, credentials, vault.of(sealedCredential).seal);
  await loadSealed(families, households.map(familyCardOf), vault.of(sealedFamily).seal);
  await loadSealed(citizens, everyEntry(), vault.of(sealedEntry).seal);
  await loadSealed(
    applications,
    filings.map(({ record }) => record),
    vault.of(sealedApplication).seal,
  );
  for (const { announcement } of filings) await announce(announcement);

  function* everyEntry(): Generator<RegisterEntry> {
    for (const household of households) yield* registerEntriesOf(household, now);
  }
}
