import cluster from 'node:cluster';
import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { RunningServer } from '#kit/agencyServer.ts';
import { clientAddress } from '#kit/clientAddress.ts';
import { createLog, type Log } from '#kit/log.ts';
import { legibleId } from '#kit/personalNumbers.ts';
import { anonymous } from '#kit/principal.ts';
import { startTracing } from '#kit/trace/tracing.ts';
import { clientOperations } from '../schema/clientOperations.ts';
import { tokenVerifier } from './admit/authenticate.ts';
import { BodiesUnderWay } from './admit/bodies.ts';
import { CallerRates, callerOf } from './admit/callerRates.ts';
import { boundConnections, connectionLimits } from './admit/connections.ts';
import { allowOrigins } from './admit/crossOrigin.ts';
import { closeSoon, refuseCompressed, refuseInJson, refuseSlow, serverOptions } from './admit/httpRules.ts';
import { Overload, withoutOverload } from './admit/overload.ts';
import { openRates } from './admit/redisRates.ts';
import { rememberTokens } from './admit/rememberTokens.ts';
import { securityHeaders } from './admit/securityHeaders.ts';
import { secretOfRates } from './admit/sharedRates.ts';
import type { GatewayConfig } from './config.ts';
import type { GatewayContext } from './context.ts';
import { passDocuments } from './documents.ts';
import { type Graph, startGraph } from './graph.ts';
import { KnownDocuments, type TrustedDocument } from './lanes/knownDocuments.ts';
import { lanes } from './lanes/lanes.ts';
import { GatewayMetrics, otherOperation } from './observe/metrics.ts';
import { beginTrace, traceOf } from './observe/requestTrace.ts';
import { type MetricsServer, serveMetrics, tellSupervisor } from './observe/serveMetrics.ts';
import { CallersFacts } from './playground/callersFacts.ts';
import { servePlayground } from './playground/server.ts';
import { workersCensus } from './workers/census.ts';

/** The most that one operation with its variables may weigh. */
const largestBody = 64 * 1024;
const usualSendingMs = 10_000;

/** Runs the gateway. The steps stand in the order in which a request meets them. */
export async function startGateway(config: GatewayConfig): Promise<RunningServer> {
  const log = createLog('gateway');
  const documents = new KnownDocuments(clientOperations(config.operationsFolder));
  const tracing = await startTracing('gateway', config.traces, log);
  const counts = await openRates(config, log);
  const rates = new CallerRates(counts, config.rateLimits, secretOfRates(config.signingKey));
  const metrics = new GatewayMetrics(documents.all.map(({ operationName }) => operationName));
  const overload = new Overload(config.overload ?? withoutOverload);
  const bodies = new BodiesUnderWay();
  const graph = await startGraph(config, log, rates, documents.all, { metrics, overload });
  warnOfRefused(documents.all, graph.admission, log);
  const authenticate = rememberTokens(tokenVerifier(config.tokens));

  const http = Fastify({ bodyLimit: largestBody, ...serverOptions(config.sendingMs ?? usualSendingMs) });
  boundConnections(http, config.connections ?? connectionLimits);
  securityHeaders(http);
  allowOrigins(http, config.corsOrigins ?? [], config.corsHeaders);
  refuseSlow(http, config.sendingMs ?? usualSendingMs);
  refuseInJson(http, log, (code, rateOf) => metrics.refused(code, rateOf));
  answerHealth(http, graph, overload);
  const callerIn = async (request: FastifyRequest, address = addressOf(request, config.proxies)) => {
    const principal = await rates.countedOnFailure(address, authenticate(request.headers.authorization));
    await rates.countRequest(principal, address);
    return principal;
  };
  await servePlayground(http, config, { facts: new CallersFacts(() => graph.gateway), callerIn });
  await passDocuments(
    http,
    () => graph.agencies,
    log,
    (request) => rates.countRequest(anonymous, addressOf(request, config.proxies)),
  );
  http.post(
    '/graphql',
    {
      onRequest: async (request, reply) => {
        // By which people and their client find the line of the log again; nobody else's id is taken over.
        const requestId = config.requestIdOf?.(request.headers) ?? legibleId(randomUUID);
        reply.header('x-request-id', requestId);
        overload.assertRoom();
        beginTrace(request, tracing);
        refuseCompressed(request);
        const address = addressOf(request, config.proxies);
        const isHere = bodies.expect(address);
        request.raw.once('end', isHere).once('close', isHere);
        const principal = await callerIn(request, address);
        admit(request, principal, address, requestId);
      },
      // Whoever is still sending takes nobody's room.
      preValidation: async (_request, reply) => {
        const leave = overload.enter();
        reply.raw.once('close', () => leave(reply.raw.writableFinished && reply.statusCode === 200));
      },
      onResponse: async (request, reply) => noteRequest(request, reply, { log, metrics }),
    },
    lanes(graph, documents, contextOf, config),
  );

  await http.listen({ port: config.port, host: config.host });
  const { port } = http.server.address() as { port: number };
  const readMetrics = await answerMetrics(config, metrics);
  const url = `http://${config.host}:${port}`;
  log.info({ url }, 'ready');
  return {
    url,
    async stop() {
      // What is under way is answered; nothing new is begun.
      overload.stop();
      await closeSoon(http);
      await graph.stop();
      await counts.stop();
      await tracing?.stop();
      await readMetrics?.stop();
    },
  };
}

/** One process answers for itself; workers tell their supervisor, who answers for all. */
async function answerMetrics(
  { metricsPort, host }: GatewayConfig,
  metrics: GatewayMetrics,
): Promise<MetricsServer | null> {
  if (metricsPort === undefined) return null;
  metrics.watchProcess();
  const { registry } = metrics;
  tellSupervisor(registry);
  if (cluster.isWorker) return null;
  return serveMetrics(metricsPort, host, () => registry.metrics());
}

/** Counts a request and writes its line of the log: which operation, not of whom and not what for. */
function noteRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  { log, metrics }: { log: Log; metrics: GatewayMetrics },
): void {
  const { statusCode: status, elapsedTime } = reply;
  const context = contexts.get(request);
  const operation = context?.trail.operation ?? otherOperation;
  metrics.finished(operation, status, elapsedTime);
  // Whoever was refused at the door has an id as well, and nothing else.
  const [caller, requestId] = [context?.principal.kind, String(reply.getHeader('x-request-id'))];
  const trace = traceOf(request);
  trace?.finished({ operation: context?.trail.operation, status, caller, requestId });
  const ms = Math.round(elapsedTime * 10) / 10;
  log.info({ operation, status, ms, caller, requestId, traceId: trace?.id }, 'answered');
}

/** A document of our own that is beyond a limit is refused whenever it is asked for: better told at once. */
function warnOfRefused(documents: readonly TrustedDocument[], admission: Graph['admission'], log: Log): void {
  for (const known of documents) {
    try {
      admission.knownDocument(known);
    } catch (error) {
      log.warn({ err: error, operation: known.operationName }, 'A known document is beyond a limit');
    }
  }
}

const contexts = new WeakMap<object, GatewayContext>();

function admit(
  request: FastifyRequest,
  principal: GatewayContext['principal'],
  address: string,
  requestId: string,
): void {
  const shown = explanationsAsked(request);
  contexts.set(request, {
    principal,
    ...(principal.kind === 'citizen' ? withoutReason : reasonOf(request)),
    requestId,
    caller: callerOf(principal, address),
    trace: traceOf(request),
    explain: principal.kind !== 'anonymous' && shown.includes('plan'),
    explainCost: shown.includes('cost'),
    explainAgencies: isAtWork(principal) && shown.includes('agencies'),
    trail: { plan: null, calls: [] },
  });
}

/** How the agencies are is for those who run the service, not for whoever would like to know when it is weak. */
function isAtWork({ kind }: GatewayContext['principal']): boolean {
  return kind !== 'anonymous' && kind !== 'citizen';
}

/** `x-explain: plan`, `cost` or `agencies`, or several with a comma between. */
function explanationsAsked({ headers }: FastifyRequest): string[] {
  return String(headers['x-explain'] ?? '').split(/\s*,\s*/);
}

function addressOf({ headers, raw }: FastifyRequest, proxies: number): string {
  const forwardedFor = [headers['x-forwarded-for'] ?? ''].flat().join(',') || undefined;
  return clientAddress({ socketAddress: raw.socket.remoteAddress, forwardedFor }, proxies);
}

const withoutReason = { purpose: undefined, caseId: undefined };

/** Why somebody at work reads, and for which application or file, in the reader's own words. */
function reasonOf({ headers }: FastifyRequest): Pick<GatewayContext, 'purpose' | 'caseId'> {
  const written = (header: string | string[] | undefined) =>
    typeof header === 'string' ? header.slice(0, 200) : undefined;
  return { purpose: written(headers['x-purpose']), caseId: written(headers['x-case']) };
}

function contextOf(request: FastifyRequest): GatewayContext {
  const context = contexts.get(request);
  if (!context) throw new Error('A request passed without being admitted.');
  return context;
}

function answerHealth(http: FastifyInstance, graph: Graph, overload: Overload): void {
  http.get('/health/live', async () => ({ status: 'live' }));
  // An agency that is away does not make the gateway unready: it answers for the others.
  http.get('/health/ready', async (_request, reply) => {
    if (overload.isStopping) return reply.status(503).send({ status: 'stopping' });
    const workers = await workersCensus();
    const states = await Promise.all(
      graph.agencies.map(async (agency) => [agency.agency, (await agency.isReady()) ? 'ready' : 'not ready']),
    );
    const agencies = Object.fromEntries(states) as Record<string, string>;
    return { status: 'ready', ...(workers ? { workers } : {}), agencies, circuits: graph.circuits() };
  });
}
