import './plan/telemetryOff.ts';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Log } from '#kit/log.ts';
import { maskErrors } from '#kit/maskErrors.ts';
import { applicationTypesName } from '../schema/applicationTypes.ts';
import { explainInAnswer } from './answer/explain.ts';
import { AgencySource } from './call/agencySource.ts';
import { ApplicationTypesSource } from './call/applicationTypesSource.ts';
import { AgencyConnection } from './call/askAgency.ts';
import { keyAdder } from './call/sharedKeys.ts';
import type { GatewayConfig } from './config.ts';
import type { GatewayContext } from './context.ts';
import { loadSupergraph } from './plan/supergraph.ts';

/** What a client may see beside an error's code: which agency, whether to try again, what is missing, which input. */
const shownExtensions = ['agency', 'retryable', 'missing', 'field'] as const;

export interface Graph {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly agencies: readonly AgencyConnection[];
  stop(): Promise<void>;
}

/** Loads the supergraph and joins planner, agencies and error format into one graph that answers operations. */
export async function startGraph(config: GatewayConfig, log: Log): Promise<Graph> {
  const supergraph = loadSupergraph(config.supergraphFile);
  const addKeys = keyAdder(supergraph.sharedRootFields);
  const agencies: AgencyConnection[] = [];

  const gateway = new ApolloGateway({
    supergraphSdl: supergraph.sdl,
    logger: log,
    buildService: ({ name, url }) => {
      if (name === applicationTypesName) return new ApplicationTypesSource(supergraph.applicationTypes);
      const connection = new AgencyConnection(name, config.agencyUrl(name, url ?? ''), {
        signingKey: config.signingKey,
        timeoutMs: config.agencyTimeoutMs,
      });
      agencies.push(connection);
      return new AgencySource({ connection, addKeys, sharedRootFields: supergraph.sharedRootFields, log });
    },
    experimental_didResolveQueryPlan: ({ queryPlan, requestContext }) => {
      (requestContext.context as GatewayContext).trail.plan = queryPlan;
    },
  });

  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    introspection: !config.production,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    formatError: maskErrors(log, shownExtensions),
    logger: log,
    plugins: [
      explainInAnswer,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  return {
    apollo,
    agencies,
    async stop() {
      await apollo.stop();
      await Promise.all(agencies.map((agency) => agency.close()));
    },
  };
}
