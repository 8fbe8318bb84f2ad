import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  Kind,
  specifiedRules,
  validate,
} from 'graphql';
import type { ErrorCode } from '#kit/errors.ts';
import type { Principal } from '#kit/principal.ts';
import type { GatewayContext } from '../context.ts';

const code: ErrorCode = 'GRAPHQL_VALIDATION_FAILED';

const told = { hideSuggestions: true };

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
      const faults = [...unknownKinds(document, schema), ...validate(schema, document, specifiedRules, told)];
      // None are left where only asking about the schema was refused.
      if (faults.length === 0) return;
      body.singleResult.errors = faults.map((fault) => {
        const message = fault.message.replace(/ ?Did you mean(.+?)\?$/, '');
        return formatError({ ...fault.toJSON(), message, extensions: { code } }, fault);
      });
    },
  }),
});

/** graphql-js finds nothing wrong with what is asked of a root that is not there. */
function unknownKinds({ definitions }: DocumentNode, schema: GraphQLSchema): GraphQLError[] {
  return definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION || schema.getRootType(definition.operation)) return [];
    return [new GraphQLError(`There are no operations of the kind ${definition.operation}.`, { nodes: definition })];
  });
}
