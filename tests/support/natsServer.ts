import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePorts } from '../../scripts/ports.ts';

/** Whether this machine has a NATS server (Debian: `apt-get install nats-server`). */
export const hasNatsServer = spawnSync('nats-server', ['--version']).status === 0;

/** A NATS server on a free port, with its streams in a folder of its own. */
export interface TestNatsServer {
  readonly url: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on what it had stored. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one. @throws Error when it does not listen within ten seconds */
export async function startNatsServer(): Promise<TestNatsServer> {
  const directory = mkdtempSync(join(tmpdir(), 'mpp-nats-'));
  const port = await findFreePorts(1, 14_000 + (process.pid % 500) * 10);
  let child: ChildProcess | null = null;
  const start = async () => {
    const parameters = ['--jetstream', '--addr', '127.0.0.1', '--port', String(port), '--store_dir', directory];
    const started = spawn('nats-server', parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
    child = started;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The NATS server did not start.')), 10_000);
      started.stderr?.on('data', (chunk: Buffer) => {
        if (!chunk.toString().includes('Server is ready')) return;
        clearTimeout(timer);
        resolve();
      });
    });
  };
  const kill = async () => {
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGKILL');
    if (child) await ended;
    child = null;
  };
  await start();
  return {
    url: `nats://127.0.0.1:${port}`,
    kill,
    start,
    async stop() {
      await kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
