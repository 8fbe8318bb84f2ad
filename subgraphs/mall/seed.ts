import type { SeedRequest } from '#kit/sandbox/seed.ts';
import { mallModels } from './model.ts';
import { seedCatalogue } from './seed/catalogue.ts';
import { seedCitizens } from './seed/citizens.ts';
import { seedQueue } from './seed/queue.ts';
import { seedRegions } from './seed/regions.ts';
import { seedSurveys } from './seed/surveys.ts';

export { receive } from './seed/receive.ts';

/** Fills the mall: real regions, malls and services; synthetic tickets, consents, delegations and surveys. */
export async function seed(request: SeedRequest): Promise<void> {
  const models = mallModels(request.connection);
  await seedRegions(models);
  await seedCatalogue(models);
  await seedCitizens(models, request);
  await seedQueue(models, request);
  await seedSurveys(models, request);
}
