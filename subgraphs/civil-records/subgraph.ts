import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { civilLoaders } from './loaders.ts';
import { civilModels } from './model.ts';
import { resolvers } from './resolvers/index.ts';

export const civilRecords = defineAgency({
  name: 'civil-records',
  schema: schemaBeside(import.meta.url),
  models: civilModels,
  loaders: civilLoaders,
  resolvers,
});

export default civilRecords;
