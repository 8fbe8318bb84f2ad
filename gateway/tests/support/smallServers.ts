import { generateKeyPairSync } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type ExecutionResult, parse } from 'graphql';
import { requestSigner } from '#kit/signature.ts';
import { prepareOperation } from '../../call/agency.ts';
import { AgencyConnection, type ConnectionOptions } from '../../call/askAgency.ts';
import type { Node } from '../../call/node.ts';
import { PlanningGateway } from '../../plan/planningGateway.ts';
import { readSupergraph } from '../../plan/supergraph.ts';
import { compose, contextOf, fairWeather, localAgency, silentLog } from './smallGraph.ts';
import { smallSchemas } from './smallSchemas.ts';
import { smallWorld } from './smallWorld.ts';

/** The small graph with each agency behind a socket of its own, where it may go wrong as a real one does. */
export interface SmallServers {
  readonly gateway: PlanningGateway;
  readonly connections: ReadonlyMap<string, AgencyConnection>;
  /** What answers in the place of an agency, by its name. */
  readonly faults: Map<string, RequestListener>;
  /** How many requests each agency got. */
  readonly requests: Map<string, number>;
  /** Takes an agency away, so that its port refuses. @returns what brings it back there */
  takeAway(agency: string): () => Promise<void>;
  ask(text: string): Promise<ExecutionResult>;
  stop(): Promise<void>;
}

export async function startSmallServers(options: Partial<ConnectionOptions> = {}): Promise<SmallServers> {
  const scene = { world: smallWorld(), weather: fairWeather };
  const { privateKey } = generateKeyPairSync('ed25519');
  const faults = new Map<string, RequestListener>();
  const requests = new Map<string, number>();
  const connections = new Map<string, AgencyConnection>();
  const servers = new Map<string, Server>();
  const timeoutMs = options.timeoutMs ?? 2_000;
  const sign = requestSigner(privateKey);

  for (const [name, schema] of Object.entries(smallSchemas)) {
    const agency = localAgency(name, schema, scene);
    const answer: RequestListener = async (request, response) => {
      requests.set(name, (requests.get(name) ?? 0) + 1);
      const fault = faults.get(name);
      if (fault) return fault(request, response);
      let body = '';
      for await (const chunk of request) body += chunk;
      const { query, variables } = JSON.parse(body) as { query: string; variables: Node };
      const { data, errors } = await agency.ask({
        operation: prepareOperation(query, query.startsWith('mutation')),
        variables: JSON.stringify(variables),
        identity: { principal: contextOf().principal, requestId: 'test' },
        made: null,
      });
      response.end(JSON.stringify({ data, ...(errors.length > 0 ? { errors } : {}) }));
    };
    const server = createServer((request, response) => void answer(request, response));
    servers.set(name, server);
    await listen(server, 0);
    const { port } = server.address() as { port: number };
    const url = `http://127.0.0.1:${port}/graphql`;
    connections.set(name, new AgencyConnection(name, url, { sign, shareInFlight: false, ...options, timeoutMs }));
  }

  const gateway = new PlanningGateway({
    supergraph: readSupergraph(compose(smallSchemas).supergraph),
    connect: (name) => connections.get(name) ?? localAgency(name, '', scene),
    log: silentLog,
    executor: 'compiled',
    budgetMs: timeoutMs,
  });
  await gateway.load({ apollo: {} });

  return {
    gateway,
    connections,
    faults,
    requests,
    takeAway(agency) {
      const server = servers.get(agency);
      if (!server) throw new Error(`There is no agency ${agency}.`);
      const { port } = server.address() as { port: number };
      server.close();
      server.closeAllConnections();
      return () => listen(server, port);
    },
    async ask(text) {
      const result = await gateway.operation({ queryHash: text, document: parse(text) }).execute({}, contextOf());
      return JSON.parse(JSON.stringify(result)) as ExecutionResult;
    },
    async stop() {
      await Promise.all([...connections.values()].map((connection) => connection.close()));
      for (const server of servers.values()) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
