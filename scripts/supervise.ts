import type { ChildProcess } from 'node:child_process';

const shortestPauseMs = 500;
const longestPauseMs = 30_000;
/** One that ran this long before it ended has been well: the pause starts short again. */
const healthyAfterMs = 60_000;
const killAfterMs = 8_000;

/** A process that is started again whenever it ends, with a growing pause, until it is stopped. */
export interface SupervisedProcess {
  readonly name: string;
  stop(): Promise<void>;
}

/**
 * Keeps a process running.
 *
 * @param start starts it anew
 * @param tell is told when it ended by itself
 */
export function supervise(name: string, start: () => ChildProcess, tell: (line: string) => void): SupervisedProcess {
  let child: ChildProcess | null = null;
  let pauseMs = shortestPauseMs;
  let timer: NodeJS.Timeout | null = null;
  let stopping = false;

  const run = () => {
    const startedAt = Date.now();
    const current = start();
    child = current;
    current.once('exit', (code, signal) => {
      if (stopping) return;
      if (Date.now() - startedAt > healthyAfterMs) pauseMs = shortestPauseMs;
      tell(`${name} ended (${signal ?? `exit code ${code}`}); it starts again in ${pauseMs / 1000} s.`);
      timer = setTimeout(run, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
  };
  run();

  return {
    name,
    async stop() {
      stopping = true;
      if (timer) clearTimeout(timer);
      if (child) await endProcess(child);
    },
  };
}

/** Asks a process to end, and makes it end when it does not within eight seconds. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  await ended;
  clearTimeout(timer);
}
