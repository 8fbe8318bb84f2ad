import { cpus, loadavg, totalmem } from 'node:os';
import type { Cores } from '../measure/processAccounting.ts';

/** Where and how a run was made, without which its figures say nothing. */
export interface MachineReport {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly date: string;
  /** The load average when it began: others' work on the machine. */
  readonly loadAverage: number;
  readonly pinned: boolean;
  readonly placement: string;
  readonly withAuth: boolean;
  readonly quick: boolean;
  readonly minutes: number;
}

export function describeMachine(run: {
  pinned: boolean;
  cores: Cores | null;
  withAuth: boolean;
  quick: boolean;
}): MachineReport {
  const { cores, ...flags } = run;
  return {
    cpu: cpus()[0]?.model.trim() || 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    date: new Date().toISOString(),
    loadAverage: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    placement:
      cores === null
        ? 'nothing is pinned: all processes share all cores with the load'
        : run.pinned
          ? `load and stubs on core ${cores.load}, the gateway on ${cores.gateway}, two workers on ${cores.workers}`
          : 'nothing is pinned, since taskset is missing',
    ...flags,
    minutes: 0,
  };
}
