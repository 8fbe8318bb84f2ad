import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ExecutionResult, parse } from 'graphql';
import { Registry } from 'prom-client';
import { requestSigner } from '#kit/signature.ts';
import { prepareOperation } from '../../call/agency.ts';
import { AgencyConnections } from '../../call/connections.ts';
import type { Node } from '../../call/node.ts';
import { PlanningGateway } from '../../plan/planningGateway.ts';
import { readSupergraph } from '../../plan/supergraph.ts';
import { SupergraphAlarm } from '../../supergraph/alarm.ts';
import { fileSource } from '../../supergraph/fileSource.ts';
import { SupergraphFollower } from '../../supergraph/follower.ts';
import { type RegistryFolder, registryFolder } from './registryFolder.ts';
import { compose, contextOf, fairWeather, localAgency, silentLog } from './smallGraph.ts';
import { smallSchemas } from './smallSchemas.ts';
import { smallWorld } from './smallWorld.ts';

/** What our own clients ask: a supergraph that cannot answer it is refused. */
export const trusted = '{ me { id nick } }';

/** The small graph behind sockets, at two places that it may move between, following a folder of publications. */
export interface FollowedGraph {
  readonly gateway: PlanningGateway;
  readonly follower: SupergraphFollower;
  readonly registry: RegistryFolder;
  readonly alarms: { readonly reason: string }[];
  /** How often each place was asked. */
  readonly asked: [number, number];
  /** How long agencies wait before they answer. */
  delayMs: number;
  /** The supergraph of some schemas with its agencies at a place. */
  text(place: 0 | 1, schemas?: Readonly<Record<string, string>>): string;
  ask(query: string): Promise<ExecutionResult>;
  /** The sum of a metric. */
  count(metric: string, label?: string): Promise<number>;
  stop(): Promise<void>;
}

export async function startFollowedGraph(): Promise<FollowedGraph> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  const registry = registryFolder(folder);
  const asked: [number, number] = [0, 0];
  const waiting = { delayMs: 0 };
  const servers = [await startPlace(0, asked, waiting), await startPlace(1, asked, waiting)];
  const origins = servers.map((server) => `http://127.0.0.1:${(server.address() as { port: number }).port}`);
  const text: FollowedGraph['text'] = (place, schemas = smallSchemas) =>
    compose(schemas).supergraph.replace(
      /@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g,
      (_, name) => `@join__graph(name: "${name}", url: "${origins[place]}/${name}")`,
    );
  registry.publish(text(0));

  const connections = new AgencyConnections(
    {
      sign: requestSigner(generateKeyPairSync('ed25519').privateKey),
      timeoutMs: 8_000,
      shareInFlight: false,
      urlOf: (_name, url) => url,
      origins,
    },
    silentLog,
  );
  const gateway = new PlanningGateway({
    supergraph: readSupergraph(text(0)),
    connect: (name, url) => connections.to(name, url),
    settled: (inUse, ending) => connections.settle(inUse, ending),
    log: silentLog,
    executor: 'compiled',
    warm: [{ queryHash: trusted, document: parse(trusted) }],
    budgetMs: 8_000,
  });
  await gateway.load();

  const metrics = new Registry();
  const alarms: { reason: string }[] = [];
  const log = { ...silentLog, error: (alarm: { reason: string }) => alarms.push(alarm) };
  const source = fileSource(registry.file, true);
  const demands = { publicKey: registry.publicKey, leastVersion: 0 };
  const follower = new SupergraphFollower({
    source,
    demands,
    first: { text: text(0), publication: registry.ledger[0] ?? null },
    exchange: (next) => gateway.exchange(next),
    alarm: new SupergraphAlarm(log as never, metrics),
    pollMs: 60_000,
  });

  return {
    gateway,
    follower,
    registry,
    alarms,
    asked,
    text,
    get delayMs() {
      return waiting.delayMs;
    },
    set delayMs(ms) {
      waiting.delayMs = ms;
    },
    async ask(query) {
      const result = await gateway.operation({ queryHash: query, document: parse(query) }).execute({}, contextOf());
      return JSON.parse(JSON.stringify(result)) as ExecutionResult;
    },
    async count(metric, label = '') {
      const lines = (await metrics.metrics()).split('\n').filter((line) => line.startsWith(metric));
      return lines
        .filter((line) => line.includes(label))
        .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
    },
    async stop() {
      await follower.stop();
      await connections.close();
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
      rmSync(folder, { recursive: true });
    },
  };
}

/** One server for all agencies, each under its name. */
async function startPlace(place: 0 | 1, asked: [number, number], waiting: { delayMs: number }): Promise<Server> {
  const scene = { world: smallWorld(), weather: fairWeather };
  const agencies = new Map(
    Object.entries(smallSchemas).map(([name, schema]) => [name, localAgency(name, schema, scene)]),
  );
  const server = createServer(async (request, response) => {
    asked[place] += 1;
    let body = '';
    for await (const chunk of request) body += chunk;
    const { query, variables } = JSON.parse(body) as { query: string; variables: Node };
    if (waiting.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, waiting.delayMs));
    const answer = await agencies.get(request.url?.slice(1) ?? '')?.ask({
      operation: prepareOperation(query, query.startsWith('mutation')),
      variables: JSON.stringify(variables),
      identity: { principal: contextOf().principal, requestId: 'test' },
      made: null,
    });
    response.end(JSON.stringify({ data: answer?.data }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
