import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../context.ts';

/** Faults of an operation that was read: it is no GraphQL, does not fit the schema, or its variables do not fit it. */
const faultsOfOperation: readonly unknown[] = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];

/**
 * The status of an operation that was read and could not be executed: 400; but 200 for a client that asks for
 * `application/json` and does not know the newer media type, since by that alone it cannot tell the graph's answer from
 * the one of a proxy (GraphQL over HTTP, "application/json").
 */
export function statusOfFault(accept: string | undefined): 200 | 400 {
  const types = accept ?? '';
  return types.includes('application/json') && !types.includes('application/graphql-response+json') ? 200 : 400;
}

/** Gives answers of Apollo Server the status that such a client expects. */
export const statusForOldClients = (): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, errors = [] }) => {
      if (response.http.status !== 400 || response.body.kind !== 'single') return;
      const ofOperation = errors.every(({ extensions }) => faultsOfOperation.includes(extensions.code));
      if (errors.length > 0 && ofOperation) response.http.status = statusOfFault(request.http?.headers.get('accept'));
    },
  }),
});
