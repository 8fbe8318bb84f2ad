import { defineAgency, schemaBeside } from '#kit/subgraph.ts';

/** An agency of a test: it keeps what others announce. */
export default defineAgency({
  name: 'inbox',
  schema: schemaBeside(import.meta.url),
  models: () => ({}),
  loaders: () => ({}),
  resolvers: {},
});
