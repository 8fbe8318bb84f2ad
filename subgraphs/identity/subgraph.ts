import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { identityLoaders } from './loaders.ts';
import { identityModels } from './model.ts';
import { resolvers } from './resolvers/index.ts';

export const identity = defineAgency({
  name: 'identity',
  schema: schemaBeside(import.meta.url),
  models: identityModels,
  loaders: identityLoaders,
  resolvers,
});

export default identity;
