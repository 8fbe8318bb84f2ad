import type { AgencyContext, LoaderRequest } from '#kit/subgraph.ts';
import type { MallModels } from './model.ts';

/** How the mall fetches: per request, in batches. */
export function mallLoaders(_request: LoaderRequest<MallModels>) {
  return {};
}

export type Context = AgencyContext<ReturnType<typeof mallLoaders>>;
