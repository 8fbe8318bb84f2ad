import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** What a process and those that it started have used so far. */
export interface Usage {
  readonly cpuMs: number;
  readonly rssMb: number;
}

export interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
  readonly residentPages: number;
}

/** Reads one line of /proc/<pid>/stat. The name in it may hold spaces and brackets. */
export function parseProcStat(line: string): ProcessStat {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const number = (position: number) => Number(fields[position - 3]);
  return {
    pid: Number.parseInt(line, 10),
    parent: number(4),
    ticks: number(14) + number(15),
    residentPages: number(24),
  };
}

/** The processes of a tree, from its root. */
export function treeOf(root: number, processes: readonly ProcessStat[]): ProcessStat[] {
  const members = processes.filter(({ pid }) => pid === root);
  for (const member of members) members.push(...processes.filter(({ parent }) => parent === member.pid));
  return members;
}

/** What the kernel has counted for a process and all below it. @throws Error where there is no /proc */
export function usageOf(pid: number): Usage {
  const tree = treeOf(pid, readdirSync('/proc').flatMap(readStat));
  const ticks = tree.reduce((sum, member) => sum + member.ticks, 0);
  const pages = tree.reduce((sum, member) => sum + member.residentPages, 0);
  return { cpuMs: (ticks * 1_000) / system('CLK_TCK'), rssMb: (pages * system('PAGESIZE')) / 2 ** 20 };
}

function readStat(name: string): ProcessStat[] {
  if (!/^\d+$/.test(name)) return [];
  try {
    return [parseProcStat(readFileSync(`/proc/${name}/stat`, 'utf8'))];
  } catch {
    return []; // It ended meanwhile.
  }
}

const systemValues = new Map<string, number>();

/** A constant of this machine: how many ticks a second has, how many bytes a page. */
function system(name: 'CLK_TCK' | 'PAGESIZE'): number {
  const known = systemValues.get(name) ?? Number(execFileSync('getconf', [name], { encoding: 'utf8' }));
  systemValues.set(name, known);
  return known;
}

/** The processes that a process started, and those that they started. */
export function descendantsOf(pid: number): ProcessStat[] {
  return treeOf(pid, readdirSync('/proc').flatMap(readStat)).slice(1);
}

/** The process below this one that runs a file, if there is one. */
export function processRunning(file: string): number | null {
  const found = descendantsOf(process.pid).find(({ pid }) => commandOf(pid).includes(file));
  return found?.pid ?? null;
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // It ended meanwhile.
  }
}

/** Which cores carry what: the load and the stubs on the first, the gateway under test on the last. */
export interface Cores {
  readonly load: string;
  readonly gateway: string;
  /** For two workers: the last two, or the gateway's own where the machine has but two. */
  readonly workers: string;
}

export function coresOf(count = cpus().length): Cores {
  const last = count - 1;
  return { load: '0', gateway: String(last), workers: count > 2 ? `${last - 1},${last}` : String(last) };
}

/** Keeps a process, with all its threads and what it starts from now on, on some cores. @returns whether that worked */
export function pin(pid: number, core: string): boolean {
  try {
    execFileSync('taskset', ['-a', '-c', '-p', core, String(pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
