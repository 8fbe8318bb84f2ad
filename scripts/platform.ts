import { openSync } from 'node:fs';
import { z } from 'zod';
import { environmentWith, setting, settingPrefix } from '#kit/setting.ts';
import { agencyNames } from '../schema/agencies.ts';
import { type AccessLogKeys, accessLogKeys, accessLogSettingsOf } from './accessLogKeys.ts';
import { buildPlayground } from './buildPlayground.ts';
import { type Database, startDatabase } from './database.ts';
import { clockFile } from './dataDirectory.ts';
import { giveWay } from './giveWay.ts';
import { mockTheOthers } from './mockTheOthers.ts';
import { oneIdIssuer, oneIdSettings, serviceAccountSettings, settingsOnlyFor } from './oneId.ts';
import { requireFreePorts } from './ports.ts';
import { runSource } from './runSource.ts';
import { type SandboxKeys, sandboxKeys } from './sandboxKeys.ts';
import { noteStartedPort } from './startedPort.ts';
import { type SupervisedProcess, supervise } from './supervise.ts';
import { vaultKeys } from './vaultKeys.ts';

export interface PlatformOptions {
  /** Holds the embedded database and the development keys. */
  readonly directory: string;
  /** The gateway's port; the agencies take the ones after it, in alphabetical order of their folders. */
  readonly port: number;
  /** Starts every process anew when a source file changes. */
  readonly watch: boolean;
  readonly tell: (line: string) => void;
  /** Whether an embedded database that older seeds have filled may be filled anew: nobody keeps anything in it. */
  readonly disposable?: boolean;
  /** The agencies that run; the others are mocked from the supergraph. All run when left out. */
  readonly only?: readonly string[];
  /** The file that the processes' log lines go to; the terminal when left out. */
  readonly logFile?: string;
}

export interface Platform {
  readonly url: string;
  readonly keys: SandboxKeys;
  readonly database: Database;
  stop(): Promise<void>;
}

/** Nine processes start at once: on two cores that others use too they take more than a minute. */
const readyWithinMs = 120_000;

/** Starts everything that this machine needs to serve the graph, and waits until every agency is healthy. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  await requireFreePorts(options.port, portsOfPlatform());
  const keys = await sandboxKeys(options.directory, oneIdIssuer(options.port));
  const oneId = await oneIdSettings(options.directory, keys, options.port);
  const serviceAccount = await serviceAccountSettings(options.directory, keys, options.port);
  const logKeys = await accessLogKeys(options.directory, agencyNames());
  const sealing = { VAULT_KEYS: await vaultKeys(options.directory) };
  const database = await startDatabase(options.directory);
  const running: SupervisedProcess[] = [];
  const stop = async () => {
    // The gateway first, so that nobody is let in; the database last, since agencies still write to it.
    for (const process of running.reverse()) await process.stop();
    await database.stop();
  };

  try {
    await buildPlayground(options.tell);
    const mayReplace = options.disposable && database.isEmbedded;
    await runToEnd('scripts/seed.ts', { MONGODB_URI: database.uri, ...sealing }, mayReplace ? ['--replace-old'] : []);
    running.push(
      ...startAgencies(options, keys, { MONGODB_URI: database.uri, ...sealing }, { oneId, serviceAccount }, logKeys),
      options.only
        ? await mockTheOthers(options.port, keys, urlsOf(options, options.only))
        : startGateway(options, keys),
    );
    await untilReady(options);
    noteStartedPort(options.directory, options.port);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://localhost:${options.port}`, keys, database, stop };
}

function startAgencies(
  options: PlatformOptions,
  keys: SandboxKeys,
  storage: Readonly<Record<string, string>>,
  own: { readonly oneId: Record<string, string>; readonly serviceAccount: Record<string, string> },
  logKeys: AccessLogKeys,
): SupervisedProcess[] {
  return [...urlsOf(options, options.only ?? agencyNames())].map(([agency, url]) =>
    keepRunning(agency, `subgraphs/${agency}/server.ts`, options, {
      PORT: new URL(url).port,
      ...storage,
      GATEWAY_PUBLIC_KEY: keys.gatewayPublicKey,
      SANDBOX_CLOCK: clockFile(options.directory),
      ...settingsOnlyFor(agency, own.oneId, own.serviceAccount),
      ...accessLogSettingsOf(agency, logKeys, options.port, options.only),
    }),
  );
}

function startGateway(options: PlatformOptions, keys: SandboxKeys): SupervisedProcess {
  const addresses = [...urlsOf(options, agencyNames())].map(([agency, url]) => [`${settingPrefix(agency)}_URL`, url]);
  return keepRunning('gateway', 'gateway/main.ts', options, {
    PORT: String(options.port),
    GATEWAY_PRIVATE_KEY: keys.gatewayPrivateKey,
    TOKEN_ISSUER: keys.issuer.issuer,
    TOKEN_JWKS: keys.issuer.jwks,
    DEVELOPMENT_ISSUER_KEY: JSON.stringify(keys.issuer.privateJwk),
    ...Object.fromEntries(addresses),
  });
}

/** Where agencies answer: each at the same port, whether the others run or not. */
function urlsOf({ port }: PlatformOptions, agencies: readonly string[]): ReadonlyMap<string, string> {
  const places = agencyNames().map(
    (agency, index) => [agency, `http://127.0.0.1:${port + 1 + index}/graphql`] as const,
  );
  return new Map(places.filter(([agency]) => agencies.includes(agency)));
}

function keepRunning(
  name: string,
  file: string,
  options: PlatformOptions,
  settings: Record<string, string>,
): SupervisedProcess {
  const env = environmentWith(settings);
  const output = options.logFile === undefined ? 'inherit' : openSync(options.logFile, 'a');
  const start = () => {
    const child = runSource(file, [], { env, stdio: ['ignore', output, output] }, options.watch);
    if (agencyNames().includes(name)) giveWay(name, child);
    return child;
  };
  return supervise(name, start, options.tell);
}

async function runToEnd(
  file: string,
  settings: Record<string, string>,
  parameters: readonly string[] = [],
): Promise<void> {
  // The standard output belongs to the command that starts all this: it may be JSON.
  const child = runSource(file, parameters, { env: environmentWith(settings), stdio: ['inherit', 2, 2] });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${file} ended with exit code ${code}.`);
}

const readiness = z.object({ agencies: z.record(z.string(), z.string()) });

async function untilReady({ port, logFile }: PlatformOptions): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline) {
    if (await isReady(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const where = logFile === undefined ? 'the log above' : logFile;
  throw new Error(`The platform was not ready within ${readyWithinMs / 1000} seconds; ${where} says why.`);
}

async function isReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    const { agencies } = readiness.parse(await response.json());
    return Object.values(agencies).every((state) => state === 'ready');
  } catch {
    return false;
  }
}

/** How many ports a platform takes: the gateway's, then one per agency. */
export function portsOfPlatform(): number {
  return 1 + agencyNames().length;
}

/** The gateway's port: `PORT`, 4000 by default. */
export function gatewayPort(): number {
  return setting('PORT', z.coerce.number().int().default(4000));
}
