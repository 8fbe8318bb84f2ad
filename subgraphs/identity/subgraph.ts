import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { identityLoaders } from './loaders.ts';
import { identityModels, sealedApplication, sealedEntry, sealedFamily } from './model.ts';
import { oneIdModels } from './one-id/model.ts';
import { mountOneId } from './one-id/mount.ts';
import { resolvers } from './resolvers/index.ts';

export const identity = defineAgency({
  name: 'identity',
  schema: schemaBeside(import.meta.url),
  models: (connection) => ({ ...identityModels(connection), ...oneIdModels(connection) }),
  loaders: identityLoaders,
  resolvers,
  mount: mountOneId,
  sealed: [sealedEntry, sealedFamily, sealedApplication],
});

export default identity;
