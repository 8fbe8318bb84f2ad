import type { ProcessProfile, StackBenchReport, StackRow } from '../stack/stackBench.ts';
import { machineLines } from './gatewayReport.ts';
import { alignColumns, markdownTable, shares } from './table.ts';

/** The report for a terminal. */
export function stackText({ machine, rows, profiles, skipped }: StackBenchReport): string {
  return [
    ...machineLines(machine),
    '',
    ...alignColumns(linesOf(rows)),
    ...profiles.flatMap((profile) => ['', titleOf(profile), ...alignColumns(shares(profile.places))]),
    ...skipped.map(({ citizens, reason }) => `${citizens} citizens: ${reason}`),
  ].join('\n');
}

/** The report as a section of docs/performance.md. */
export function stackMarkdown({ machine, rows, profiles, skipped }: StackBenchReport): string {
  return [
    machineLines(machine).join(' · '),
    markdownTable(linesOf(rows)),
    ...profiles.flatMap((profile) => [
      `### ${titleOf(profile)}`,
      markdownTable([['place', 'share'], ...shares(profile.places)]),
    ]),
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

function titleOf({ process, citizens }: ProcessProfile): string {
  return `Where the time of ${process} goes, at ${citizens} citizens`;
}
