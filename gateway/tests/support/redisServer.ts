import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { findFreePorts } from '../../../scripts/ports.ts';

/** Whether this machine has a Redis server (Debian: `apt-get install redis-server`). */
export const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis server on a free port of the loopback address, which keeps nothing on disk. */
export interface TestRedisServer {
  readonly url: string;
  start(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts one. @throws Error when it does not listen within ten seconds */
export async function startRedisServer(): Promise<TestRedisServer> {
  const port = await findFreePorts(1, 16_000 + (process.pid % 500) * 10);
  let child: ChildProcess | null = null;
  const start = async () => {
    const parameters = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const started = spawn('redis-server', parameters, { stdio: ['ignore', 'pipe', 'ignore'] });
    child = started;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The Redis server did not start.')), 10_000);
      started.stdout.on('data', (chunk: Buffer) => {
        if (!chunk.toString().includes('Ready to accept connections')) return;
        clearTimeout(timer);
        resolve();
      });
    });
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    async kill() {
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child?.kill('SIGKILL');
      if (child) await ended;
      child = null;
    },
  };
}
