import { announcementOf } from '#kit/application/outbox.ts';
import { load, loadSealed, type SeedRequest } from '#kit/sandbox/seed.ts';
import { taxApplications } from './applications.ts';
import { sealedApplication, sealedTaxpayer, taxModels } from './model.ts';
import { taxDay } from './rules/annualReturn.ts';
import { thisAgency } from './rules/visibility.ts';
import { applicationsOf } from './sandbox/applications.ts';
import { billingsOf } from './sandbox/billings.ts';
import { SandboxNumbers } from './sandbox/numbers.ts';
import { offices } from './sandbox/offices.ts';
import { returnsOf } from './sandbox/returns.ts';
import { taxFiles } from './sandbox/taxpayers.ts';

/** Fills the tax registers: the cast by their profiles, everybody else by chance that repeats. */
export async function seed({ connection, vault, households, now, announce }: SeedRequest): Promise<void> {
  const models = taxModels(connection);
  const numbers = new SandboxNumbers();
  const files = [...taxFiles(households, numbers)];
  const applications = households.flatMap((household) => applicationsOf(household, now));
  const today = taxDay(now);

  await loadSealed(
    models.Taxpayer,
    each(files, ({ taxpayer }) => [taxpayer]),
    vault.of(sealedTaxpayer).seal,
  );
  await load(
    models.TaxReturn,
    each(files, (file) => returnsOf(file, today)),
  );
  await load(
    models.BillingCode,
    each(files, (file) => billingsOf(file, numbers, now)),
  );
  await load(models.TaxOffice, offices());
  await loadSealed(models.TaxApplication, applications, vault.of(sealedApplication).seal);
  for (const application of applications) {
    await announce(announcementOf(application, { agency: thisAgency, ...taxApplications }));
  }
}

/** Makes rows one by one, so that never more than a batch of them is held. */
function* each<Part, Row>(parts: readonly Part[], rowsOf: (part: Part) => readonly Row[]): Generator<Row> {
  for (const part of parts) yield* rowsOf(part);
}
