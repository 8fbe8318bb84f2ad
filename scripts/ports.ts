import { createServer } from 'node:net';

/** Whether nobody listens on a port of this machine's loopback address. */
async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Makes sure that a row of ports is free. @throws Error naming the first one that is taken */
export async function requireFreePorts(first: number, count: number): Promise<void> {
  for (let port = first; port < first + count; port++) {
    if (!(await isFree(port))) {
      throw new Error(`Port ${port} is in use. Give another first port: PORT=5000 npm start (it takes ${count}).`);
    }
  }
}

/** The first port of a row of free ones, looked for from `from` on. @throws Error when there is none within reach */
export async function findFreePorts(count: number, from: number): Promise<number> {
  for (let first = from; first < from + 1_000; first += count) {
    const states = await Promise.all(Array.from({ length: count }, (_, index) => isFree(first + index)));
    if (states.every(Boolean)) return first;
  }
  throw new Error(`There are no ${count} free ports in a row between ${from} and ${from + 1_000}.`);
}
