import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { licensingLoaders } from './loaders.ts';
import { licensingModels, sealedApplication, sealedBusiness } from './model.ts';
import * as resolvers from './resolvers/index.ts';

/** Business licensing: the one-stop office (DPMPTSP) and OSS. */
export const businessLicensing = defineAgency({
  name: 'business-licensing',
  schema: schemaBeside(import.meta.url),
  models: licensingModels,
  loaders: licensingLoaders,
  resolvers,
  sealed: [sealedBusiness, sealedApplication],
});

export default businessLicensing;
