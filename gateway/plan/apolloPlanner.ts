import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { tooMuch } from '../admit/refuse.ts';
import type { LabelsOn } from './overrideOutcomes.ts';
import type { Pause } from './pauses.ts';

/**
 * By how many ways through the agencies a planner may get what is asked. Where three agencies answer the same field of ten
 * types, they multiply with every level, and with Apollo's own settings (no limit, and ten thousand plans) one small operation
 * takes for ever. No document of ours needs ten ways, nor a better plan than the best of a hundred (docs/adr/0015).
 */
export const mostWays = 100;
/** How many plans are compared before the best one is taken. */
export const mostPlansCompared = 100;
/** How Apollo's planner begins the words of its refusal. */
const tooManyWays = 'Too many options generated';

/** Apollo's planner with the schemas it plans for. */
export interface ApolloPlanner {
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  /** The same with what only agencies see. */
  readonly supergraphSchema: GraphQLSchema;
  /** Who answers, and where, as the supergraph says. */
  readonly agencies: readonly { readonly name: string; readonly url: string }[];
  /**
   * @param labelsOn the labels of `@override` by which the taking agency is asked
   * @throws ServiceError EXPANSION_LIMIT when agencies answer the same in more ways than can be planned
   */
  plan(document: DocumentNode, operationName: string | undefined, labelsOn?: LabelsOn): QueryPlan;
}

/** One that tells what planning took. */
export interface CountingPlanner extends ApolloPlanner {
  /** How many plans were compared for the last one. */
  plansCompared(): number;
}

/**
 * Builds the planner of a supergraph. @apollo/gateway 2.14.4 makes the same calls in one stretch of a third of a second, in
 * which nobody is answered; here requests go on between them.
 *
 * @throws Error for what is no composed supergraph
 */
export async function apolloPlannerOf(sdl: string, pause: Pause): Promise<CountingPlanner> {
  const supergraph = Supergraph.build(sdl, { validateSupergraph: true });
  const agencies = supergraph.subgraphsMetadata().map(({ name, url }) => ({ name, url }));
  await pause();
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  await pause();
  const api = supergraph.apiSchema();
  await pause();
  const apiSchema = api.toGraphQLJSSchema();
  await pause();
  const planner = new QueryPlanner(supergraph, {
    debug: { pathsLimit: mostWays, maxEvaluatedPlans: mostPlansCompared },
  });
  await pause();
  return {
    apiSchema,
    supergraphSchema,
    agencies,
    plan(document, operationName, labelsOn = []) {
      const operation = operationFromDocument(api, document, operationName ? { operationName } : {});
      const overrideConditions = new Map(labelsOn.map((label) => [label, true]));
      return refusingTooManyWays(operationName, () => planner.buildQueryPlan(operation, { overrideConditions }));
    },
    plansCompared: () => planner.lastGeneratedPlanStatistics()?.evaluatedPlanCount ?? 0,
  };
}

function refusingTooManyWays(operationName: string | undefined, plan: () => QueryPlan): QueryPlan {
  try {
    return plan();
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith(tooManyWays)) throw error;
    const where = operationName ? `query ${operationName}` : 'query without a name';
    const what = 'ways through the agencies';
    throw tooMuch({ code: 'EXPANSION_LIMIT', what, limit: mostWays, value: mostWays + 1, where });
  }
}
