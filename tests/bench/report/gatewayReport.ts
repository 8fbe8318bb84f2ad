import type { CandidateProfile, GatewayBenchReport } from '../gatewayBench.ts';
import type { Spread } from '../measure/statistics.ts';
import type { CandidateRow } from './rows.ts';
import { alignColumns, markdownTable, shares } from './table.ts';

const heading = ['CPU ms', 'x floor', 'range', 'x bare', 'rps', 'p50 ms', 'p99 ms', 'RSS MB', 'wrong'];

/** The report for a terminal. */
export function gatewayText({ machine, workloads, profiles, skipped }: GatewayBenchReport): string {
  const parts = Object.entries(workloads).map(([name, rows]) => [
    '',
    name,
    ...alignColumns([['  candidate', ...heading], ...rows.map((row) => [`  ${row.candidate}`, ...cells(row)])]),
    ...skipped.filter(({ workload }) => workload === name).map(({ candidate, reason }) => `  ${candidate}: ${reason}`),
  ]);
  const looked = profiles.flatMap((profile) => ['', titleOf(profile), ...alignColumns(shares(profile.places))]);
  return [...machineLines(machine), ...parts.flat(), ...looked].join('\n');
}

/** The report as a section of docs/performance.md. */
export function gatewayMarkdown(
  { machine, workloads, profiles, skipped }: GatewayBenchReport,
  summaries: ReadonlyMap<string, string>,
): string {
  const parts = Object.entries(workloads).map(([name, rows]) => [
    `### ${name}`,
    `${summaries.get(name) ?? ''}.`,
    markdownTable([['candidate', ...heading], ...rows.map((row) => [`\`${row.candidate}\``, ...cells(row)])]),
    ...skipped
      .filter(({ workload }) => workload === name)
      .map(({ candidate, reason }) => `\`${candidate}\` is not here: ${escaped(reason)}`),
  ]);
  const looked = profiles.flatMap((profile) => [
    `### ${titleOf(profile)}`,
    markdownTable([['place', 'share'], ...shares(profile.places)]),
  ]);
  const chart = '![CPU of the gateway per request](performance.svg)';
  return [machineLines(machine).join(' · '), chart, ...parts.flat(), ...looked].join('\n\n');
}

/** Where and how it was measured, in two lines. */
export function machineLines(machine: GatewayBenchReport['machine']): string[] {
  return [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB; Node ${machine.node}; ${machine.date}; ` +
      `load average ${machine.loadAverage} before it began`,
    `${machine.quick ? 'quick run' : 'full run'}, ${machine.minutes.toFixed(1)} minutes; ${machine.placement}` +
      `${machine.withAuth ? '; everybody verifies tokens and signs calls' : ''}`,
  ];
}

function cells(row: CandidateRow): string[] {
  return [
    row.cpuMs.toFixed(2),
    middle(row.toFloor),
    row.toFloor ? `${row.toFloor.lowest.toFixed(2)}-${row.toFloor.highest.toFixed(2)}` : '-',
    middle(row.toBare),
    row.rps.toFixed(0),
    row.p50.toFixed(1),
    row.p99.toFixed(1),
    row.rssMb.toFixed(0),
    String(row.wrong),
  ];
}

function middle(spread: Spread | null): string {
  return spread ? spread.median.toFixed(2) : '-';
}

function escaped(text: string): string {
  return text.replace(/[<>|`]/g, ' ');
}

function titleOf({ candidate, graph }: CandidateProfile): string {
  return `Where the time of ${candidate} goes, on the graph "${graph}"`;
}
