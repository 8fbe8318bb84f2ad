import type { SeedRequest } from '#kit/sandbox/seed.ts';
import { mallModels } from './model.ts';
import { seedCatalogue } from './sandbox/catalogue.ts';
import { seedCitizens } from './sandbox/citizens.ts';
import { seedQueue } from './sandbox/queue.ts';
import { seedRegions } from './sandbox/regions.ts';
import { seedSurveys } from './sandbox/surveys.ts';

export { receive } from './sandbox/receive.ts';

/** Fills the mall: real regions, malls and services; synthetic tickets, consents, delegations and surveys. */
export async function seed(request: SeedRequest): Promise<void> {
  const models = mallModels(request.connection);
  await seedRegions(models);
  await seedCatalogue(models);
  await seedCitizens(models, request);
  await seedQueue(models, request);
  await seedSurveys(models, request);
}
