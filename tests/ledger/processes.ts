import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#kit/mongo.ts';
import { environmentWith, settingPrefix } from '#kit/setting.ts';
import { agencyNames } from '../../schema/agencies.ts';
import { accessLogKeys, accessLogSettingsOf } from '../../scripts/accessLogKeys.ts';
import { findFreePorts } from '../../scripts/ports.ts';
import { runSource } from '../../scripts/runSource.ts';
import { type SandboxKeys, sandboxKeys } from '../../scripts/sandboxKeys.ts';
import { vaultKeys } from '../../scripts/vaultKeys.ts';
import { type Victim, victim } from './victims.ts';

const readyWithinMs = 90_000;
/** The agencies that an application and its way into the inbox need. */
const agencies = ['business-licensing', 'mall'] as const;

/** What of a real platform an application passes through, each a process of its own that may be killed. */
export interface LedgerPlatform {
  readonly url: string;
  readonly keys: SandboxKeys;
  /** By name: `business-licensing`, `mall`, `gateway`, and `database` where it is ours. */
  readonly victims: ReadonlyMap<string, Victim>;
  /** The file that all processes' log lines go to. */
  readonly logFile: string;
  connect(agency: (typeof agencies)[number]): ReturnType<typeof connect>;
  /** Runs another program in the place of the licensing agency, from its next start on. */
  exchangeLicensing(file: string | null): Promise<void>;
  untilReady(): Promise<void>;
  /** @param keepsLog leaves the log and the data, for somebody who looks what went wrong */
  stop(keepsLog?: boolean): Promise<void>;
}

/**
 * Starts it on a data directory and ports of its own.
 *
 * @param mongo a MongoDB to use, on databases of this run; it is not ours to kill. Left out, the embedded one
 */
export async function startLedgerPlatform(mongo?: string): Promise<LedgerPlatform> {
  const directory = mkdtempSync(join(tmpdir(), 'mpp-ledger-'));
  const logFile = join(directory, 'log.jsonl');
  const names = agencyNames();
  const port = await findFreePorts(names.length + 2, 21_000 + (process.pid % 300) * 20);
  const uri = mongo ?? `mongodb://127.0.0.1:${port + names.length + 1}/?directConnection=true`;
  const keys = await sandboxKeys(directory);
  const logKeys = await accessLogKeys(directory, names);
  const prefix = `ledger_${process.pid}_`;
  const storage = {
    MONGODB_URI: uri,
    MONGODB_DATABASE_PREFIX: prefix,
    VAULT_KEYS: await vaultKeys(directory),
    NATS_URL: '',
    LOG_LEVEL: 'info',
  };
  const output = openSync(logFile, 'a');
  const run = (file: string, settings: Record<string, string>, parameters: string[] = []) =>
    runSource(file, parameters, { env: environmentWith(settings), stdio: ['ignore', output, output] });

  const begin = new Map<string, () => ChildProcess>();
  if (mongo === undefined) {
    const parameters = ['--data', join(directory, 'database'), '--port', new URL(uri).port];
    begin.set('database', () => run('embedded-mongo/main.ts', {}, parameters));
  }
  const settingsOf = (agency: string) => ({
    PORT: String(port + 1 + names.indexOf(agency)),
    ...storage,
    GATEWAY_PUBLIC_KEY: keys.gatewayPublicKey,
    ...accessLogSettingsOf(agency, logKeys, port),
  });
  for (const agency of agencies) begin.set(agency, () => run(`subgraphs/${agency}/server.ts`, settingsOf(agency)));
  begin.set('gateway', () =>
    run('gateway/main.ts', {
      PORT: String(port),
      GATEWAY_PRIVATE_KEY: keys.gatewayPrivateKey,
      TOKEN_ISSUER: keys.issuer.issuer,
      TOKEN_JWKS: keys.issuer.jwks,
      RATE_CALLER_PER_MINUTE: '1000000',
      RATE_ADDRESS_PER_MINUTE: '1000000',
      ...Object.fromEntries(
        names.map((name, index) => [`${settingPrefix(name)}_URL`, `http://127.0.0.1:${port + 1 + index}/graphql`]),
      ),
    }),
  );
  const victims = new Map([...begin].map(([name, program]) => [name, victim(name, program)]));

  // Nobody of ours stays behind when this process is ended.
  const killAll = () => {
    for (const one of victims.values()) one.kill();
  };
  process.once('exit', killAll);

  const isReady = async () => {
    const ports = [...agencies.map((agency) => port + 1 + names.indexOf(agency))];
    const paths = [
      ...ports.map((one) => `http://127.0.0.1:${one}/health/ready`),
      `http://127.0.0.1:${port}/health/live`,
    ];
    const asked = paths.map((path) => fetch(path, { signal: AbortSignal.timeout(2_000) }).then(({ ok }) => ok));
    return (await Promise.allSettled(asked)).every((one) => one.status === 'fulfilled' && one.value);
  };
  const platform: LedgerPlatform = {
    url: `http://127.0.0.1:${port}`,
    keys,
    victims,
    logFile,
    connect: (agency) => connect({ uri, database: prefix + agency.replaceAll('-', '_') }),
    async exchangeLicensing(file) {
      const licensing = victims.get('business-licensing');
      await licensing?.stop();
      licensing?.start(file === null ? undefined : () => run(file, settingsOf('business-licensing')));
      await platform.untilReady();
    },
    async untilReady() {
      const deadline = Date.now() + readyWithinMs;
      while (!(await isReady())) {
        if (Date.now() > deadline) throw new Error(`The platform was not ready in time; ${logFile} says why.`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async stop(keepsLog = false) {
      if (mongo !== undefined) await dropDatabases(mongo, prefix, names);
      // The database last, since the agencies still write to it.
      for (const one of [...victims.values()].reverse()) await one.stop();
      process.off('exit', killAll);
      if (!keepsLog) rmSync(directory, { recursive: true, force: true });
    },
  };

  try {
    victims.get('database')?.start();
    await untilListening(uri);
    await untilSeeded(run('scripts/seed.ts', { ...storage, SEED_CITIZENS: '0', DATA_DIR: directory }));
    for (const one of victims.values()) one.start();
    await platform.untilReady();
  } catch (error) {
    await platform.stop(true);
    throw error;
  }
  return platform;
}

/** Waits for a database that was started. @throws Error when it does not listen in time */
export async function untilListening(uri: string): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  for (;;) {
    try {
      await (await connect({ uri, database: 'admin' })).close();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/** Waits for the seeds to end. @throws Error when they end badly */
export async function untilSeeded(child: ChildProcess): Promise<void> {
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`The seeds ended with exit code ${code}.`);
}

async function dropDatabases(uri: string, prefix: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const connection = await connect({ uri, database: prefix + name.replaceAll('-', '_') });
    await connection.dropDatabase();
    await connection.close();
  }
}
