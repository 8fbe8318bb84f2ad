import { load, loadSealed, type SeedRequest } from '#kit/sandbox/seed.ts';
import { sealedTaxpayer, taxModels } from './model.ts';
import { taxDay } from './rules/annualReturn.ts';
import { applicationsOf } from './sandbox/applications.ts';
import { billingsOf } from './sandbox/billings.ts';
import { SandboxNumbers } from './sandbox/numbers.ts';
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
  await load(
    models.TaxApplication,
    each(applications, ({ row }) => [row]),
  );
  for (const { announcement } of applications) await announce(announcement);
}

/** Makes rows one by one, so that never more than a batch of them is held. */
function* each<Part, Row>(parts: readonly Part[], rowsOf: (part: Part) => readonly Row[]): Generator<Row> {
  for (const part of parts) yield* rowsOf(part);
}
