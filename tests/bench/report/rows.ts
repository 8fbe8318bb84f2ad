import { median, ratios, type Spread } from '../measure/statistics.ts';

/** One slice: a candidate under a workload for a few seconds of one round. */
export interface Slice {
  readonly workload: string;
  readonly candidate: string;
  readonly round: number;
  readonly requests: number;
  readonly wrong: number;
  readonly cpuMs: number;
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
  readonly rssMb: number;
}

/** A candidate under a workload over all rounds: medians, and the ratios of each round. */
export interface CandidateRow {
  readonly candidate: string;
  /** CPU of the gateway's processes per request. */
  readonly cpuMs: number;
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
  /** The most that was seen. */
  readonly rssMb: number;
  /** CPU as a multiple of the floor's, and of the bare proxy's, in the same round. */
  readonly toFloor: Spread | null;
  readonly toBare: Spread | null;
  readonly rpsToFloor: Spread | null;
  readonly rounds: number;
  readonly requests: number;
  readonly wrong: number;
}

/** Why a candidate has no row. */
export interface SkippedRow {
  readonly workload: string;
  readonly candidate: string;
  readonly reason: string;
}

/** Sums the slices of one workload up, in the order in which the candidates first appear in `order`. */
export function rowsOf(
  slices: readonly Slice[],
  order: readonly string[],
  bases: { floor: string; bare: string },
): CandidateRow[] {
  const byRound = (candidate: string, figure: 'cpuMs' | 'rps') =>
    new Map(slices.filter((slice) => slice.candidate === candidate).map((slice) => [slice.round, slice[figure]]));
  return order.flatMap((candidate) => {
    const own = slices.filter((slice) => slice.candidate === candidate);
    if (own.length === 0) return [];
    const middle = (figure: 'cpuMs' | 'rps' | 'p50' | 'p99') => rounded(median(own.map((slice) => slice[figure])));
    return {
      candidate,
      cpuMs: middle('cpuMs'),
      rps: middle('rps'),
      p50: middle('p50'),
      p99: middle('p99'),
      rssMb: rounded(Math.max(...own.map(({ rssMb }) => rssMb))),
      toFloor: ratios(byRound(candidate, 'cpuMs'), byRound(bases.floor, 'cpuMs')),
      toBare: ratios(byRound(candidate, 'cpuMs'), byRound(bases.bare, 'cpuMs')),
      rpsToFloor: ratios(byRound(candidate, 'rps'), byRound(bases.floor, 'rps')),
      rounds: own.length,
      requests: own.reduce((sum, { requests }) => sum + requests, 0),
      wrong: own.reduce((sum, { wrong }) => sum + wrong, 0),
    };
  });
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
