import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { civilLoaders } from './loaders.ts';
import { civilModels, sealedApplication, sealedRecord } from './model.ts';
import { resolvers } from './resolvers/index.ts';

export const civilRecords = defineAgency({
  name: 'civil-records',
  schema: schemaBeside(import.meta.url),
  models: civilModels,
  loaders: civilLoaders,
  resolvers,
  sealed: [sealedRecord, sealedApplication],
});

export default civilRecords;
