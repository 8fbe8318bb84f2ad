import type { ApolloServerPlugin } from '@apollo/server';
import type { CircuitState } from '../call/circuit.ts';
import type { EstimatedCost, GatewayContext } from '../context.ts';
import { type ExplainedPlan, explainPlan } from '../plan/explain.ts';

/** Which agencies are called at the moment, by name. */
export type Circuits = Readonly<Record<string, CircuitState>>;

/** What stands in `extensions` for those who asked for it, and may see it. */
export interface Explanation {
  readonly plan?: ExplainedPlan;
  readonly cost?: EstimatedCost;
  readonly agencies?: Circuits;
}

/** What a caller asked to be told beside the answer, or null when that is nothing. */
export function explanationFor(context: GatewayContext, circuits: () => Circuits): Explanation | null {
  const { explain, explainCost, explainAgencies, trail } = context;
  if (!explain && !explainCost && !explainAgencies) return null;
  return {
    ...(explain ? { plan: explainPlan(trail) } : {}),
    ...(explainCost && trail.cost ? { cost: trail.cost } : {}),
    ...(explainAgencies ? { agencies: circuits() } : {}),
  };
}

/** Adds the explanation to answers of Apollo Server. */
export const explainInAnswer = (circuits: () => Circuits): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response }) => {
      const explanation = explanationFor(contextValue, circuits);
      if (!explanation || response.body.kind !== 'single') return;
      response.body.singleResult.extensions = { ...response.body.singleResult.extensions, ...explanation };
    },
  }),
});
