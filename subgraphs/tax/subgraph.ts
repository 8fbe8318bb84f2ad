import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { taxLoaders } from './loaders.ts';
import { sealedTaxpayer, taxModels } from './model.ts';
import { resolvers } from './resolvers/index.ts';

export const tax = defineAgency({
  name: 'tax',
  schema: schemaBeside(import.meta.url),
  models: taxModels,
  loaders: taxLoaders,
  resolvers,
  sealed: [sealedTaxpayer],
});

export default tax;
