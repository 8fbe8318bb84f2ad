import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { environmentWith, settingPrefix } from '#kit/setting.ts';
import { agencyNames } from '../../../schema/agencies.ts';
import { startEmbeddedDatabase } from '../../../scripts/database.ts';
import { runSource } from '../../../scripts/runSource.ts';
import { type SandboxKeys, sandboxKeys } from '../../../scripts/sandboxKeys.ts';
import { endProcess } from '../../../scripts/supervise.ts';
import { endWithUs } from '../endWithUs.ts';
import { childRunning } from '../measure/processAccounting.ts';

/** The real agencies, their database and the gateway, with the process of each. */
export interface BenchPlatform {
  readonly port: number;
  readonly keys: SandboxKeys;
  /** Name -> process id: the gateway, each agency, the database. */
  readonly processes: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

export interface BenchPlatformOptions {
  /** Kept between runs, so that the database is seeded once. */
  readonly directory: string;
  readonly citizens: number;
  /** The gateway's port; the agencies take the ones after it. */
  readonly port: number;
  readonly seedWithinMs: number;
  readonly readyWithinMs: number;
}

/** Seeds the database of a size, unless it is there, and starts everything on it. */
export async function startBenchPlatform(options: BenchPlatformOptions): Promise<BenchPlatform> {
  const keys = await sandboxKeys(options.directory);
  const database = await startEmbeddedDatabase(join(options.directory, 'database'), 'full');
  const processes = new Map<string, number>();
  const children: ChildProcess[] = [];
  const start = (name: string, file: string, settings: Record<string, string>) => {
    const env = environmentWith({ LOG_LEVEL: 'error', ...settings });
    const child = endWithUs(runSource(file, [], { env, stdio: ['ignore', 'ignore', 'inherit'] }));
    children.push(child);
    if (child.pid !== undefined) processes.set(name, child.pid);
    return child;
  };
  const stop = async () => {
    await Promise.all(children.map((child) => endProcess(child)));
    await database.stop();
  };

  try {
    const pid = childRunning('embedded-mongo/main.ts');
    if (pid !== null) processes.set('database', pid);
    const seeding = start('seeding', 'scripts/seed.ts', {
      MONGODB_URI: database.uri,
      SEED_CITIZENS: String(options.citizens),
    });
    await untilEnded(seeding, options.seedWithinMs);
    processes.delete('seeding');

    const agencies = agencyNames();
    agencies.forEach((agency, index) => {
      start(agency, `subgraphs/${agency}/server.ts`, {
        PORT: String(options.port + 1 + index),
        MONGODB_URI: database.uri,
        GATEWAY_PUBLIC_KEY: keys.gatewayPublicKey,
      });
    });
    start('gateway', 'gateway/main.ts', {
      PORT: String(options.port),
      GATEWAY_PRIVATE_KEY: keys.gatewayPrivateKey,
      TOKEN_ISSUER: keys.issuer.issuer,
      TOKEN_JWKS: keys.issuer.jwks,
      ...Object.fromEntries(
        agencies.map((agency, index) => [
          `${settingPrefix(agency)}_URL`,
          `http://127.0.0.1:${options.port + 1 + index}/graphql`,
        ]),
      ),
    });
    await untilReady(options.port, options.readyWithinMs);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port: options.port, keys, processes, stop };
}

async function untilEnded(child: ChildProcess, withinMs: number): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGKILL'), withinMs);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
  if (code !== 0) throw new Error(`Seeding did not end well within ${withinMs / 1_000} s (exit code ${code}).`);
}

async function untilReady(port: number, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (await isReady(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`The platform was not ready within ${withinMs / 1_000} s.`);
}

async function isReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    const { agencies } = (await response.json()) as { agencies: Record<string, string> };
    return Object.values(agencies).every((state) => state === 'ready');
  } catch {
    return false;
  }
}
