import type { GraphQLDataSource } from '@apollo/gateway';
import type { GatewayContext } from '../context.ts';

/** One fetch of a plan, as @apollo/gateway hands it to whoever answers it. */
export type SourceRequest = Parameters<GraphQLDataSource<GatewayContext>['process']>[0];
export type SourceResponse = Awaited<ReturnType<GraphQLDataSource<GatewayContext>['process']>>;

/** Where the answer goes in the whole answer: `me.applications.edges.@.node`; empty at the root. */
export function pathOf(request: SourceRequest): string {
  return 'pathInIncomingRequest' in request ? (request.pathInIncomingRequest ?? []).join('.') : '';
}
