import { load, type SeedRequest } from '#kit/sandbox/seed.ts';
import { identityModels, type RegisterEntry } from './model.ts';
import { filingsOf } from './sandbox/filing.ts';
import { familyCardOf, registerEntriesOf } from './sandbox/register.ts';

/** Fills the population register and the office's applications with sandbox data. */
export async function seed({ connection, households, now, announce }: SeedRequest): Promise<void> {
  const { citizens, families, applications } = identityModels(connection);
  const filings = households.flatMap((household) => filingsOf(household, now));

  await load(families, households.map(familyCardOf));
  await load(citizens, everyEntry());
  await load(
    applications,
    filings.map(({ record }) => record),
  );
  for (const { announcement } of filings) await announce(announcement);

  function* everyEntry(): Generator<RegisterEntry> {
    for (const household of households) yield* registerEntriesOf(household, now);
  }
}
