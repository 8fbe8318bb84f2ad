import { join } from 'node:path';
import { citizenScopes } from '#kit/sandbox/cast.ts';
import type { DevelopmentIssuer } from '#kit/sandbox/issuer.ts';
import { ageOn, createPopulation } from '#kit/sandbox/population.ts';
import { dataDirectory } from '../../../scripts/dataDirectory.ts';
import { runLoad } from '../measure/loadGenerator.ts';
import { usageOf } from '../measure/processAccounting.ts';
import { type ProfiledPlace, placesOf, profileOf, profileWhatStarts } from '../measure/profile.ts';
import { describeMachine, type MachineReport } from '../report/machine.ts';
import { workloads } from '../workloads.ts';
import { type MeasuredPlatform, startMeasuredPlatform } from './measuredPlatform.ts';

export interface StackBenchOptions {
  readonly quick: boolean;
  /** How many synthetic citizens, one run for each; the usual ones when empty. */
  readonly sizes: readonly number[];
  /** Says where each process spends its time; the figures beside it are then dearer than they would be. */
  readonly profile: boolean;
  readonly tell: (line: string) => void;
}

/** One workload at one number of citizens and of requests on the way. */
export interface StackRow {
  readonly citizens: number;
  readonly workload: string;
  readonly inFlight: number;
  readonly requests: number;
  readonly wrong: number;
  readonly rps: number;
  readonly p50: number;
  readonly p95: number;
  /** CPU per request of each process. */
  readonly cpuMs: Readonly<Record<string, number>>;
}

/** Where one process spent its time while it was measured. */
export interface ProcessProfile {
  readonly citizens: number;
  readonly process: string;
  readonly places: readonly ProfiledPlace[];
}

export interface StackBenchReport {
  readonly machine: MachineReport;
  readonly rows: readonly StackRow[];
  readonly profiles: readonly ProcessProfile[];
  readonly skipped: readonly { readonly citizens: number; readonly reason: string }[];
}

const paces = {
  quick: { sizes: [1_000], warmUpMs: 3_000, sliceMs: 5_000 },
  full: { sizes: [1_000, 10_000, 100_000], warmUpMs: 15_000, sliceMs: 20_000 },
};
/** Away from the ports of `npm start`, the demo and the tests. */
const port = 4600;
const startWithinMs = 180_000;
const seedMsPerCitizen = 40;
const mostRequests = 20_000;
const answerWithinMs = 20_000;
const mostCitizensAsked = 4_000;
const mostPlaces = 12;
/** A process is at rest when it takes less than this share of a core, which looking for news costs, for some stretches of time. */
const calmShare = 0.06;
const calmStretchMs = 2_000;
const calmStretches = 3;
const calmWithinMs = 600_000;

/** Measures the whole of it, size by size: gateway, agencies and database as processes of this machine. */
export async function runStackBench(options: StackBenchOptions): Promise<StackBenchReport> {
  const started = Date.now();
  const pace = paces[options.quick ? 'quick' : 'full'];
  const machine = describeMachine({ pinned: false, cores: null, withAuth: false, quick: options.quick });
  const rows: StackRow[] = [];
  const profiles: ProcessProfile[] = [];
  const skipped: { citizens: number; reason: string }[] = [];
  for (const citizens of options.sizes.length > 0 ? options.sizes : pace.sizes) {
    options.tell(`${citizens} citizens: seeding, unless done before, and starting ...`);
    const directory = join(dataDirectory(), 'bench', String(citizens));
    const profileDirectory = join(directory, 'profiles');
    if (options.profile) profileWhatStarts(profileDirectory);
    try {
      const startedAt = Date.now();
      const platform = await startMeasuredPlatform({
        directory,
        citizens,
        port,
        withinMs: startWithinMs + citizens * seedMsPerCitizen,
        tell: options.tell,
      });
      let startMs = 0;
      try {
        await untilCalm(platform, options.tell);
        startMs = Date.now() - startedAt;
        rows.push(...(await measureSize(platform, citizens, pace, options.tell)));
      } finally {
        await platform.stop();
      }
      for (const [name, pid] of options.profile ? platform.processes : []) {
        const profile = profileOf(profileDirectory, pid);
        if (profile)
          profiles.push({ citizens, process: name, places: placesOf(profile, startMs).slice(0, mostPlaces) });
      }
    } catch (error) {
      skipped.push({ citizens, reason: (error as Error).message });
      options.tell(`  ${citizens} citizens are left out: ${(error as Error).message}`);
    }
  }
  return { machine: { ...machine, minutes: (Date.now() - started) / 60_000 }, rows, profiles, skipped };
}

/**
 * Waits until nobody works any more: agencies begin with what came due while they were away, and tell each other of it, which
 * takes minutes where there are many citizens and would be counted as what requests cost.
 */
async function untilCalm(platform: MeasuredPlatform, tell: (line: string) => void): Promise<void> {
  const deadline = Date.now() + calmWithinMs;
  let calmFor = 0;
  while (calmFor < calmStretches) {
    const before = usageByProcess(platform);
    await new Promise((resolve) => setTimeout(resolve, calmStretchMs));
    const busiest = Math.max(...[...usageByProcess(platform)].map(([name, used]) => used - (before.get(name) ?? 0)));
    calmFor = busiest < calmStretchMs * calmShare ? calmFor + 1 : 0;
    if (Date.now() < deadline) continue;
    tell('  it did not come to rest in time: part of what follows is background work');
    return;
  }
}

async function measureSize(
  platform: MeasuredPlatform,
  citizens: number,
  pace: { warmUpMs: number; sliceMs: number },
  tell: (line: string) => void,
): Promise<StackRow[]> {
  const tokens = await tokensOf(citizens, platform.issuer);
  const rows: StackRow[] = [];
  for (const workload of workloads.filter(({ name }) => name === 'dashboard' || name === 'inbox')) {
    let turn = 0;
    const load = (inFlight: number, forMs: number) =>
      runLoad({
        port: platform.port,
        bodies: workload.operations.map((operation) => JSON.stringify(operation)),
        nextToken: () => tokens[turn++ % tokens.length] ?? '',
        isRight: (_turn, body) => !body.includes('"errors":'),
        inFlight,
        forMs,
        mostRequests,
        answerWithinMs,
      });
    await load(20, pace.warmUpMs);
    for (const inFlight of [1, 20]) {
      tell(`  ${workload.name}, ${inFlight} at a time ...`);
      const before = usageByProcess(platform);
      const { requests, wrong, seconds, p50, p95 } = await load(inFlight, pace.sliceMs);
      const after = usageByProcess(platform);
      const cpuMs = [...after].map(([name, used]) => [name, (used - (before.get(name) ?? 0)) / requests]);
      rows.push({
        citizens,
        workload: workload.name,
        inFlight,
        requests,
        wrong,
        rps: requests / seconds,
        p50,
        p95,
        cpuMs: Object.fromEntries(cpuMs),
      });
    }
  }
  return rows;
}

function usageByProcess(platform: MeasuredPlatform): Map<string, number> {
  return new Map([...platform.processes].map(([name, pid]) => [name, usageOf(pid).cpuMs]));
}

/** Tokens of grown-up citizens from all over the population, in an order that jumps about in it. */
async function tokensOf(citizens: number, issuer: DevelopmentIssuer): Promise<string[]> {
  const today = new Date();
  const adults = createPopulation(citizens, today)
    .flatMap(({ members }) => members)
    .filter(({ birthDate, deceased }) => !deceased && ageOn(birthDate, today) >= 18);
  const step = Math.max(1, Math.floor(adults.length / mostCitizensAsked));
  const asked = adults.filter((_person, index) => index % step === 0).map(({ id }) => id);
  // The ids are opaque: their order has nothing to do with the order of seeding.
  asked.sort();
  const principal = (id: string) => ({ kind: 'citizen' as const, id, scopes: [...citizenScopes] });
  return Promise.all(asked.map((id) => issuer.tokenFor(principal(id), { expiresIn: '6h' })));
}
