import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { endProcess } from '../../../scripts/supervise.ts';
import type { BenchGraph } from '../graphs.ts';
import type { Identities } from '../identities.ts';
import { endProcesses } from '../leaveNothingBehind.ts';
import { descendantsOf } from '../measure/processAccounting.ts';
import type { BenchOperation } from '../workloads.ts';

/** What a candidate is given to serve one graph. */
export interface CandidateSetup {
  readonly graph: BenchGraph;
  readonly identities: Identities;
  /** For files of its own. */
  readonly directory: string;
  /** Every operation of every workload on this graph. */
  readonly operations: readonly BenchOperation[];
  /** For the bare proxy: which calls each operation takes. */
  readonly callsOf: ReadonlyMap<BenchOperation, readonly { url: string; body: string }[]>;
}

/** One gateway under test. */
export interface Candidate {
  readonly name: string;
  readonly summary: string;
  /** Why it cannot serve this graph here, or null when it can. */
  readonly unable: (graph: BenchGraph) => string | null;
  readonly start: (setup: CandidateSetup, port: number) => ChildProcess;
  /** The body of the request with which this candidate is asked an operation. */
  readonly asked: (operation: BenchOperation) => Readonly<Record<string, unknown>>;
  /** It runs more than one worker, so that it may use more than one core. */
  readonly workers: boolean;
  /** Its answers are not GraphQL's and are not compared. */
  readonly answersAnything: boolean;
}

export interface RunningCandidate {
  readonly candidate: Candidate;
  readonly pid: number;
  readonly port: number;
  /** Why it ended by itself, or null while it runs. */
  failure(): string | null;
  stop(): Promise<void>;
}

const keptText = 8_000;

/** Starts a candidate on a free port; it may not listen yet. */
export async function startCandidate(candidate: Candidate, setup: CandidateSetup): Promise<RunningCandidate> {
  const port = await freePort();
  const child = candidate.start(setup, port);
  let text = '';
  let failure: string | null = null;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-keptText);
    });
  }
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', (code, signal) => {
    failure ??= `It ended (${signal ?? `exit code ${code}`}): ${reasonIn(text)}`;
  });
  return {
    candidate,
    pid: child.pid ?? 0,
    port,
    failure: () => failure,
    stop: () => endWithWorkers(child),
  };
}

/** Ends a candidate, and whatever it started and left behind. */
async function endWithWorkers(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const workers = descendantsOf(child.pid);
  await endProcess(child);
  endProcesses(workers);
}

/** The line that says what went wrong, without the stack below it. */
function reasonIn(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? 'it said nothing').trim().slice(0, 300);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
