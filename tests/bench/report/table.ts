import type { GatewayBenchReport } from '../gatewayBench.ts';
import type { Spread } from '../measure/statistics.ts';

/** Lines with their columns in line: the first to the left, the others to the right. */
export function alignColumns(lines: readonly (readonly string[])[]): string[] {
  const widths = lines.reduce<number[]>(
    (widest, line) => line.map((cell, column) => Math.max(widest[column] ?? 0, cell.length)),
    [],
  );
  return lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

export function gatewayTable({ machine, workloads, skipped }: GatewayBenchReport): string {
  const parts = Object.entries(workloads).map(([name, rows]) => [
    '',
    name,
    ...alignColumns([
      ['  candidate', 'CPU ms', 'to floor', 'range', 'to bare', 'rps', 'p50 ms', 'p99 ms', 'RSS MB', 'wrong'],
      ...rows.map((row) => [
        `  ${row.candidate}`,
        row.cpuMs.toFixed(2),
        ratio(row.toFloor),
        range(row.toFloor),
        ratio(row.toBare),
        row.rps.toFixed(0),
        row.p50.toFixed(1),
        row.p99.toFixed(1),
        row.rssMb.toFixed(0),
        String(row.wrong),
      ]),
    ]),
    ...skipped.filter(({ workload }) => workload === name).map(({ candidate, reason }) => `  ${candidate}: ${reason}`),
  ]);
  return [
    `${machine.cpu}, ${machine.cores} cores; Node ${machine.node}; ${machine.date}; load average ${machine.loadAverage}`,
    machine.placement,
    ...parts.flat(),
  ].join('\n');
}

export function ratio(spread: Spread | null): string {
  return spread ? spread.median.toFixed(2) : '-';
}

export function range(spread: Spread | null): string {
  return spread ? `${spread.lowest.toFixed(2)} to ${spread.highest.toFixed(2)}` : '-';
}
