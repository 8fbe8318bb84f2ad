import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../context.ts';
import { explainPlan } from '../plan/explain.ts';

/** Adds `extensions.plan` to the answers of those who asked for it and may see it. */
export const explainInAnswer: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response }) => {
      if (!contextValue.explain || response.body.kind !== 'single') return;
      const { plan, calls } = contextValue.trail;
      response.body.singleResult.extensions = {
        ...response.body.singleResult.extensions,
        plan: explainPlan(plan, calls),
      };
    },
  }),
};
