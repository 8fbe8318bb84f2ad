import type { ApolloServerPlugin } from '@apollo/server';
import { type GraphQLFormattedError, type GraphQLSchema, specifiedRules, validate } from 'graphql';
import type { ErrorCode } from '#kit/errors.ts';
import type { Principal } from '#kit/principal.ts';
import type { GatewayContext } from '../context.ts';

const code: ErrorCode = 'GRAPHQL_VALIDATION_FAILED';

/**
 * Tells what is wrong with a document as if nothing existed but what its caller may see, so that no message names a type,
 * field or argument that introspection would not show. A document that does not fit the whole schema does not fit a part of
 * it either. Nobody is told what they may have meant.
 */
export const faultsInSight = (
  visibleTo: (principal: Principal) => GraphQLSchema,
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, document, response: { body } }) => {
      if (!document || body.kind !== 'single') return;
      if (!body.singleResult.errors?.some(({ extensions }) => extensions?.['code'] === code)) return;
      const schema = visibleTo(contextValue.principal);
      const faults = validate(schema, document, specifiedRules, { hideSuggestions: true });
      // None are left where only asking about the schema was refused.
      if (faults.length === 0) return;
      body.singleResult.errors = faults.map((fault) => formatError({ ...fault.toJSON(), extensions: { code } }, fault));
    },
  }),
});
