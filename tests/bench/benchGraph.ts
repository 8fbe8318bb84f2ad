import type { Candidate } from './candidates/candidate.ts';
import { bareName, floorName } from './candidates/floor.ts';
import type { CandidateProfile, Pace } from './gatewayBench.ts';
import type { BenchGraph } from './graphs.ts';
import type { Identities } from './identities.ts';
import { runLoad } from './measure/loadGenerator.ts';
import { type Cores, usageOf } from './measure/processAccounting.ts';
import { placesOf, profileOf, profileWhatStarts } from './measure/profile.ts';
import { type CandidateRow, rowsOf, type SkippedRow, type Slice } from './report/rows.ts';
import { type ReadyCandidate, StartingLine } from './startingLine.ts';
import type { StubAgencies } from './stubs/stubAgencies.ts';
import type { Workload } from './workloads.ts';

export interface GraphBenchOptions {
  readonly graph: BenchGraph;
  readonly workloads: readonly Workload[];
  readonly candidates: readonly Candidate[];
  readonly identities: Identities;
  readonly directory: string;
  readonly cores: Cores;
  readonly pace: Pace;
  /** No slice begins after this moment. */
  readonly deadline: number;
  readonly callsDuring: StubAgencies['callsDuring'];
  /** Where the candidates write profiles; null when they are not looked at. */
  readonly profileDirectory: string | null;
  readonly tell: (line: string) => void;
}

const mostPlaces = 15;
const mostOfTimeForWarmUp = 0.35;
/** Connecting, and waiting for the last answers. */
const sliceOverheadMs = 200;
const shortestSliceMs = 250;

export interface GraphBenchResult {
  readonly rows: Readonly<Record<string, CandidateRow[]>>;
  readonly profiles: readonly CandidateProfile[];
  readonly skipped: readonly SkippedRow[];
}

/** Starts the candidates on one graph, compares their answers, and measures them in turn, round by round. */
export async function benchGraph(options: GraphBenchOptions): Promise<GraphBenchResult> {
  const { workloads, candidates, profileDirectory } = options;
  if (workloads.length === 0) return { rows: {}, profiles: [], skipped: [] };
  if (profileDirectory !== null) profileWhatStarts(profileDirectory);
  const line = new StartingLine(options);
  const startedAt = Date.now();
  let startMs = 0;
  let slices: Slice[] = [];
  try {
    await line.bring();
    startMs = Date.now() - startedAt;
    slices = await measureRounds(options, line);
  } finally {
    await line.stop();
  }
  const order = candidates.map(({ name }) => name);
  const rows = workloads.map(({ name }) => {
    const own = slices.filter(({ workload }) => workload === name);
    return [name, rowsOf(own, order, { floor: floorName, bare: bareName })];
  });
  return {
    rows: Object.fromEntries(rows),
    profiles: profileDirectory === null ? [] : profilesOf(options, line.ready, profileDirectory, startMs),
    skipped: line.skipped,
  };
}

function profilesOf(
  { graph }: GraphBenchOptions,
  ready: readonly ReadyCandidate[],
  directory: string,
  startMs: number,
): CandidateProfile[] {
  return ready.flatMap(({ running }) => {
    const profile = profileOf(directory, running.pid);
    if (profile === null) return [];
    const places = placesOf(profile, startMs).slice(0, mostPlaces);
    return [{ candidate: running.candidate.name, graph: graph.name, places }];
  });
}

async function measureRounds(options: GraphBenchOptions, line: StartingLine): Promise<Slice[]> {
  const { workloads, tell, deadline } = options;
  const slices: Slice[] = [];
  // One that ends or hangs under load is left out from then on; the others go on.
  const attempt = async (workload: Workload, candidate: ReadyCandidate, what: () => Promise<unknown>) => {
    const { candidate: gateway, failure } = candidate.running;
    await what().catch((error: Error) => line.skip(gateway, workload.name, failure() ?? error.message));
  };
  const able = (workload: Workload) => ableTo(workload, line);

  tell('Warming up ...');
  const warmUpEnds = Date.now() + (deadline - Date.now()) * mostOfTimeForWarmUp;
  for (const workload of workloads) {
    for (const candidate of able(workload)) {
      if (Date.now() < warmUpEnds) await attempt(workload, candidate, () => warmUp(options, workload, candidate));
    }
  }
  const places = workloads.flatMap(able).length;
  const { rounds, sliceMs } = fitting(options.pace, places, deadline - Date.now());
  for (let round = 1; round <= rounds; round++) {
    tell(`Round ${round} of ${rounds} ...`);
    for (const workload of workloads) {
      const inTurn = able(workload);
      // Each round begins with another one, so that none always runs behind the same neighbour.
      const shift = round % Math.max(1, inTurn.length);
      for (const candidate of [...inTurn.slice(shift), ...inTurn.slice(0, shift)]) {
        if (Date.now() >= deadline) return slices;
        await attempt(workload, candidate, async () => {
          slices.push(await measure(options, workload, candidate, { round, sliceMs }));
        });
      }
    }
  }
  return slices;
}

/** On a busy machine a bounded run measures fewer rounds, then shorter ones, so that every workload has its turn. */
export function fitting(
  pace: { rounds: number; sliceMs: number },
  places: number,
  leftMs: number,
): { rounds: number; sliceMs: number } {
  const perSlice = leftMs / Math.max(1, places) - sliceOverheadMs;
  const rounds = Math.floor(leftMs / Math.max(1, places * (pace.sliceMs + sliceOverheadMs)));
  if (rounds >= 1) return { sliceMs: pace.sliceMs, rounds: Math.min(pace.rounds, rounds) };
  return { rounds: 1, sliceMs: Math.max(shortestSliceMs, Math.min(pace.sliceMs, perSlice)) };
}

function ableTo({ name: workload }: Workload, { ready, skipped }: StartingLine): ReadyCandidate[] {
  return ready.filter(({ running: { candidate } }) =>
    skipped.every((row) => row.workload !== workload || row.candidate !== candidate.name),
  );
}

/** Until the machine code is there: for a while, and on until enough was asked or twice that while has passed. */
async function warmUp(options: GraphBenchOptions, workload: Workload, candidate: ReadyCandidate): Promise<void> {
  const { warmUpMs, warmUpRequests } = options.pace;
  const { requests } = await load(options, workload, candidate, { forMs: warmUpMs });
  const mostRequests = warmUpRequests - requests;
  if (mostRequests > 0) await load(options, workload, candidate, { forMs: warmUpMs, mostRequests });
}

async function measure(
  options: GraphBenchOptions,
  workload: Workload,
  candidate: ReadyCandidate,
  { round, sliceMs }: { round: number; sliceMs: number },
): Promise<Slice> {
  const { pid } = candidate.running;
  const before = usageOf(pid);
  const { requests, wrong, seconds, p50, p99 } = await load(options, workload, candidate, { forMs: sliceMs });
  const after = usageOf(pid);
  return {
    workload: workload.name,
    candidate: candidate.running.candidate.name,
    round,
    requests,
    wrong,
    cpuMs: (after.cpuMs - before.cpuMs) / requests,
    rps: requests / seconds,
    p50,
    p99,
    rssMb: after.rssMb,
  };
}

function load(
  options: GraphBenchOptions,
  workload: Workload,
  candidate: ReadyCandidate,
  bounds: { forMs: number; mostRequests?: number },
) {
  const { tokens } = options.identities;
  const asked = candidate.running.candidate.asked;
  const lengths = workload.operations.map((operation) => candidate.answerBytes.get(operation));
  return runLoad({
    port: candidate.running.port,
    bodies: workload.operations.map((operation) => JSON.stringify(asked(operation))),
    // Its answers were compared beforehand; now their length must stay what it was.
    isRight: (turn, body) => body.length === lengths[turn],
    nextToken: () => tokens[workload.identities === 'one' ? 0 : candidate.tokensUsed++ % tokens.length] ?? '',
    inFlight: options.pace.inFlight,
    mostRequests: options.pace.mostRequests,
    answerWithinMs: options.pace.answerWithinMs,
    ...bounds,
  });
}
