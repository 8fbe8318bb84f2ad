import type { ChildProcess } from 'node:child_process';

const againAfterMs = 200;

/** A process of ours that may be killed: it is started again at once, as an operator's supervisor would. */
export interface Victim {
  readonly name: string;
  /** The number of its process, while one runs. */
  readonly pid: number | undefined;
  /** Ends it without a warning. Nothing happens to one that is not running. */
  kill(): void;
  /** Kills it, and lets it lie until it is started. */
  hold(): Promise<void>;
  /** Starts it; with `other`, as another program. */
  start(other?: () => ChildProcess): void;
  stop(): Promise<void>;
}

/** Keeps a process of ours running, but for the time that it is held down. */
export function victim(name: string, begin: () => ChildProcess): Victim {
  let program = begin;
  let child: ChildProcess | null = null;
  let isWanted = false;

  const run = () => {
    const started = program();
    child = started;
    started.once('exit', () => {
      if (child === started) child = null;
      if (isWanted) setTimeout(() => isWanted && child === null && run(), againAfterMs);
    });
  };
  const end = async (signal: NodeJS.Signals) => {
    isWanted = false;
    const ending = child;
    if (!ending) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    const timer = setTimeout(() => ending.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(timer);
  };

  return {
    name,
    get pid() {
      return child?.pid;
    },
    kill: () => void child?.kill('SIGKILL'),
    hold: () => end('SIGKILL'),
    start(other = begin) {
      program = other;
      isWanted = true;
      if (child === null) run();
    },
    stop: () => end('SIGTERM'),
  };
}
