import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { LabelsOn } from './overrideOutcomes.ts';
import type { Pause } from './pauses.ts';

/** Apollo's planner with the schemas it plans for. */
export interface ApolloPlanner {
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  /** The same with what only agencies see. */
  readonly supergraphSchema: GraphQLSchema;
  /** Who answers, and where, as the supergraph says. */
  readonly agencies: readonly { readonly name: string; readonly url: string }[];
  /** @param labelsOn the labels of `@override` by which the taking agency is asked */
  plan(document: DocumentNode, operationName: string | undefined, labelsOn?: LabelsOn): QueryPlan;
}

/**
 * Builds the planner of a supergraph. @apollo/gateway 2.14.4 makes the same calls in one stretch of a third of a second, in
 * which nobody is answered; here requests go on between them.
 *
 * @throws Error for what is no composed supergraph
 */
export async function apolloPlannerOf(sdl: string, pause: Pause): Promise<ApolloPlanner> {
  const supergraph = Supergraph.build(sdl, { validateSupergraph: true });
  const agencies = supergraph.subgraphsMetadata().map(({ name, url }) => ({ name, url }));
  await pause();
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  await pause();
  const api = supergraph.apiSchema();
  await pause();
  const apiSchema = api.toGraphQLJSSchema();
  await pause();
  const planner = new QueryPlanner(supergraph);
  await pause();
  return {
    apiSchema,
    supergraphSchema,
    agencies,
    plan(document, operationName, labelsOn = []) {
      const operation = operationFromDocument(api, document, operationName ? { operationName } : {});
      return planner.buildQueryPlan(operation, { overrideConditions: new Map(labelsOn.map((label) => [label, true])) });
    },
  };
}
