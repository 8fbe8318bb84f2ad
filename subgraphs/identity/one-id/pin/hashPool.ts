import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PinHash, PinWork } from './digest.ts';

/** So many PINs wait to be hashed already that another one would wait too long. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';
}

export interface HashPool {
  /** @throws TooBusy at once when the queue is full */
  readonly hash: PinHash;
  stop(): Promise<void>;
}

interface Job {
  readonly work: PinWork;
  readonly resolve: (hash: string) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Hashes PINs in threads of their own, so that guessing neither stops the agency's event loop nor takes the threads that
 * file and name look-ups share. Threads start with the first PIN.
 *
 * @param threads how many PINs are hashed at a time
 * @param mostWaiting how many may wait: at a tenth of a second each, the last one waits some seconds
 */
export function startHashPool(
  threads = Math.max(1, Math.min(4, availableParallelism() - 1)),
  mostWaiting = 32,
): HashPool {
  const idle: Worker[] = [];
  const busy = new Map<Worker, Job>();
  const waiting: Job[] = [];

  const take = (worker: Worker): void => {
    const next = waiting.shift();
    if (!next) {
      worker.unref();
      idle.push(worker);
      return;
    }
    busy.set(worker, next);
    worker.ref();
    worker.postMessage(next.work);
  };
  const finish = (worker: Worker): Job | undefined => {
    const job = busy.get(worker);
    busy.delete(worker);
    return job;
  };
  const start = (): void => {
    const worker = new Worker(new URL('./hashWorker.js', import.meta.url), { execArgv: [] });
    worker.on('message', (hash: string) => {
      finish(worker)?.resolve(hash);
      take(worker);
    });
    // A thread that fails ends; another one takes what still waits.
    worker.on('error', (error) => {
      finish(worker)?.reject(error);
      if (waiting.length > 0) start();
    });
    take(worker);
  };

  return {
    hash(work) {
      if (waiting.length >= mostWaiting) return Promise.reject(new TooBusy('Too many PINs wait to be hashed.'));
      return new Promise((resolve, reject) => {
        waiting.push({ work, resolve, reject });
        const free = idle.pop();
        if (free) take(free);
        else if (busy.size < threads) start();
      });
    },
    async stop() {
      const reason = new TooBusy('The server stops.');
      for (const { reject } of [...busy.values(), ...waiting.splice(0)]) reject(reason);
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}
