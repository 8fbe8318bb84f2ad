import type { StackBenchReport, StackRow } from '../stack/stackBench.ts';
import { machineLines } from './gatewayReport.ts';
import { alignColumns, markdownTable } from './table.ts';

/** The report for a terminal. */
export function stackText({ machine, rows, skipped }: StackBenchReport): string {
  return [
    ...machineLines(machine),
    '',
    ...alignColumns(linesOf(rows)),
    ...skipped.map(({ citizens, reason }) => `${citizens} citizens: ${reason}`),
  ].join('\n');
}

/** The report as a section of docs/performance.md. */
export function stackMarkdown({ machine, rows, skipped }: StackBenchReport): string {
  return [
    machineLines(machine).join(' · '),
    markdownTable(linesOf(rows)),
    ...skipped.map(({ citizens, reason }) => `${citizens} citizens were not measured: ${reason}`),
  ].join('\n\n');
}

function linesOf(rows: readonly StackRow[]): string[][] {
  const processes = [...new Set(rows.flatMap(({ cpuMs }) => Object.keys(cpuMs)))];
  const ends = ['gateway', 'database'];
  const inOrder = [...ends.slice(0, 1), ...processes.filter((name) => !ends.includes(name)).sort(), ...ends.slice(1)];
  return [
    ['workload', 'citizens', 'in flight', 'p50 ms', 'p95 ms', 'rps', 'wrong', ...inOrder.map((name) => `${name} CPU`)],
    ...rows.map((row) => [
      row.workload,
      String(row.citizens),
      String(row.inFlight),
      row.p50.toFixed(1),
      row.p95.toFixed(1),
      row.rps.toFixed(0),
      String(row.wrong),
      ...inOrder.map((name) => row.cpuMs[name]?.toFixed(2) ?? '-'),
    ]),
  ];
}
