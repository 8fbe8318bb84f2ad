import type { AgencyContext, LoaderRequest } from '#kit/subgraph.ts';
import { mallChanges } from './changes/changes.ts';
import { applicationLoaders } from './loaders/applications.ts';
import { catalogueLoaders } from './loaders/catalogue.ts';
import { citizenLoaders } from './loaders/citizens.ts';
import { complaintLoaders } from './loaders/complaints.ts';
import { placeLoaders } from './loaders/places.ts';
import { queueLoaders } from './loaders/queue.ts';
import { statisticsLoaders } from './loaders/statistics.ts';
import type { MallModels } from './model.ts';

/** How the mall fetches: in batches, once per request, and no more than the caller may see; and how it changes. */
export function mallLoaders(request: LoaderRequest<MallModels>) {
  return {
    ...placeLoaders(request),
    ...catalogueLoaders(request),
    ...applicationLoaders(request),
    ...citizenLoaders(request),
    ...complaintLoaders(request),
    ...queueLoaders(request),
    ...statisticsLoaders(request),
    changes: mallChanges(request),
  };
}

export type Context = AgencyContext<ReturnType<typeof mallLoaders>>;
