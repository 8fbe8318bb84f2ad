import { metric, metricsOf } from './figures.ts';
import type { Load } from './load.ts';
import type { PhaseReport } from './notes.ts';
import type { WholePlatform } from './wholePlatform.ts';

/** The deadline of a request, and how soon after it the answer is there. */
const silentBarMs = 2_000 + 100;

/** An agency away amid a load. */
export interface AbsenceReport {
  readonly before: PhaseReport;
  readonly during: PhaseReport;
  /** From the moment that it is back until the gateway asks it again, in ms. */
  readonly askedAgainAfterMs: number;
  readonly after: PhaseReport;
  /** Calls that reached for it while it was away, and calls that were spared. */
  readonly tried: number;
  readonly leftAlone: number;
}

/**
 * Takes an agency away while citizens go on asking: `killed` refuses connections, `silent` takes them and says nothing.
 *
 * @param seconds how long before, while and after
 */
export async function agencyAway(
  platform: WholePlatform,
  load: Load,
  run: { readonly agency: string; readonly how: 'killed' | 'silent'; readonly rps: number; readonly seconds: number },
): Promise<AbsenceReport> {
  const { agency, how, rps, seconds } = run;
  const victim = platform.processes.get(agency);
  const signal = (name: NodeJS.Signals) => victim?.pid !== undefined && process.kill(victim.pid, name);
  const before = await load.run({ rps, seconds });
  const calls = await callsTo(platform, agency);
  if (how === 'killed') await victim?.hold();
  else signal('SIGSTOP');
  const during = await load.run({ rps, seconds });
  const callsAfter = await callsTo(platform, agency);
  if (how === 'killed') victim?.start();
  else signal('SIGCONT');
  await platform.untilReady();
  const back = performance.now();
  // Whoever asks is the one who finds out: the circuit lets one call through every five seconds.
  await load.runDuring(untilAsked(platform, agency), { rps });
  const askedAgainAfterMs = performance.now() - back;
  const after = await load.run({ rps, seconds });
  return {
    before,
    during,
    askedAgainAfterMs,
    after,
    tried: callsAfter.all - callsAfter.leftAlone - (calls.all - calls.leftAlone),
    leftAlone: callsAfter.leftAlone - calls.leftAlone,
  };
}

async function callsTo({ metricsPorts }: WholePlatform, agency: string): Promise<{ all: number; leftAlone: number }> {
  const texts = await Promise.all(metricsPorts.map(metricsOf));
  const sum = (...labels: string[]) =>
    texts.reduce((total, text) => total + metric(text, 'mpp_agency_calls_total', labels.join(',')), 0);
  const name = `agency="${agency}"`;
  return { all: sum(name), leftAlone: sum(name, 'outcome="LEFT_ALONE"') };
}

async function untilAsked({ metricsPorts }: WholePlatform, agency: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  const isLeftAlone = async (port: number) =>
    metric(await metricsOf(port), 'mpp_agency_left_alone', `agency="${agency}"`) > 0;
  while ((await Promise.all(metricsPorts.map(isLeftAlone))).some(Boolean)) {
    if (Date.now() > deadline) throw new Error(`${agency} is not asked again.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** What holds of an absence (R7, R8, R9). @returns what does not, in words */
export function faultsOfAbsence({ before, during, after, tried }: AbsenceReport, how: 'killed' | 'silent'): string[] {
  const faults: string[] = [];
  if (before.verdicts.right !== before.sent) faults.push('Not all was right before.');
  if (during.verdicts.degraded === 0) faults.push('Nobody missed the agency.');
  if (during.verdicts.right + during.verdicts.degraded !== during.sent) faults.push('Others were hurt too.');
  if (tried === 0) faults.push('The agency was not tried.');
  // What the machine makes late without any fault it makes late with one: on a quiet one some tens of milliseconds.
  const latest = silentBarMs + before.max;
  if (how === 'silent' && during.max > latest) {
    faults.push(`An answer took ${Math.round(during.max)} ms, more than ${Math.round(latest)}.`);
  }
  if (after.verdicts.right !== after.sent) faults.push('Not all was right after it was back.');
  return faults;
}

/** Restarts processes one by one amid a load (R12). */
export async function rollingRestart(
  platform: WholePlatform,
  load: Load,
  {
    names,
    rps,
    calmSeconds = 0,
  }: { readonly names: readonly string[]; readonly rps: number; readonly calmSeconds?: number },
): Promise<ReadonlyMap<string, PhaseReport>> {
  const reports = new Map<string, PhaseReport>();
  for (const name of names) {
    reports.set(name, await load.runDuring(platform.restart(name), { rps }));
    if (calmSeconds > 0) await load.run({ rps, seconds: calmSeconds });
  }
  return reports;
}
