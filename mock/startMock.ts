import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { RunningServer } from '#kit/agencyServer.ts';
import { type DevelopmentIssuer, developmentIssuer, newIssuerKey } from '#kit/sandbox/issuer.ts';
import { readQueryLimits, readRateLimits } from '../gateway/admit/limits.ts';
import type { GatewayConfig } from '../gateway/config.ts';
import { startGateway } from '../gateway/server.ts';
import { agencyNames } from '../schema/agencies.ts';
import { clientOperationsFolder } from '../schema/clientOperations.ts';
import { startMockAgencies } from './mockAgencies.ts';
import { mockHeaders, Wishes } from './wishes.ts';
import { World } from './world.ts';

export interface MockOptions {
  /** 0 for a free one. */
  readonly port: number;
  /** What is made up depends on it alone. */
  readonly seed: string;
  /** Who issues the tokens that are good here; a new issuer of its own when left out. */
  readonly issuer?: DevelopmentIssuer;
  /** Whose pages may ask from a browser. */
  readonly origins?: readonly string[];
  /** Agencies that run in earnest: where they answer, and by which keys the gateway signs for them. None when left out. */
  readonly real?: RealAgencies;
  /** Changes settings of the gateway. */
  readonly gateway?: Partial<GatewayConfig>;
}

export interface RealAgencies {
  readonly urls: ReadonlyMap<string, string>;
  readonly keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
}

export interface RunningMock extends RunningServer {
  readonly issuer: DevelopmentIssuer;
}

/**
 * Runs the whole graph without a database: the real gateway, so that plans, access rules, limits and errors are the real
 * ones, before stand-ins for all agencies. Clients wish for delays, failures and refusals by headers (wishes.ts).
 */
export async function startMock({
  port,
  seed,
  origins = [],
  real,
  gateway,
  ...options
}: MockOptions): Promise<RunningMock> {
  const issuer = options.issuer ?? (await developmentIssuer(await newIssuerKey()));
  const { privateKey, publicKey } = real?.keys ?? generateKeyPairSync('ed25519');
  const wishes = new Wishes(agencyNames());
  const agencies = await startMockAgencies({
    world: new World(seed),
    gatewayKey: publicKey,
    wishOf: (requestId) => wishes.of(requestId),
  });
  const running = await startGateway({
    port,
    host: '127.0.0.1',
    production: false,
    supergraph: { at: fileURLToPath(new URL('../schema/supergraph.graphql', import.meta.url)) },
    operationsFolder: clientOperationsFolder,
    agencyUrl: (agency) => real?.urls.get(agency) ?? agencies.urlOf(agency),
    agencyTimeoutMs: 2_000,
    executor: 'compiled',
    shareInFlight: false,
    workers: 1,
    proxies: 0,
    queryLimits: readQueryLimits(),
    rateLimits: readRateLimits(),
    signingKey: privateKey,
    tokens: { issuer: issuer.issuer, audience: 'mpp-digital', keys: { json: issuer.jwks } },
    developmentIssuerKey: JSON.stringify(issuer.privateJwk),
    corsOrigins: origins,
    corsHeaders: mockHeaders,
    requestIdOf: (headers) => wishes.note(headers),
    ...gateway,
  });
  return {
    url: running.url,
    issuer,
    async stop() {
      await running.stop();
      await agencies.stop();
    },
  };
}
