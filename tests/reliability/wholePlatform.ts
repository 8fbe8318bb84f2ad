import { mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DevelopmentIssuer } from '#kit/sandbox/issuer.ts';
import { environmentWith, settingPrefix } from '#kit/setting.ts';
import { agencyNames } from '../../schema/agencies.ts';
import { accessLogKeys, accessLogSettingsOf } from '../../scripts/accessLogKeys.ts';
import { giveWay } from '../../scripts/giveWay.ts';
import { oneIdIssuer, oneIdSettings, serviceAccountSettings, settingsOnlyFor } from '../../scripts/oneId.ts';
import { findFreePorts } from '../../scripts/ports.ts';
import { runSource } from '../../scripts/runSource.ts';
import { sandboxKeys } from '../../scripts/sandboxKeys.ts';
import { vaultKeys } from '../../scripts/vaultKeys.ts';
import { untilListening, untilSeeded } from '../ledger/processes.ts';
import { type Victim, victim } from '../ledger/victims.ts';
import { asOperationsFolder } from './operations.ts';

const readyWithinMs = 150_000;

/** Gateways, all agencies and the database as processes of their own that may be stopped, killed and measured. */
export interface WholePlatform {
  /** The ports that gateways answer at. */
  readonly gatewayPorts: readonly number[];
  /** The ports that their metrics are read at, in the same order. */
  readonly metricsPorts: readonly number[];
  readonly issuer: DevelopmentIssuer;
  /** By name: `gateway-1`, `gateway-2`, ..., each agency, `database`. */
  readonly processes: ReadonlyMap<string, Victim>;
  readonly logFile: string;
  /** Waits until every gateway answers and every agency is ready behind it. @throws Error when they are not in time */
  untilReady(): Promise<void>;
  /** Asks one process to end, as a deployment would, starts it again, and waits until all is ready. */
  restart(name: string): Promise<void>;
  stop(): Promise<void>;
}

export interface WholePlatformOptions {
  /** Holds the database, the keys and the log; emptied before, and kept. */
  readonly directory: string;
  readonly gateways: number;
  readonly citizens: number;
  /**
   * Whether agencies give way to the gateway, as with `npm start`; not where others of usual priority work on the machine, to
   * whom they would give way as well.
   */
  readonly agenciesGiveWay?: boolean;
  /** Settings of the gateways beside the usual ones. */
  readonly gatewaySettings?: Readonly<Record<string, string>>;
}

/** Starts it on free ports, with a database that is seeded anew: each run then begins with the same. */
export async function startWholePlatform(options: WholePlatformOptions): Promise<WholePlatform> {
  const { directory, gateways } = options;
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const names = agencyNames();
  const first = await findFreePorts(names.length + 2 * gateways + 1, 28_000 + (process.pid % 200) * 20);
  const portOf = (agency: string) => first + 1 + names.indexOf(agency);
  const otherPorts = Array.from({ length: 2 * gateways }, (_, index) => first + 1 + names.length + index);
  const gatewayPorts = [first, ...otherPorts.slice(0, gateways - 1)];
  const metricsPorts = otherPorts.slice(gateways - 1, 2 * gateways - 1);
  const uri = `mongodb://127.0.0.1:${otherPorts.at(-1)}/?directConnection=true`;

  const keys = await sandboxKeys(directory, oneIdIssuer(first));
  const logKeys = await accessLogKeys(directory, names);
  const oneId = await oneIdSettings(directory, keys, first);
  const serviceAccount = await serviceAccountSettings(directory, keys, first);
  const storage = { MONGODB_URI: uri, VAULT_KEYS: await vaultKeys(directory), NATS_URL: '', LOG_LEVEL: 'info' };
  const logFile = join(directory, 'log.jsonl');
  const output = openSync(logFile, 'a');
  const run = (file: string, settings: Record<string, string>, parameters: string[] = []) =>
    runSource(file, parameters, { env: environmentWith(settings), stdio: ['ignore', output, output] });

  const processes = new Map<string, Victim>();
  const add = (name: string, file: string, settings: Record<string, string>, parameters: string[] = []) =>
    processes.set(
      name,
      victim(name, () => {
        const child = run(file, settings, parameters);
        if (options.agenciesGiveWay && names.includes(name)) giveWay(name, child);
        return child;
      }),
    );
  add('database', 'embedded-mongo/main.ts', {}, ['--data', join(directory, 'database'), '--port', new URL(uri).port]);
  for (const agency of names) {
    add(agency, `subgraphs/${agency}/server.ts`, {
      PORT: String(portOf(agency)),
      ...storage,
      GATEWAY_PUBLIC_KEY: keys.gatewayPublicKey,
      ...settingsOnlyFor(agency, oneId, serviceAccount),
      ...accessLogSettingsOf(agency, logKeys, first),
    });
  }
  for (const [index, port] of gatewayPorts.entries()) {
    add(`gateway-${index + 1}`, 'gateway/main.ts', {
      PORT: String(port),
      METRICS_PORT: String(metricsPorts[index]),
      GATEWAY_PRIVATE_KEY: keys.gatewayPrivateKey,
      TOKEN_ISSUER: keys.issuer.issuer,
      TOKEN_JWKS: keys.issuer.jwks,
      OPERATIONS_FOLDER: asOperationsFolder(join(directory, 'operations')),
      // A few citizens ask here for a nation.
      RATE_CALLER_PER_MINUTE: '1000000',
      RATE_ADDRESS_PER_MINUTE: '1000000',
      ...Object.fromEntries(
        names.map((name) => [`${settingPrefix(name)}_URL`, `http://127.0.0.1:${portOf(name)}/graphql`]),
      ),
      ...options.gatewaySettings,
    });
  }

  // Nobody of ours stays behind when this process is ended.
  const killAll = () => {
    for (const one of processes.values()) one.kill();
  };
  process.once('exit', killAll);
  const platform: WholePlatform = {
    gatewayPorts,
    metricsPorts,
    issuer: keys.issuer,
    processes,
    logFile,
    async untilReady() {
      const deadline = Date.now() + readyWithinMs;
      while (!(await areReady(gatewayPorts))) {
        if (Date.now() > deadline) throw new Error(`The platform was not ready in time; ${logFile} says why.`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async restart(name) {
      await processes.get(name)?.stop();
      processes.get(name)?.start();
      await platform.untilReady();
    },
    async stop() {
      // The gateways first, so that nobody is let in; the database last, since the agencies still write to it.
      for (const one of [...processes.values()].reverse()) await one.stop();
      process.off('exit', killAll);
    },
  };

  try {
    processes.get('database')?.start();
    await untilListening(uri);
    await untilSeeded(
      run('scripts/seed.ts', { ...storage, SEED_CITIZENS: String(options.citizens), DATA_DIR: directory }),
    );
    for (const one of processes.values()) one.start();
    await platform.untilReady();
  } catch (error) {
    await platform.stop();
    throw error;
  }
  return platform;
}

async function areReady(gatewayPorts: readonly number[]): Promise<boolean> {
  const asked = gatewayPorts.map(async (port) => {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    const { agencies = {} } = (await response.json()) as { agencies?: Record<string, string> };
    return response.ok && Object.values(agencies).every((state) => state === 'ready');
  });
  return (await Promise.allSettled(asked)).every((one) => one.status === 'fulfilled' && one.value);
}
