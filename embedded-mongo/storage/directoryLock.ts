import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Directories this very process holds; its own process number in a lock file would otherwise look stale or foreign. */
const held = new Set<string>();

/**
 * Takes a data directory for this process alone. A lock left behind by a process that no longer runs is taken over.
 * @returns gives the directory back
 * @throws Error that names the process that has the directory
 */
export const lockDirectory = (directory: string): (() => void) => {
  mkdirSync(directory, { recursive: true });
  const path = realpathSync(directory);
  const file = join(path, 'server.lock');
  if (held.has(path)) throw inUse(path, process.pid);
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, started: startTime(process.pid) }), { flag: 'wx' });
      break;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      const owner = readOwner(file);
      if (attempt > 2 || (owner && isRunning(owner))) throw inUse(path, owner?.pid);
      rmSync(file, { force: true });
    }
  }
  held.add(path);
  return () => {
    held.delete(path);
    rmSync(file, { force: true });
  };
};

/** Not by `instanceof`: inside a test runner's sandbox the errors of Node are not of the sandbox's `Error`. */
const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

const inUse = (path: string, pid: number | undefined): Error =>
  new Error(
    `The data directory ${path} is used by another embedded database (process ${pid ?? 'unknown'}). Stop it first.`,
  );

type Owner = { readonly pid: number; readonly started: string | null };

const readOwner = (file: string): Owner | undefined => {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, 'utf8')) as Owner;
    return Number.isInteger(pid) ? { pid, started } : undefined;
  } catch {
    // A file that is empty or gone was left by a process that died while writing or removing it.
    return undefined;
  }
};

/** Process numbers are used again, in a container even always the same ones: the start time tells two owners apart. */
const isRunning = ({ pid, started }: Owner): boolean => {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  const now = startTime(pid);
  return now === null || started === null || now === started;
};

/** When a process started, in the kernel's own unit; null where the system has no /proc. */
const startTime = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in brackets and may hold spaces; the start time is the 22nd.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
};
