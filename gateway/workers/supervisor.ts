import cluster, { type Worker } from 'node:cluster';
import type { Log } from '#kit/log.ts';
import type { GatewayConfig } from '../config.ts';
import { metricsOfWorkers, serveMetrics } from '../observe/serveMetrics.ts';
import { answerCensus } from './census.ts';

/** A worker that dies is replaced after this long, and after twice as long each time that it dies young again. */
const firstPauseMs = 200;
const longestPauseMs = 10_000;
/** A worker that lived so long did not die of its start. */
const grownUpMs = 30_000;

export interface Supervisor {
  stop(): Promise<void>;
}

/**
 * Runs so many processes of the gateway behind its one port, and this process as their supervisor: it answers no
 * request, and a worker that dies is replaced.
 */
export async function superviseWorkers(
  { workers: count, metricsPort, host }: Pick<GatewayConfig, 'workers' | 'metricsPort' | 'host'>,
  log: Log,
): Promise<Supervisor> {
  const workers = new Set<Worker>();
  const pauses = new Set<NodeJS.Timeout>();
  let isStopping = false;
  let pauseMs = firstPauseMs;

  const start = (): void => {
    const worker = cluster.fork();
    const startedAt = Date.now();
    workers.add(worker);
    worker.once('exit', (code, signal) => {
      workers.delete(worker);
      if (isStopping) return;
      pauseMs = Date.now() - startedAt > grownUpMs ? firstPauseMs : Math.min(pauseMs * 2, longestPauseMs);
      log.error({ code, signal, pauseMs }, 'A worker of the gateway died');
      const pause = setTimeout(() => {
        pauses.delete(pause);
        start();
      }, pauseMs);
      pauses.add(pause);
    });
  };

  const stopAnswering = answerCensus(count);
  const metrics = metricsPort === undefined ? null : await serveMetrics(metricsPort, host, metricsOfWorkers());
  for (let started = 0; started < count; started += 1) start();

  return {
    async stop() {
      isStopping = true;
      stopAnswering();
      for (const pause of pauses) clearTimeout(pause);
      await Promise.all([...workers].map(stopped));
      await metrics?.stop();
    },
  };
}

/** A worker finishes what it is answering before it ends. */
function stopped(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('exit', () => resolve());
    worker.process.kill('SIGTERM');
  });
}
