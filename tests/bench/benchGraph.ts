import { type Answer, ask, assertSame, untilListening } from './answers.ts';
import { type Candidate, type CandidateSetup, type RunningCandidate, startCandidate } from './candidates/candidate.ts';
import { bareName, floorName } from './candidates/floor.ts';
import type { Pace } from './gatewayBench.ts';
import type { BenchGraph } from './graphs.ts';
import type { Identities } from './identities.ts';
import { runLoad } from './measure/loadGenerator.ts';
import { type Cores, pin, usageOf } from './measure/processAccounting.ts';
import { type CandidateRow, rowsOf, type SkippedRow, type Slice } from './report/rows.ts';
import type { RecordedCall, StubAgencies } from './stubs/stubAgencies.ts';
import type { BenchOperation, Workload } from './workloads.ts';

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
  readonly tell: (line: string) => void;
}

/** A candidate that answers as the floor does, and how long each answer is. */
interface ReadyCandidate {
  readonly running: RunningCandidate;
  readonly answerBytes: ReadonlyMap<BenchOperation, number>;
  tokensUsed: number;
}

/** Starts the candidates on one graph, compares their answers, and measures them in turn, round by round. */
export async function benchGraph(
  options: GraphBenchOptions,
): Promise<{ rows: Record<string, CandidateRow[]>; skipped: SkippedRow[] }> {
  if (options.workloads.length === 0) return { rows: {}, skipped: [] };
  const operations = [...new Set(options.workloads.flatMap((workload) => workload.operations))];
  const line = new StartingLine(options, operations);
  try {
    await line.bring();
    const slices = await measureRounds(options, line.ready);
    const order = options.candidates.map(({ name }) => name);
    const bases = { floor: floorName, bare: bareName };
    const rows = options.workloads.map(({ name }) => [
      name,
      rowsOf(
        slices.filter(({ workload }) => workload === name),
        order,
        bases,
      ),
    ]);
    return { rows: Object.fromEntries(rows), skipped: line.skipped };
  } finally {
    await line.stop();
  }
}

/** Brings the candidates to the line: started, pinned, listening, and with the same answers. */
class StartingLine {
  readonly ready: ReadyCandidate[] = [];
  readonly skipped: SkippedRow[] = [];
  private readonly started: RunningCandidate[] = [];
  private readonly expected = new Map<BenchOperation, Answer>();
  private readonly callsOf = new Map<BenchOperation, RecordedCall[]>();
  private readonly options: GraphBenchOptions;
  private readonly operations: readonly BenchOperation[];
  private readonly token: string;

  constructor(options: GraphBenchOptions, operations: readonly BenchOperation[]) {
    this.options = options;
    this.operations = operations;
    this.token = options.identities.tokens[0] ?? '';
  }

  async bring(): Promise<void> {
    const { candidates, graph } = this.options;
    const floor = candidates.filter(({ name }) => name === floorName);
    const bare = candidates.filter(({ name }) => name === bareName);
    const others = candidates.filter((candidate) => ![...floor, ...bare].includes(candidate));
    this.options.tell(`Starting the candidates on the graph "${graph.name}" ...`);
    // The floor's answers are the measure. The bare proxy repeats the calls of whoever answered last: of ours, where ours
    // takes part.
    const ours = others.filter(({ name }) => name.startsWith('ours'));
    const waiting = [...floor, ...others.filter((candidate) => !ours.includes(candidate)), ...ours].map(
      (candidate) => ({ candidate, running: this.start(candidate) }),
    );
    for (const { candidate, running } of waiting) await this.check(candidate, running);
    for (const candidate of bare) await this.check(candidate, this.start(candidate));
  }

  async stop(): Promise<void> {
    await Promise.all(this.started.map((running) => running.stop()));
  }

  private async start(candidate: Candidate): Promise<RunningCandidate | string> {
    const { graph, identities, directory } = this.options;
    const unable = candidate.unable(graph);
    if (unable !== null) return unable;
    const setup: CandidateSetup = { graph, identities, directory, operations: this.operations, callsOf: this.callsOf };
    const running = await startCandidate(candidate, setup);
    this.started.push(running);
    return running;
  }

  private async check(candidate: Candidate, starting: Promise<RunningCandidate | string>): Promise<void> {
    const running = await starting;
    try {
      if (typeof running === 'string') throw new Error(running);
      const { pace, cores } = this.options;
      await untilListening(running, pace.readyWithinMs);
      // Only now, so that the candidates start on all cores at once.
      pin(running.pid, candidate.workers ? cores.workers : cores.gateway);
      this.ready.push({ running, answerBytes: await this.lengthsOfRightAnswers(running), tokensUsed: 0 });
      this.options.tell(`  ${candidate.name} answers like the floor.`);
    } catch (error) {
      const reason = (error as Error).message;
      this.options.tell(`  ${candidate.name} is left out: ${reason}`);
      for (const { name } of this.options.workloads) {
        this.skipped.push({ workload: name, candidate: candidate.name, reason });
      }
    }
  }

  /** Asks every operation once, compares the data with the floor's, and notes which calls it took. */
  private async lengthsOfRightAnswers(running: RunningCandidate): Promise<Map<BenchOperation, number>> {
    const { name, answersAnything } = running.candidate;
    const lengths = new Map<BenchOperation, number>();
    for (const operation of this.operations) {
      const { calls, result } = await this.options.callsDuring(() => ask(running, operation, this.token));
      const expected = this.expected.get(operation);
      if (name === floorName) this.expected.set(operation, result);
      else if (expected && !answersAnything) assertSame(result, expected);
      if (!answersAnything) this.callsOf.set(operation, calls);
      lengths.set(operation, result.bytes);
    }
    return lengths;
  }
}

async function measureRounds(options: GraphBenchOptions, ready: readonly ReadyCandidate[]): Promise<Slice[]> {
  const { pace, workloads, tell } = options;
  const slices: Slice[] = [];
  const inTime = () => Date.now() < options.deadline;
  tell('Warming up ...');
  for (const workload of workloads) {
    for (const candidate of ready) if (inTime()) await warmUp(options, workload, candidate);
  }
  for (let round = 1; round <= pace.rounds && inTime(); round++) {
    tell(`Round ${round} of ${pace.rounds} ...`);
    for (const workload of workloads) {
      // Each round begins with another one, so that none always runs behind the same neighbour.
      const shift = round % Math.max(1, ready.length);
      for (const candidate of [...ready.slice(shift), ...ready.slice(0, shift)]) {
        if (inTime()) slices.push(await measure(options, workload, candidate, round));
      }
    }
  }
  return slices;
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
  round: number,
): Promise<Slice> {
  const { pid } = candidate.running;
  const before = usageOf(pid);
  const { requests, wrong, seconds, p50, p99 } = await load(options, workload, candidate, {
    forMs: options.pace.sliceMs,
  });
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
  return runLoad({
    port: candidate.running.port,
    bodies: workload.operations.map((operation) => JSON.stringify(asked(operation))),
    answerBytes: workload.operations.map((operation) => candidate.answerBytes.get(operation) ?? -1),
    nextToken: () => tokens[workload.identities === 'one' ? 0 : candidate.tokensUsed++ % tokens.length] ?? '',
    inFlight: options.pace.inFlight,
    mostRequests: options.pace.mostRequests,
    ...bounds,
  });
}
