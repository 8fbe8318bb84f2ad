import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { identityLoaders } from './loaders.ts';
import { identityModels, sealedApplication, sealedEntry, sealedFamily } from './model.ts';
import { resolvers } from './resolvers/index.ts';

export const identity = defineAgency({
  name: 'identity',
  schema: schemaBeside(import.meta.url),
  models: identityModels,
  loaders: identityLoaders,
  resolvers,
  sealed: [sealedEntry, sealedFamily, sealedApplication],
});

export default identity;
