import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

// Imported into each process whose memory is watched: on SIGUSR2 it collects its garbage and writes what is left, in bytes, as
// <pid>.heap into the directory that the query of this module's address names.
const directory = new URL(import.meta.url).searchParams.get('directory');

if (isMainThread && directory) {
  const session = new Session();
  session.connect();
  process.on('SIGUSR2', () => {
    session.post('HeapProfiler.collectGarbage', () => {
      writeFileSync(`${fileURLToPath(directory)}/${process.pid}.heap`, String(process.memoryUsage().heapUsed));
    });
  });
}
