import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Connection } from 'mongoose';
import { announcementsPath } from '#kit/access-log/relayed.ts';
import { type RunningServer, startAgencyServer } from '#kit/agencyServer.ts';
import { applicationEventsPath, httpDelivery } from '#kit/application/delivery.ts';
import { type AskGraph, askGraphAt } from '#kit/askGraph.ts';
import { createLog } from '#kit/log.ts';
import type { Principal } from '#kit/principal.ts';
import { castStaff, type PersonaSlug } from '#kit/sandbox/cast.ts';
import { type DevelopmentIssuer, developmentIssuer, newIssuerKey } from '#kit/sandbox/issuer.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import type { Clock } from '#kit/time.ts';
import { keyRingOf } from '#kit/vault/keyRing.ts';
import { createVault } from '#kit/vault/vault.ts';
import { defaultQueryLimits } from '../../gateway/admit/limits.ts';
import type { GatewayConfig } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/server.ts';
import { agencyNames } from '../../schema/agencies.ts';
import { clientOperationsFolder } from '../../schema/clientOperations.ts';
import { loadAgency } from '../../scripts/seedDatabases.ts';
import { connectToSeeded } from './seeded.ts';

export interface GraphAnswer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; agency?: string; missing?: string[]; retryable?: boolean };
  }[];
  readonly extensions: { plan?: { steps: { calls: { agency: string; path: string; fields: string[] }[] }[] } };
}

/** The whole graph in one process: every agency on seeded data, and the gateway before them. */
export interface TestPlatform {
  readonly url: string;
  readonly agencyUrls: ReadonlyMap<string, string>;
  readonly issuer: DevelopmentIssuer;
  /** The key by which the gateway signs what it asks agencies. */
  readonly gatewayKey: KeyObject;
  /** The keys by which the agencies sign their access logs. */
  readonly accessLogKeys: ReadonlyMap<string, KeyObject>;
  /**
   * Asks as a client would. `as` is a persona of the cast; left out, nobody is signed in. Staff say what for, and for which
   * file, unless `headers` says otherwise.
   */
  ask(query: string, options?: AskOptions): Promise<GraphAnswer>;
  /** An access token of a persona. */
  tokenFor(persona: PersonaSlug): Promise<string>;
  /** Posts whatever is given. */
  post(body: string, headers?: Record<string, string>): Promise<Response>;
  /** Stops one agency, as if its machine were gone. */
  stopAgency(name: string): Promise<void>;
  /** Starts a stopped agency again, at the address it had. */
  startAgency(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** For tests that ask for everything at once, as no client may. */
export const withoutQueryLimits: Partial<GatewayConfig> = {
  agencyTimeoutMs: 60_000,
  queryLimits: {
    ...defaultQueryLimits,
    tokens: 1_000_000,
    aliases: 100_000,
    directives: 100_000,
    selections: 100_000,
    cost: Number.MAX_SAFE_INTEGER,
  },
};

/** A test asks in a minute what its personas would ask in a day; what a rate refuses is tested in limits.test.ts. */
const inHaste = { callerPerMinute: 1_000_000, addressPerMinute: 1_000_000 };

export interface AskOptions {
  readonly as?: PersonaSlug;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Which agencies to start, and on which databases. */
export interface TestAgencies {
  /** The folder of the agencies; the project's own when left out. */
  readonly folder?: string;
  readonly connect: (agency: string) => Promise<Connection>;
  /** The agency that the others tell of their applications, and who read a citizen's data; nobody when left out. */
  readonly citizensView?: string;
  /** The time that the agencies go by; the machine's when left out. */
  readonly clock?: Clock;
  /** How often they look for what is due; never when left out. */
  readonly lookForDueEveryMs?: number;
}

/** Starts the whole graph on free ports. `change` adjusts the gateway's settings. */
export async function startTestPlatform(
  change: Partial<GatewayConfig> = {},
  { folder, connect, citizensView, ...time }: TestAgencies = { connect: connectToSeeded },
): Promise<TestPlatform> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const issuer = await developmentIssuer(await newIssuerKey());
  let gatewayUrl = '';
  const agencies = new Map<string, RunningServer>();
  const urls = new Map<string, string>();
  const names = agencyNames(folder);
  const logKeys = new Map(names.map((name) => [name, generateKeyPairSync('ed25519')]));
  const accessLogKeys = new Map([...logKeys].map(([name, pair]) => [name, pair.publicKey]));
  const atReceiver = (path: string) => {
    const receiver = citizensView === undefined ? undefined : urls.get(citizensView);
    return receiver === undefined ? undefined : new URL(path, receiver).href;
  };
  const startAgency = async (name: string) => {
    const connection = await connect(name);
    const port = Number(new URL(urls.get(name) ?? 'http://127.0.0.1:0').port);
    const vault = createVault(name, keyRingOf(name));
    const signingKey = logKeys.get(name)?.privateKey;
    const accessLog = { signingKey, relayUrl: atReceiver(announcementsPath) };
    const eventsUrl = atReceiver(applicationEventsPath);
    const delivery = signingKey && eventsUrl ? httpDelivery({ agency: name, signingKey, url: eventsUrl }) : undefined;
    const options = {
      port,
      host: '127.0.0.1',
      connection,
      gatewayKey: publicKey,
      vault,
      accessLog,
      accessLogKeys,
      delivery,
      askGraph: inNameOf(name, () => gatewayUrl, issuer),
      ...time,
    };
    const server = await startAgencyServer(await loadAgency(name, folder), options);
    agencies.set(name, server);
    urls.set(name, server.url);
  };
  // The one that takes what the others tell comes first, so that its address is known.
  const inOrder = [...names].sort((a, b) => Number(b === citizensView) - Number(a === citizensView));
  for (const name of inOrder) await startAgency(name);

  const gateway = await startGateway({
    port: 0,
    host: '127.0.0.1',
    production: false,
    supergraph: { at: new URL('../../schema/supergraph.graphql', import.meta.url).pathname },
    operationsFolder: clientOperationsFolder,
    agencyUrl: (name, inSupergraph) => urls.get(name) ?? inSupergraph,
    agencyTimeoutMs: 5_000,
    executor: 'compiled',
    shareInFlight: false,
    workers: 1,
    proxies: 0,
    queryLimits: defaultQueryLimits,
    rateLimits: inHaste,
    signingKey: privateKey,
    tokens: { issuer: issuer.issuer, audience: 'mpp-digital', keys: { json: issuer.jwks } },
    developmentIssuerKey: JSON.stringify(issuer.privateJwk),
    ...change,
  });

  gatewayUrl = gateway.url;
  const tokenFor = (persona: PersonaSlug) => issuer.tokenFor(signedIn(persona));
  const post: TestPlatform['post'] = (body, headers = {}) =>
    fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  const stopAgency = async (name: string) => {
    await agencies.get(name)?.stop();
    agencies.delete(name);
  };
  return {
    url: gateway.url,
    agencyUrls: urls,
    issuer,
    gatewayKey: privateKey,
    accessLogKeys,
    post,
    tokenFor,
    async ask(query, { as, variables = {}, headers = {} } = {}) {
      const authorization = as ? { authorization: `Bearer ${await tokenFor(as)}` } : {};
      const said = as ? reasonOf(signedIn(as)) : {};
      const response = await post(JSON.stringify({ query, variables }), { ...authorization, ...said, ...headers });
      const answer = (await response.json()) as Partial<GraphAnswer>;
      return {
        status: response.status,
        data: answer.data ?? null,
        errors: answer.errors ?? [],
        extensions: answer.extensions ?? {},
      };
    },
    stopAgency,
    startAgency,
    async stop() {
      await gateway.stop();
      for (const name of [...agencies.keys()]) await stopAgency(name);
    },
  };
}

function reasonOf({ kind }: Principal): Record<string, string> {
  return kind === 'citizen' ? {} : { 'x-purpose': 'a test', 'x-case': 'test-file' };
}

function signedIn(persona: PersonaSlug): Exclude<Principal, { kind: 'anonymous' }> {
  const principal = principalOf(persona);
  if (principal.kind === 'anonymous') throw new Error(`${persona} is nobody.`);
  return principal;
}

/** Lets an agency that has a service account ask the graph by it. */
function inNameOf(agency: string, gatewayUrl: () => string, issuer: DevelopmentIssuer): AskGraph | undefined {
  const account = Object.values(castStaff).find((one) => one.kind === 'service' && one.agency === agency);
  if (!account) return undefined;
  return (query, variables) =>
    askGraphAt({ url: `${gatewayUrl()}/graphql`, token: () => issuer.tokenFor(account), log: silent })(
      query,
      variables,
    );
}

const silent = createLog('test', () => {});
