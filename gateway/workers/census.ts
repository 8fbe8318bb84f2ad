import cluster, { type Worker } from 'node:cluster';
import { isNode } from '../call/node.ts';

/** How many workers of the gateway there should be, and how many answer. */
export interface Census {
  readonly wanted: number;
  readonly ready: number;
}

const question = 'how many workers';
const longestWaitMs = 500;

/** In the supervisor: answers its workers how many of them there are. @returns what ends it */
export function answerCensus(wanted: number): () => void {
  const ready = new Set<Worker>();
  const add = (worker: Worker) => ready.add(worker);
  const remove = (worker: Worker) => ready.delete(worker);
  const answer = (worker: Worker, message: unknown) => {
    if (message === question) worker.send({ [question]: { wanted, ready: ready.size } });
  };
  cluster.on('listening', add).on('exit', remove).on('message', answer);
  return () => {
    cluster.off('listening', add).off('exit', remove).off('message', answer);
  };
}

/** In a worker: how many there are. Null where this process is the whole gateway, or its supervisor does not say. */
export async function workersCensus(): Promise<Census | null> {
  const { worker } = cluster;
  if (!worker) return null;
  return new Promise((resolve) => {
    const listen = (message: unknown) => {
      if (isNode(message) && question in message) settle(message[question] as Census);
    };
    const timer = setTimeout(() => settle(null), longestWaitMs);
    const settle = (census: Census | null) => {
      clearTimeout(timer);
      worker.off('message', listen);
      resolve(census);
    };
    worker.on('message', listen);
    worker.send(question);
  });
}
