import { type Answer, ask, assertSame, untilListening } from './answers.ts';
import type { GraphBenchOptions } from './benchGraph.ts';
import { type Candidate, type CandidateSetup, type RunningCandidate, startCandidate } from './candidates/candidate.ts';
import { bareName, floorName } from './candidates/floor.ts';
import { pin } from './measure/processAccounting.ts';
import type { SkippedRow } from './report/rows.ts';
import type { RecordedCall } from './stubs/stubAgencies.ts';
import type { BenchOperation } from './workloads.ts';

/** A candidate that listens, and how long its right answer to each operation is; those it cannot answer are not there. */
export interface ReadyCandidate {
  readonly running: RunningCandidate;
  readonly answerBytes: ReadonlyMap<BenchOperation, number>;
  tokensUsed: number;
}

const startedAtOnce = 3;

/** Brings the candidates to the line: started, listening, pinned, and with the same answers as the floor. */
export class StartingLine {
  readonly ready: ReadyCandidate[] = [];
  readonly skipped: SkippedRow[] = [];
  private readonly started: RunningCandidate[] = [];
  private readonly expected = new Map<BenchOperation, Answer>();
  private readonly callsOf = new Map<BenchOperation, RecordedCall[]>();
  private readonly options: GraphBenchOptions;
  private readonly operations: readonly BenchOperation[];
  private readonly token: string;

  constructor(options: GraphBenchOptions) {
    this.options = options;
    this.operations = [...new Set(options.workloads.flatMap((workload) => workload.operations))];
    this.token = options.identities.tokens[0] ?? '';
  }

  async bring(): Promise<void> {
    const { candidates, graph } = this.options;
    this.options.tell(`Starting the candidates on the graph "${graph.name}" ...`);
    // The floor's answers are the measure. The bare proxy repeats the calls of whoever answered last: of ours, where ours
    // takes part.
    const group = ({ name }: Candidate) =>
      [floorName, 'peers', 'ours', bareName].indexOf(
        name === floorName || name === bareName ? name : name.startsWith('ours') ? 'ours' : 'peers',
      );
    const inOrder = [...candidates].sort((a, b) => group(a) - group(b));
    const [others, bare] = [
      inOrder.filter(({ name }) => name !== bareName),
      inOrder.filter(({ name }) => name === bareName),
    ];
    // A few at a time: all at once would starve the first, and the floor is the first.
    while (others.length > 0) await this.startAndCheck(others.splice(0, startedAtOnce));
    await this.startAndCheck(bare);
  }

  private async startAndCheck(candidates: readonly Candidate[]): Promise<void> {
    const starting = candidates.map((candidate) => ({ candidate, running: this.start(candidate) }));
    for (const { candidate, running } of starting) await this.check(candidate, await running);
  }

  async stop(): Promise<void> {
    await Promise.all(this.started.map((running) => running.stop()));
  }

  /** @returns why it cannot start, when it cannot */
  private async start(candidate: Candidate): Promise<RunningCandidate | string> {
    const { graph, identities, directory } = this.options;
    const unable = candidate.unable(graph);
    if (unable !== null) return unable;
    const setup: CandidateSetup = { graph, identities, directory, operations: this.operations, callsOf: this.callsOf };
    const running = await startCandidate(candidate, setup);
    this.started.push(running);
    return running;
  }

  private async check(candidate: Candidate, running: RunningCandidate | string): Promise<void> {
    const { pace, cores, workloads } = this.options;
    try {
      if (typeof running === 'string') throw new Error(running);
      await untilListening(running, Math.min(pace.readyWithinMs, this.options.deadline - Date.now()));
      // Only now, so that the candidates start on all cores at once.
      pin(running.pid, candidate.workers ? cores.workers : cores.gateway);
      this.ready.push({ running, answerBytes: await this.rightAnswers(running), tokensUsed: 0 });
      this.options.tell(`  ${candidate.name} is ready.`);
    } catch (error) {
      for (const workload of workloads) this.skip(candidate, workload.name, (error as Error).message);
    }
  }

  /** Asks every operation once, compares the data with the floor's, and notes which calls it took. */
  private async rightAnswers(running: RunningCandidate): Promise<Map<BenchOperation, number>> {
    const { candidate } = running;
    const lengths = new Map<BenchOperation, number>();
    for (const operation of this.operations) {
      if (Date.now() > this.options.deadline) throw new Error('There was no time left to compare its answers.');
      try {
        const { calls, result } = await this.options.callsDuring(() => ask(running, operation, this.token));
        const expected = this.expected.get(operation);
        if (candidate.name === floorName) this.expected.set(operation, result);
        else if (expected && !candidate.answersAnything) assertSame(result, expected);
        if (!candidate.answersAnything) this.callsOf.set(operation, calls);
        lengths.set(operation, result.bytes);
      } catch (error) {
        const unable = this.options.workloads.filter(({ operations }) => operations.includes(operation));
        for (const workload of unable) this.skip(candidate, workload.name, (error as Error).message);
      }
    }
    return lengths;
  }

  /** Notes why a candidate has no row, or stops having one: the first reason counts. */
  skip(candidate: Candidate, workload: string, reason: string): void {
    if (this.skipped.some((row) => row.candidate === candidate.name && row.workload === workload)) return;
    this.skipped.push({ workload, candidate: candidate.name, reason });
    this.options.tell(`  ${candidate.name} is left out of ${workload}: ${reason}`);
  }
}
