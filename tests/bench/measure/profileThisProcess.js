import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

// Imported into each process that a bench with --profile starts: writes <pid>.cpuprofile into the directory that the
// query of this module's address names. (Node 20 does not take --cpu-prof in NODE_OPTIONS.)
const directory = new URL(import.meta.url).searchParams.get('directory');

if (isMainThread && directory) {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 1_000 });
  session.post('Profiler.start');
  process.on('exit', () => {
    session.post('Profiler.stop', (_error, result) => {
      if (!result) return;
      writeFileSync(`${fileURLToPath(directory)}/${process.pid}.cpuprofile`, JSON.stringify(result.profile));
    });
  });
}
