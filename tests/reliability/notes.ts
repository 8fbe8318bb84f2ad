import { percentile } from '../bench/measure/statistics.ts';
import type { Verdict } from './judge.ts';
import type { Part } from './operations.ts';

/** Of each kind, so that a rare one is not hidden by a frequent one. */
const mostExamples = 3;

/** What became of the requests of a phase. Times are from the moment that a request was due, in milliseconds. */
export interface PhaseReport {
  readonly sent: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly seconds: number;
  /** Of the answers with data. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** The same by part of the mix: p50 and p99. */
  readonly byPart: Readonly<Record<Part, readonly [p50: number, p99: number]>>;
  readonly submits: { readonly sent: number; readonly right: number };
  /** From sending to the answer, of those that were sent away, at the 99th percentile and at most. */
  readonly refusedP99: number;
  readonly refusedMax: number;
  /** How often another gateway was asked, since the first one ended or was about to. */
  readonly askedAgain: number;
  /** How late this client itself was at most: if it is, the figures say nothing. */
  readonly clientLateMax: number;
  /** Of the first answers that were neither right nor refused. */
  readonly examples: readonly string[];
}

/** Takes down what became of each request. */
export class Notes {
  askedAgain = 0;
  clientLateMax = 0;
  private readonly examples: string[] = [];
  private readonly verdicts: Record<Verdict, number> = { right: 0, degraded: 0, refused: 0, failed: 0, wrong: 0 };
  private readonly times: Record<Part, number[]> = { oneAgency: [], threeAgencies: [], list: [], submit: [] };
  private readonly refused: number[] = [];
  private readonly submits = { sent: 0, right: 0 };

  note(one: { part: Part; verdict: Verdict; ms: number; sinceSent: number; example: string }): void {
    this.verdicts[one.verdict] += 1;
    if (one.verdict === 'right' || one.verdict === 'degraded') this.times[one.part].push(one.ms);
    if (one.verdict === 'refused') this.refused.push(one.sinceSent);
    if (one.part === 'submit') {
      this.submits.sent += 1;
      if (one.verdict === 'right') this.submits.right += 1;
    }
    const isOdd = one.verdict !== 'right' && one.verdict !== 'refused';
    if (isOdd && this.verdicts[one.verdict] <= mostExamples) this.examples.push(`${one.verdict}: ${one.example}`);
  }

  report(sent: number, seconds: number): PhaseReport {
    const all = Object.values(this.times).flat();
    const byPart = Object.entries(this.times).map(([part, times]) => [
      part,
      [percentile(times, 0.5), percentile(times, 0.99)],
    ]);
    return {
      sent,
      verdicts: this.verdicts,
      seconds,
      p50: percentile(all, 0.5),
      p99: percentile(all, 0.99),
      max: percentile(all, 1),
      byPart: Object.fromEntries(byPart) as PhaseReport['byPart'],
      submits: this.submits,
      refusedP99: percentile(this.refused, 0.99),
      refusedMax: percentile(this.refused, 1),
      askedAgain: this.askedAgain,
      clientLateMax: this.clientLateMax,
      examples: this.examples,
    };
  }
}

/** Several phases as one: sums, and of times the worst. Times by part, and of refusals, are those of the first. */
export function sumOf(reports: readonly PhaseReport[]): PhaseReport {
  const [first] = reports;
  if (!first) throw new Error('There is nothing to sum up.');
  const sum = (read: (one: PhaseReport) => number) => reports.reduce((total, one) => total + read(one), 0);
  const worst = (read: (one: PhaseReport) => number) => Math.max(...reports.map(read).filter(Number.isFinite));
  return {
    ...first,
    sent: sum(({ sent }) => sent),
    seconds: sum(({ seconds }) => seconds),
    verdicts: sumOfEach(reports.map(({ verdicts }) => verdicts)),
    submits: sumOfEach(reports.map(({ submits }) => submits)),
    p50: worst(({ p50 }) => p50),
    p99: worst(({ p99 }) => p99),
    max: worst(({ max }) => max),
    askedAgain: sum(({ askedAgain }) => askedAgain),
    clientLateMax: worst(({ clientLateMax }) => clientLateMax),
    examples: reports.flatMap(({ examples }) => examples),
  };
}

function sumOfEach<Counts extends Readonly<Record<string, number>>>(all: readonly Counts[]): Counts {
  const keys = Object.keys(all[0] ?? {});
  const sums = keys.map((key) => [key, all.reduce((sum, counts) => sum + (counts[key] ?? 0), 0)]);
  return Object.fromEntries(sums) as Counts;
}
