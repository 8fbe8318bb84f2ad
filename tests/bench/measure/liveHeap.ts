import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { importIntoWhatStarts } from './importIntoWhatStarts.ts';

const collectedWithinMs = 30_000;

/** Lets every Node process that is started from now on tell what it holds once its garbage is collected. */
export function tellHeapsOfWhatStarts(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  importIntoWhatStarts(new URL('./heapOfThisProcess.js', import.meta.url), directory);
}

/** What a process holds when its garbage is collected, in MB. @throws Error when it does not say so in time */
export async function liveHeapMb(directory: string, pid: number): Promise<number> {
  const file = join(directory, `${pid}.heap`);
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  const deadline = performance.now() + collectedWithinMs;
  // The file is there before it is written.
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') {
    if (performance.now() > deadline) throw new Error(`Process ${pid} did not say what it holds.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return Number(readFileSync(file, 'utf8')) / 1e6;
}
