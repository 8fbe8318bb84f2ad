import { CompositionError, composeGraph, writeGraph } from '../schema/compose.ts';

try {
  writeGraph(composeGraph());
  console.log('Wrote schema/supergraph.graphql and schema/api.graphql.');
} catch (error) {
  if (!(error instanceof CompositionError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
