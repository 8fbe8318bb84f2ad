import type { ApolloServerPlugin } from '@apollo/server';
import type { EstimatedCost, GatewayContext } from '../context.ts';
import { type ExplainedPlan, explainPlan } from '../plan/explain.ts';

/** What stands in `extensions` for those who asked for it, and may see it. */
export interface Explanation {
  readonly plan?: ExplainedPlan;
  readonly cost?: EstimatedCost;
}

/** The plan and the cost of a request, or null when its caller asked for neither. */
export function explanationFor({ explain, explainCost, trail }: GatewayContext): Explanation | null {
  if (!explain && !explainCost) return null;
  return {
    ...(explain ? { plan: explainPlan(trail.plan, trail.calls) } : {}),
    ...(explainCost && trail.cost ? { cost: trail.cost } : {}),
  };
}

/** Adds the explanation to answers of Apollo Server. */
export const explainInAnswer: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response }) => {
      const explanation = explanationFor(contextValue);
      if (!explanation || response.body.kind !== 'single') return;
      response.body.singleResult.extensions = { ...response.body.singleResult.extensions, ...explanation };
    },
  }),
};
