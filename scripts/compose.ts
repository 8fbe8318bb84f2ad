import { CompositionError, composeGraph, writeGraph } from '../schema/compose.ts';
import { writeExport } from '../schema/personalDataExport.ts';
import { exportOfGraph } from './exportOfGraph.ts';

try {
  const graph = composeGraph();
  writeGraph(graph);
  writeExport(exportOfGraph(graph));
  console.log('Wrote schema/supergraph.graphql, schema/api.graphql and the operations of the personal data export.');
} catch (error) {
  if (!(error instanceof CompositionError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
