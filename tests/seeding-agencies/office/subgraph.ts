import { defineAgency, schemaBeside } from '#kit/subgraph.ts';

/** An agency of a test: it keeps a note, and announces one application. */
export default defineAgency({
  name: 'office',
  schema: schemaBeside(import.meta.url),
  models: () => ({}),
  loaders: () => ({}),
  resolvers: {},
});
