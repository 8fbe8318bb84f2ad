import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { RunningServer } from '#kit/agencyServer.ts';
import { createLog } from '#kit/log.ts';
import { clientOperations } from '../schema/clientOperations.ts';
import { tokenVerifier } from './admit/authenticate.ts';
import { refuseInJson, securityHeaders } from './admit/httpRules.ts';
import { rememberTokens } from './admit/rememberTokens.ts';
import type { GatewayConfig } from './config.ts';
import type { GatewayContext } from './context.ts';
import { type Graph, startGraph } from './graph.ts';
import { KnownDocuments } from './lanes/knownDocuments.ts';
import { lanes } from './lanes/lanes.ts';
import { servePlayground } from './playground/server.ts';
import { workersCensus } from './workers/census.ts';

/** The most that one operation with its variables may weigh. */
const largestBody = 64 * 1024;

/** Runs the gateway. The steps stand in the order in which a request meets them. */
export async function startGateway(config: GatewayConfig): Promise<RunningServer> {
  const log = createLog('gateway');
  const documents = new KnownDocuments(clientOperations(config.operationsFolder));
  const graph = await startGraph(config, log, documents.all);
  const authenticate = rememberTokens(tokenVerifier(config.tokens));

  const http = Fastify({ bodyLimit: largestBody });
  securityHeaders(http);
  refuseInJson(http, log);
  answerHealth(http, graph);
  await servePlayground(http, config);
  http.post(
    '/graphql',
    { onRequest: async (request) => admit(request, await authenticate(request.headers.authorization)) },
    lanes(graph, documents, contextOf),
  );

  await http.listen({ port: config.port, host: config.host });
  const { port } = http.server.address() as { port: number };
  const url = `http://${config.host}:${port}`;
  log.info({ url }, 'ready');
  return {
    url,
    async stop() {
      await http.close();
      await graph.stop();
    },
  };
}

const contexts = new WeakMap<object, GatewayContext>();

function admit(request: FastifyRequest, principal: GatewayContext['principal']): void {
  contexts.set(request, {
    principal,
    ...(principal.kind === 'citizen' ? withoutReason : reasonOf(request)),
    requestId: randomUUID(),
    explain: principal.kind !== 'anonymous' && request.headers['x-explain'] === 'plan',
    trail: { plan: null, calls: [] },
  });
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

function answerHealth(http: FastifyInstance, graph: Graph): void {
  http.get('/health/live', async () => ({ status: 'live' }));
  // An agency that is away does not make the gateway unready: it answers for the others.
  http.get('/health/ready', async () => {
    const workers = await workersCensus();
    const states = await Promise.all(
      graph.agencies.map(async (agency) => [agency.agency, (await agency.isReady()) ? 'ready' : 'not ready']),
    );
    return { status: 'ready', ...(workers ? { workers } : {}), agencies: Object.fromEntries(states) };
  });
}
