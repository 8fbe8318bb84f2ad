import type { KeyObject } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { listeningHost } from '#kit/host.ts';
import { SettingError, setting, settingPrefix } from '#kit/setting.ts';
import { privateKeyFrom } from '#kit/signature.ts';
import { traceSettings } from '#kit/trace/settings.ts';
import type { TraceSettings } from '#kit/trace/tracing.ts';
import { clientOperationsFolder } from '../schema/clientOperations.ts';
import type { ConnectionLimits } from './admit/connections.ts';
import { type QueryLimits, type RateLimits, readQueryLimits, readRateLimits } from './admit/limits.ts';
import { type OverloadLimits, overloadLimits } from './admit/overload.ts';
import { type CircuitFigures, circuitFigures } from './call/circuit.ts';
import { readSupergraphSettings, type SupergraphSettings } from './supergraph/settings.ts';

export interface GatewayConfig {
  readonly port: number;
  readonly host: string;
  readonly production: boolean;
  /** Which graph is served. */
  readonly supergraph: SupergraphSettings;
  /** The documents of our own clients, one operation a file, in one folder or in several: they take the short lane. */
  readonly operationsFolder: URL | readonly URL[];
  /** Where an agency answers; the supergraph's own address when nothing else is set. */
  readonly agencyUrl: (agency: string, inSupergraph: string) => string;
  /** How long all calls of one request may take together before what is missing is given up. */
  readonly agencyTimeoutMs: number;
  /** When an agency is left alone; never when left out. */
  readonly circuit?: CircuitFigures;
  /** Where agencies may be; when left out, where the first supergraph says that they are. */
  readonly agencyOrigins?: readonly string[] | undefined;
  /** Who runs the plans: our compiled executor, or the one of @apollo/gateway, for comparison. */
  readonly executor: 'compiled' | 'apollo';
  /** The labels of `@override`, other than `percent(n)`, by which agencies have taken fields over. */
  readonly overrideLabels?: ReadonlySet<string>;
  /** Whether requests of one caller that are under way at the same time may share a call to an agency. */
  readonly shareInFlight: boolean;
  /** Whether what agencies mark with `@cacheControl` is asked once in its time; it is when left out. */
  readonly keepReference?: boolean;
  /** How many processes answer behind the one port. */
  readonly workers: number;
  /** How many reverse proxies of our own stand before the gateway, so that a client's address is known. */
  readonly proxies: number;
  /** How many requests one process takes on; as many as come when left out. */
  readonly overload?: OverloadLimits;
  /** How many connections one process holds; the usual number when left out. */
  readonly connections?: ConnectionLimits;
  /** How long a client may take to send an operation, in milliseconds; ten seconds when left out. */
  readonly sendingMs?: number;
  /** Whether clients send ids of our own documents only, analysts and developers excepted. */
  readonly trustedOnly?: boolean;
  /** Whose pages may ask from a browser; none but our own when left out. */
  readonly corsOrigins?: readonly string[] | undefined;
  /** What they may send beside the usual headers. */
  readonly corsHeaders?: readonly string[];
  /** Where metrics are read, a port that is not for the public; nowhere when left out. */
  readonly metricsPort?: number | undefined;
  /** Where traces are sent; nothing is traced when left out. */
  readonly traces?: TraceSettings | undefined;
  readonly queryLimits: QueryLimits;
  readonly rateLimits: RateLimits;
  /** Where machines count rates together; each process counts for itself when left out. */
  readonly redisUrl?: string | undefined;
  /** Gives a request the number that agencies know it by; a random one when left out. A mock finds its wishes by it. */
  readonly requestIdOf?: (headers: IncomingHttpHeaders) => string;
  /** Signs what is asked of the agencies. */
  readonly signingKey: KeyObject;
  readonly tokens: TokenConfig;
  /** The private key (JWK, JSON) of the development issuer, so that the playground can act as a persona. */
  readonly developmentIssuerKey: string | null;
  /** As what the playground signs people in at the issuer of the tokens; nobody signs in there when left out. */
  readonly playgroundClient?: string;
}

/** Whose access tokens are good. */
export interface TokenConfig {
  readonly issuer: string;
  readonly audience: string;
  /** The issuer's public keys: a JWK set as JSON, the address of one, or the issuer that tells the address. */
  readonly keys: { readonly json: string } | { readonly url: string } | { readonly discoverAt: string };
}

/** Reads the gateway's settings. @throws SettingError naming what is missing or wrong */
export function readConfig(): GatewayConfig {
  const production = setting('NODE_ENV', z.string().default('development')) === 'production';
  const developmentIssuerKey = setting('DEVELOPMENT_ISSUER_KEY', z.string().optional()) ?? null;
  if (production && developmentIssuerKey) {
    throw new SettingError('DEVELOPMENT_ISSUER_KEY must not be set in production: anybody could sign in as anybody.');
  }
  assertPlannerIsGuarded();
  return {
    port: setting('PORT', z.coerce.number().int().default(4000)),
    host: listeningHost(),
    production,
    operationsFolder: folders(setting('OPERATIONS_FOLDER', z.string().optional())),
    agencyUrl: (agency, inSupergraph) => setting(`${settingPrefix(agency)}_URL`, z.url().default(inSupergraph)),
    agencyTimeoutMs: setting('AGENCY_TIMEOUT_MS', z.coerce.number().int().positive().default(2_000)),
    circuit: circuitFigures,
    overload: overloadLimits,
    trustedOnly: setting('TRUSTED_DOCUMENTS_ONLY', z.stringbool().default(production)),
    corsOrigins: origins('CORS_ORIGINS') ?? origins('PORTAL_ORIGIN'),
    agencyOrigins: origins('AGENCY_ORIGINS'),
    executor: executor(production),
    supergraph: readSupergraphSettings(production),
    overrideLabels: new Set(
      setting('OVERRIDE_LABELS', z.string().optional())
        ?.split(',')
        .map((label) => label.trim()),
    ),
    shareInFlight: setting('GATEWAY_SHARE_IN_FLIGHT', z.stringbool().default(false)),
    keepReference: setting('GATEWAY_KEEP_REFERENCE', z.stringbool().default(true)),
    workers: setting('GATEWAY_WORKERS', z.coerce.number().int().min(1).max(64).default(1)),
    proxies: setting('GATEWAY_PROXIES', z.coerce.number().int().min(0).max(5).default(0)),
    traces: traceSettings(),
    metricsPort: setting('METRICS_PORT', z.coerce.number().int().optional()),
    queryLimits: readQueryLimits(),
    rateLimits: readRateLimits(),
    redisUrl: setting('REDIS_URL', z.url({ protocol: /^rediss?$/ }).optional()),
    signingKey: privateKeyFrom(setting('GATEWAY_PRIVATE_KEY', z.string())),
    tokens: tokenConfig(production),
    developmentIssuerKey,
    playgroundClient: setting('PLAYGROUND_CLIENT', z.string().default('playground')),
  };
}

/** What takes the planner's own limits away, by the environment alone. */
const unguarded = [
  'APOLLO_DISABLE_SECURITY_RECURSIVE_SELECTIONS_CHECK',
  'APOLLO_DISABLE_SECURITY_NON_LOCAL_SELECTIONS_CHECK',
];

/** @throws SettingError when a limit of the planner is switched off (GHSA-q2f9-x4p4-7xmh, GHSA-p2q6-pwh5-m6jr) */
function assertPlannerIsGuarded(): void {
  const set = unguarded.find((name) => setting(name, z.string().optional()) !== undefined);
  if (set) throw new SettingError(`${set} must not be set: a small query could hold the gateway up for minutes.`);
}

/** @throws SettingError for Apollo's executor in production: it asks the agencies for what access rules withhold */
function executor(production: boolean): GatewayConfig['executor'] {
  const chosen = setting('GATEWAY_EXECUTOR', z.enum(['compiled', 'apollo']).default('compiled'));
  if (production && chosen === 'apollo') {
    throw new SettingError('GATEWAY_EXECUTOR=apollo is for comparison only: it knows no access rules.');
  }
  return chosen;
}

/** @throws SettingError for what is no origin, such as an address with a path */
function origins(name: string): string[] | undefined {
  const listed = setting(name, z.string().optional())
    ?.split(',')
    .map((origin) => origin.trim());
  const wrong = listed?.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (wrong !== undefined) throw new SettingError(`${name} lists origins, such as https://portal.example.go.id.`);
  return listed;
}

function folders(paths: string | undefined): URL | URL[] {
  if (paths === undefined) return clientOperationsFolder;
  return paths.split(',').map((path) => pathToFileURL(`${path.trim()}/`));
}

/** `OIDC_ISSUER` puts another provider, such as a national one, in the place of our One ID; its keys are discovered. */
function tokenConfig(production: boolean): TokenConfig {
  const audience = setting('TOKEN_AUDIENCE', z.string().default('mpp-digital'));
  const issuer = setting('OIDC_ISSUER', z.url({ protocol: production ? /^https$/ : /^https?$/ }).optional());
  if (issuer) return { issuer, audience, keys: { discoverAt: issuer } };
  const json = setting('TOKEN_JWKS', z.string().optional());
  const keys = json ? { json } : { url: setting('TOKEN_JWKS_URL', z.url()) };
  return { issuer: setting('TOKEN_ISSUER', z.string()), audience, keys };
}
