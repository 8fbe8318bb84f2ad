import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { DocumentStore } from '#kit/documentStore.ts';
import type { Log } from '#kit/log.ts';
import { maskErrors } from '#kit/maskErrors.ts';
import { requestSigner } from '#kit/signature.ts';
import { applicationTypesName } from '../schema/applicationTypes.ts';
import { faultsInSight } from './access/faultsInSight.ts';
import { visibleSchemasOf } from './access/visibleSchemas.ts';
import { Admission } from './admit/admission.ts';
import type { CallerRates } from './admit/callerRates.ts';
import type { Overload } from './admit/overload.ts';
import { explainInAnswer } from './answer/explain.ts';
import { statusForOldClients } from './answer/legacyStatus.ts';
import { ApplicationTypes } from './call/applicationTypes.ts';
import type { AgencyConnection } from './call/askAgency.ts';
import type { CircuitState } from './call/circuit.ts';
import { AgencyConnections } from './call/connections.ts';
import type { GatewayConfig } from './config.ts';
import type { GatewayContext } from './context.ts';
import type { GatewayMetrics } from './observe/metrics.ts';
import type { KnownDocument } from './plan/compileOperation.ts';
import { PlanningGateway } from './plan/planningGateway.ts';
import { readSupergraph } from './plan/supergraph.ts';
import { SupergraphAlarm } from './supergraph/alarm.ts';
import { firstSupergraph } from './supergraph/first.ts';
import { follow } from './supergraph/follow.ts';
import { sourceOf } from './supergraph/settings.ts';

/** What a client may see beside an error's code: which agency, whether to try again, what is missing, which input, why. */
const shownExtensions = ['agency', 'retryable', 'missing', 'field', 'reason'] as const;

export interface Graph {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly gateway: PlanningGateway;
  /** Decides what operations are let in, by the graph as it is now. */
  readonly admission: Admission;
  readonly agencies: readonly AgencyConnection[];
  /** Which agencies are called at the moment, and which are left alone. */
  circuits(): Readonly<Record<string, CircuitState>>;
  /** Whether known documents can be answered past Apollo Server: with its executor they cannot. */
  readonly hasShortLane: boolean;
  /** The form of every error that leaves the gateway. */
  readonly formatError: ReturnType<typeof maskErrors>;
  stop(): Promise<void>;
}

/** Loads the supergraph and joins planner, executor, agencies and error format into one graph that answers operations. */
export async function startGraph(
  config: GatewayConfig,
  log: Log,
  rates: CallerRates,
  known: readonly KnownDocument[] = [],
  { metrics, overload }: { readonly metrics?: GatewayMetrics; readonly overload?: Overload } = {},
): Promise<Graph> {
  const source = sourceOf(config.supergraph);
  const alarm = new SupergraphAlarm(log, metrics?.registry);
  const { agencyTimeoutMs: timeoutMs, shareInFlight, executor, circuit } = config;
  const connections = new AgencyConnections(
    {
      sign: requestSigner(config.signingKey),
      timeoutMs,
      shareInFlight,
      circuit,
      called: metrics && ((agency, outcome, ms) => metrics.called(agency, outcome, ms)),
      erred: metrics && ((agency, errors) => metrics.erred(agency, errors)),
      urlOf: config.agencyUrl,
      origins: config.agencyOrigins ?? null,
    },
    log,
  );
  const assertPlace = (name: string, url: string) => {
    if (config.agencyOrigins) connections.assertAllowed(name, config.agencyUrl(name, url));
  };
  const first = await firstSupergraph(config.supergraph, source, alarm, assertPlace);
  const supergraph = readSupergraph(first.text);

  const gateway = new PlanningGateway({
    supergraph,
    log,
    executor,
    warm: known,
    budgetMs: timeoutMs,
    shareInFlight,
    keepReference: config.keepReference ?? true,
    labelsSet: config.overrideLabels ?? new Set(),
    connect: (name, url, { applicationTypes }) =>
      name === applicationTypesName ? new ApplicationTypes(applicationTypes) : connections.to(name, url),
    settled: (inUse, ending) => connections.settle(inUse, ending),
  });

  const admission = new Admission(config.queryLimits, rates, supergraph.costRules, () =>
    overload?.assertRoomForReading(),
  );
  gateway.onSchemaLoadOrUpdate(() => admission.useRules(gateway.supergraph.costRules));

  const circuits = () => Object.fromEntries(connections.all.map(({ agency, state }) => [agency, state]));
  const formatError = maskErrors(log, shownExtensions);
  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    introspection: !config.production,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    documentStore: new DocumentStore(),
    formatError,
    logger: log,
    plugins: [
      explainInAnswer(circuits),
      faultsInSight(
        (principal) => visibleSchemasOf(gateway.schema, gateway.supergraph.accessRules).for(principal),
        formatError,
      ),
      statusForOldClients(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  connections.fixOrigins();
  metrics?.watchPlans(
    () => gateway.counts,
    () => gateway.kept,
    () => gateway.warmed,
  );
  metrics?.watchKept(() => gateway.keptCounts);
  metrics?.watchCircuits(circuits);
  const stopFollowing = follow(config.supergraph, { source, first, alarm, exchange: (text) => gateway.exchange(text) });
  return {
    apollo,
    gateway,
    admission,
    get agencies() {
      return connections.all;
    },
    circuits,
    hasShortLane: executor === 'compiled',
    formatError,
    async stop() {
      await stopFollowing();
      await apollo.stop();
      await connections.close();
    },
  };
}
