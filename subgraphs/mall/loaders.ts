import type { AgencyContext, LoaderRequest } from '#kit/subgraph.ts';
import { applicationLoaders } from './loaders/applications.ts';
import { catalogueLoaders } from './loaders/catalogue.ts';
import { citizenLoaders } from './loaders/citizens.ts';
import { placeLoaders } from './loaders/places.ts';
import { queueLoaders } from './loaders/queue.ts';
import { statisticsLoaders } from './loaders/statistics.ts';
import type { MallModels } from './model.ts';

/** How the mall fetches: in batches, once per request, and no more than the caller may see. */
export function mallLoaders(request: LoaderRequest<MallModels>) {
  return {
    ...placeLoaders(request),
    ...catalogueLoaders(request),
    ...applicationLoaders(request),
    ...citizenLoaders(request),
    ...queueLoaders(request),
    ...statisticsLoaders(request),
  };
}

export type Context = AgencyContext<ReturnType<typeof mallLoaders>>;
