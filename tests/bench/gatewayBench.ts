import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchGraph } from './benchGraph.ts';
import { candidatesFor } from './candidates/all.ts';
import { type GraphName, graphNames, startBenchGraphs } from './graphs.ts';
import { mintIdentities } from './identities.ts';
import { coresOf, pin } from './measure/processAccounting.ts';
import type { ProfiledPlace } from './measure/profile.ts';
import { describeMachine, type MachineReport } from './report/machine.ts';
import type { CandidateRow, SkippedRow } from './report/rows.ts';
import { workloads } from './workloads.ts';

export interface GatewayBenchOptions {
  /** Ends within two minutes: fewer candidates, fewer and shorter rounds. */
  readonly quick: boolean;
  /** The other candidates verify tokens and sign their calls too. */
  readonly withAuth: boolean;
  /** Names of candidates; all when empty. */
  readonly candidates: readonly string[];
  /** Names of workloads; all when empty. */
  readonly workloads: readonly string[];
  readonly rounds: number | null;
  /** Says where each candidate spends its time; the figures beside it are then dearer than they would be. */
  readonly profile: boolean;
  readonly tell: (line: string) => void;
}

export interface GatewayBenchReport {
  readonly machine: MachineReport;
  readonly workloads: Readonly<Record<string, readonly CandidateRow[]>>;
  readonly profiles: readonly CandidateProfile[];
  readonly skipped: readonly SkippedRow[];
}

/** Where one candidate spent its time on one graph while it was measured. */
export interface CandidateProfile {
  readonly candidate: string;
  readonly graph: GraphName;
  readonly places: readonly ProfiledPlace[];
}

/** How a run is cut: how long everything is, and when no more is begun. */
export interface Pace {
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly warmUpRequests: number;
  readonly sliceMs: number;
  readonly inFlight: number;
  readonly mostRequests: number;
  readonly readyWithinMs: number;
  /** How long one answer may take before a slice is given up. */
  readonly answerWithinMs: number;
}

const paces: Readonly<Record<'quick' | 'full', Pace & { tokens: number; totalMs: number }>> = {
  quick: {
    rounds: 3,
    warmUpMs: 500,
    warmUpRequests: 200,
    sliceMs: 700,
    inFlight: 16,
    mostRequests: 20_000,
    readyWithinMs: 35_000,
    answerWithinMs: 8_000,
    tokens: 4_000,
    totalMs: 90_000,
  },
  full: {
    rounds: 5,
    warmUpMs: 3_000,
    warmUpRequests: 1_500,
    sliceMs: 3_000,
    inFlight: 16,
    mostRequests: 50_000,
    readyWithinMs: 60_000,
    answerWithinMs: 20_000,
    tokens: 20_000,
    totalMs: 3_600_000,
  },
};

/** With more candidates than these a run may take longer in proportion. */
const usualCandidates = { quick: 4, full: 13 };
/** How much of the time each graph may take. */
const shares: Readonly<Record<GraphName, number>> = { ours: 0.6, public: 1 };

/** Measures all candidates on all workloads. Everything that it starts has stopped when it returns. */
export async function runGatewayBench(options: GatewayBenchOptions): Promise<GatewayBenchReport> {
  const started = Date.now();
  const pace = { ...paces[options.quick ? 'quick' : 'full'], ...(options.rounds ? { rounds: options.rounds } : {}) };
  const cores = coresOf();
  const pinned = pin(process.pid, cores.load);
  const machine = describeMachine({ pinned, cores, withAuth: options.withAuth, quick: options.quick });
  const directory = mkdtempSync(join(tmpdir(), 'mpp-bench-'));
  const graphs = await startBenchGraphs(directory);
  const candidates = candidatesFor(options);
  const totalMs = pace.totalMs * Math.max(1, candidates.length / usualCandidates[options.quick ? 'quick' : 'full']);
  const rows: Record<string, readonly CandidateRow[]> = {};
  const profiles: CandidateProfile[] = [];
  const skipped: SkippedRow[] = [];
  try {
    const identities = await mintIdentities(pace.tokens);
    for (const name of graphNames) {
      const result = await benchGraph({
        graph: graphs.graphs[name],
        workloads: chosenWorkloads(options).filter(({ graph }) => graph === name),
        candidates,
        identities,
        directory,
        cores,
        pace,
        deadline: started + totalMs * shares[name],
        callsDuring: graphs.callsDuring,
        profileDirectory: options.profile ? join(directory, 'profiles') : null,
        tell: (line) => options.tell(`${((Date.now() - started) / 1_000).toFixed(0).padStart(4)} s  ${line}`),
      });
      Object.assign(rows, result.rows);
      profiles.push(...result.profiles);
      skipped.push(...result.skipped);
    }
  } finally {
    await graphs.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  return { machine: { ...machine, minutes: (Date.now() - started) / 60_000 }, workloads: rows, profiles, skipped };
}

/** The quick run takes every fourth of many plans, and one workload with one identity. */
function chosenWorkloads({ quick, workloads: names }: GatewayBenchOptions) {
  if (names.length > 0) return workloads.filter(({ name }) => names.includes(name));
  if (!quick) return workloads;
  return workloads
    .filter(({ name, identities }) => identities === 'each' || name === 'public-one-identity')
    .map((workload) => ({
      ...workload,
      operations: workload.operations.filter((_operation, index) => index % 4 === 0),
    }));
}
