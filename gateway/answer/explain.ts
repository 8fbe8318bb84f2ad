import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../context.ts';
import { type ExplainedPlan, explainPlan } from '../plan/explain.ts';

/** What those who asked for it, and may see it, get in `extensions`: the plan of their request. */
export function explanationFor({ explain, trail }: GatewayContext): { readonly plan: ExplainedPlan } | null {
  return explain ? { plan: explainPlan(trail.plan, trail.calls) } : null;
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
