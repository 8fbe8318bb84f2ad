import { descendantsOf } from './measure/processAccounting.ts';

/** Ends every process below this one at once. */
export function endAllBelow(): void {
  endProcesses(descendantsOf(process.pid));
}

/** Ends those of some processes that run still. */
export function endProcesses(processes: readonly { pid: number }[]): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended meanwhile.
    }
  }
}

/** However the bench ends, by itself, by a fault or by a signal: nothing that it started goes on. */
export function leaveNothingBehind(): void {
  process.on('exit', endAllBelow);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
}
