import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { mallLoaders } from './loaders.ts';
import { sealedApplication } from './model/applications.ts';
import { sealedConsent } from './model/citizens.ts';
import { mallModels } from './model.ts';
import { resolvers } from './resolvers/index.ts';

/** The mall's own operator: regions, malls, the catalogue, the inbox, the queue, surveys and the access log. */
export const mall = defineAgency({
  name: 'mall',
  schema: schemaBeside(import.meta.url),
  models: mallModels,
  loaders: mallLoaders,
  resolvers,
  sealed: [sealedApplication, sealedConsent],
});

export default mall;
