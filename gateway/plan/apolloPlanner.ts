import { operationFromDocument, type Schema } from '@apollo/federation-internals';
import type { ApolloGateway } from '@apollo/gateway';
import type { QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema } from 'graphql';

/** Apollo's planner with the schemas it plans for. */
export interface ApolloPlanner {
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  /** The same with what only agencies see. */
  readonly supergraphSchema: GraphQLSchema;
  plan(document: DocumentNode, operationName: string | undefined): QueryPlan;
}

/** The private fields of ApolloGateway 2.14.4 that we stand on. This is the only file that reads them; a test looks. */
interface PrivateFields {
  readonly schema: GraphQLSchema | undefined;
  readonly apiSchema: Schema | undefined;
  readonly supergraphSchema: GraphQLSchema | undefined;
  readonly queryPlanner: QueryPlanner | undefined;
}

/** Takes the planner out of a loaded gateway, as it is now. @throws Error when the gateway is not loaded, or not 2.14.4 */
export function apolloPlannerOf(gateway: ApolloGateway): ApolloPlanner {
  const { schema, apiSchema, supergraphSchema, queryPlanner } = gateway as unknown as PrivateFields;
  if (!schema || !apiSchema || !supergraphSchema || !queryPlanner) {
    throw new Error('@apollo/gateway holds no planner where version 2.14.4 keeps it.');
  }
  return {
    apiSchema: schema,
    supergraphSchema,
    plan(document, operationName) {
      const operation = operationFromDocument(apiSchema, document, operationName ? { operationName } : {});
      return queryPlanner.buildQueryPlan(operation);
    },
  };
}
