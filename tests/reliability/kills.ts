import { metric, metricsOf } from './figures.ts';
import type { Load } from './load.ts';
import type { PhaseReport } from './notes.ts';
import type { WholePlatform } from './wholePlatform.ts';

const healthyWithinMs = 10_000;
const longestPauseMs = 1_500;

/** One agency, killed again and again amid a load with applications. */
export interface KillsReport {
  readonly agency: string;
  readonly load: PhaseReport;
  /** From each kill until all is ready again, in milliseconds. */
  readonly readyAfterMs: readonly number[];
  /** Calls to other agencies that gave no answer, by their names. */
  readonly othersFailed: Readonly<Record<string, number>>;
}

/** Kills each agency so often, at moments that nobody chose (R3): each starts again at once, as under a supervisor. */
export async function killEachAgency(
  platform: WholePlatform,
  load: Load,
  { times, rps }: { readonly times: number; readonly rps: number },
): Promise<KillsReport[]> {
  const agencies = [...platform.processes.keys()].filter((name) => name !== 'database' && !name.startsWith('gateway'));
  const reports: KillsReport[] = [];
  for (const agency of agencies) {
    const others = agencies.filter((name) => name !== agency);
    const before = await unanswered(platform, others);
    const readyAfterMs: number[] = [];
    const report = await load.runDuring(killAgain(platform, agency, times, readyAfterMs), { rps });
    const after = await unanswered(platform, others);
    const othersFailed = others.map((name, index) => [name, (after[index] ?? 0) - (before[index] ?? 0)]);
    reports.push({ agency, load: report, readyAfterMs, othersFailed: Object.fromEntries(othersFailed) });
  }
  return reports;
}

async function killAgain(platform: WholePlatform, agency: string, times: number, readyAfterMs: number[]) {
  for (let kill = 0; kill < times; kill += 1) {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * longestPauseMs));
    const killed = performance.now();
    platform.processes.get(agency)?.kill();
    await untilAway(platform, agency);
    await platform.untilReady();
    readyAfterMs.push(performance.now() - killed);
  }
}

/** The gateway takes the word of an agency on its health for a second: ready counts from when it knew that it was away. */
async function untilAway({ gatewayPorts: [port] }: WholePlatform, agency: string): Promise<void> {
  for (let look = 0; look < 100; look += 1) {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`);
    const { agencies = {} } = (await response.json()) as { agencies?: Record<string, string> };
    if (agencies[agency] !== 'ready') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function unanswered({ metricsPorts }: WholePlatform, agencies: readonly string[]): Promise<number[]> {
  const texts = await Promise.all(metricsPorts.map(metricsOf));
  const calls = (labels: string) =>
    texts.reduce((sum, text) => sum + metric(text, 'mpp_agency_calls_total', labels), 0);
  return agencies.map((name) => calls(`agency="${name}"`) - calls(`agency="${name}",outcome="OK"`));
}

/** What does not hold of kills (R3), in words; what was acknowledged is compared by whoever ends the load. */
export function faultsOfKills({ agency, load, readyAfterMs, othersFailed }: KillsReport): string[] {
  const { right, degraded } = load.verdicts;
  const hurt = Object.entries(othersFailed).filter(([, failed]) => failed > 0);
  return [
    ...(right + degraded === load.sent ? [] : [`Errors beyond gaps while ${agency} was killed.`]),
    ...hurt.map(([name, failed]) => `${failed} calls to ${name} failed while ${agency} was killed.`),
    ...(Math.max(...readyAfterMs) <= healthyWithinMs ? [] : [`${agency} was not ready within ten seconds.`]),
  ];
}
