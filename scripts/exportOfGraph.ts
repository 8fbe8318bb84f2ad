import { Kind, parse } from 'graphql';
import { citizenScopes } from '#kit/sandbox/cast.ts';
import { readCostRules } from '../gateway/admit/costRules.ts';
import { queryCost } from '../gateway/admit/queryCost.ts';
import type { ComposedGraph } from '../schema/compose.ts';
import { type ExportOperation, exportOperations } from '../schema/personalDataExport.ts';

/** Less than half of what the gateway lets pass, so that agencies can grow. */
const highestCost = 2_400;

/** The operations of the export for a graph, each with the longest page that the gateway surely lets pass. */
export function exportOfGraph(graph: ComposedGraph): ExportOperation[] {
  const rules = readCostRules(parse(graph.supergraph));
  return exportOperations(graph, citizenScopes, (text) => {
    const document = parse(text);
    const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    return operation !== undefined && queryCost(operation, document, rules).costWith({}) <= highestCost;
  });
}
