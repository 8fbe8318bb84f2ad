import './telemetryOff.ts';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import type { Log } from '#kit/log.ts';
import type { GatewayContext } from '../context.ts';

/** The executor of @apollo/gateway for one supergraph, for comparison. @throws Error when it does not load */
export async function apolloExecutor(
  supergraphSdl: string,
  sourceOf: (agency: string) => GraphQLDataSource,
  log: Log,
): Promise<GatewayExecutor> {
  const gateway = new ApolloGateway({
    logger: log,
    supergraphSdl,
    buildService: ({ name }) => sourceOf(name),
    experimental_didResolveQueryPlan: ({ queryPlan, requestContext }) => {
      (requestContext.context as GatewayContext).trail.plan = queryPlan;
    },
  });
  const { executor } = await gateway.load({ apollo: {} });
  return executor;
}
