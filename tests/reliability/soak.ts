import { readdirSync } from 'node:fs';
import { liveHeapMb } from '../bench/measure/liveHeap.ts';
import { usageOf } from '../bench/measure/processAccounting.ts';
import { metricsOf } from './figures.ts';
import type { Load } from './load.ts';
import { type PhaseReport, sumOf } from './notes.ts';
import type { WholePlatform } from './wholePlatform.ts';

const usualPhaseSeconds = 10;
const killEveryPhases = 6;
/** Killed each minute, and therefore not measured. */
const killed = 'tax';
/** Until here everything is compiled, cached and pooled for the first time; in a short run, its first third. */
const settledAfterSeconds = 900;
const settledShare = 1 / 3;
/** What is left when garbage is collected may be so much more at the end than when all had settled (R18). */
const usualMostGrowth = 0.05;
/** Labels are closed lists, of which some values come up late, such as an outcome that is rare; so many more are none that grow. */
const mostNewSeries = 0.1;
/** So many descriptors more than in the first third are connections that come and go; beyond that somebody leaves them open. */
const descriptorsToSpare = 16;

/** What one process holds at a moment. */
interface Sample {
  readonly seconds: number;
  readonly rssMb: number;
  readonly descriptors: number;
}

export interface SoakReport {
  readonly load: PhaseReport;
  /**
   * By process, once all had settled: how fast memory grows, in MB an hour, and what it was first, last and at most; the most
   * descriptors that were open in the first third, and in the last.
   */
  readonly processes: Readonly<
    Record<
      string,
      { slope: number; firstMb: number; lastMb: number; mostMb: number; descriptors: readonly [number, number] }
    >
  >;
  /** By process: what is left when its garbage is collected, in MB, when all had settled and at the end. */
  readonly heaps: Readonly<Record<string, readonly [settled: number, last: number]>>;
  /** How many series of metrics there were when all had settled, and at the end. */
  readonly series: readonly [number, number];
}

/** Asks for long, one of three requests in words that are new, while an agency is killed each minute (R18). */
export async function soak(
  platform: WholePlatform,
  load: Load,
  form: { readonly rps: number; readonly seconds: number; readonly heaps: string; readonly phaseSeconds?: number },
): Promise<SoakReport> {
  const { rps, seconds, heaps, phaseSeconds = usualPhaseSeconds } = form;
  const samples = new Map<string, Sample[]>([...platform.processes.keys()].map((name) => [name, []]));
  const reports: PhaseReport[] = [];
  const settledAfter = Math.min(settledAfterSeconds, seconds * settledShare);
  let settled: ReadonlyMap<string, number> | null = null;
  let seriesAtFirst = 0;
  const started = performance.now();
  for (let phase = 0; performance.now() - started < seconds * 1_000; phase += 1) {
    if (phase % killEveryPhases === killEveryPhases - 1) platform.processes.get(killed)?.kill();
    reports.push(await load.run({ rps, seconds: phaseSeconds, unique: phase % 3 === 0 }));
    const at = (performance.now() - started) / 1_000;
    for (const [name, { pid }] of platform.processes) {
      if (pid !== undefined) samples.get(name)?.push({ seconds: at, ...holdings(pid) });
    }
    if (at > settledAfter && settled === null) {
      settled = await heapsOf(platform, heaps);
      seriesAtFirst = await seriesOf(platform);
    }
  }
  const last = await heapsOf(platform, heaps);
  const measured = [...samples].filter(([name]) => name !== killed);
  return {
    load: sumOf(reports),
    processes: Object.fromEntries(
      measured.map(([name, list]) => [name, growthOf(list.filter((sample) => sample.seconds > settledAfter))]),
    ),
    heaps: Object.fromEntries([...last].map(([name, mb]) => [name, [settled?.get(name) ?? mb, mb]])),
    series: [seriesAtFirst, await seriesOf(platform)],
  };
}

/** What did not hold of R18, in words. @param mostGrowth the share by which what is held may grow, less garbage */
export function faultsOfSoak(report: SoakReport, mostGrowth = usualMostGrowth): string[] {
  const { load, heaps, processes } = report;
  const [first, last] = report.series;
  const grown = Object.entries(heaps).filter(([, [settled, atEnd]]) => atEnd > settled * (1 + mostGrowth));
  const open = Object.entries(processes).filter(
    ([
      ,
      {
        descriptors: [before, after],
      },
    ]) => after > before + descriptorsToSpare,
  );
  return [
    ...(load.verdicts.wrong + load.verdicts.failed === 0 ? [] : ['Some were answered wrongly or not at all.']),
    ...grown.map(([name]) => `What ${name} holds has grown by more than ${mostGrowth * 100} %.`),
    ...open.map(
      ([name, { descriptors }]) => `${name} has more and more open: ${descriptors.join(', then ')} descriptors.`,
    ),
    ...(last <= first * (1 + mostNewSeries) ? [] : [`Series of metrics grew from ${first} to ${last}.`]),
  ];
}

/** The one that is killed is left out: it begins anew each time. */
async function heapsOf({ processes }: WholePlatform, directory: string): Promise<Map<string, number>> {
  const heaps = new Map<string, number>();
  for (const [name, { pid }] of processes) {
    if (pid !== undefined && name !== killed) heaps.set(name, await liveHeapMb(directory, pid));
  }
  return heaps;
}

function holdings(pid: number): Pick<Sample, 'rssMb' | 'descriptors'> {
  return { rssMb: usageOf(pid).rssMb, descriptors: readdirSync(`/proc/${pid}/fd`).length };
}

async function seriesOf({ metricsPorts }: WholePlatform): Promise<number> {
  const texts = await Promise.all(metricsPorts.map(metricsOf));
  return texts.flatMap((text) => text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).length;
}

/** By the line of least squares through the samples. */
export function growthOf(samples: readonly Sample[]): SoakReport['processes'][string] {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const times = samples.map(({ seconds }) => seconds);
  const sizes = samples.map(({ rssMb }) => rssMb);
  const [time, size] = [mean(times), mean(sizes)];
  const above = times.reduce((sum, at, index) => sum + (at - time) * ((sizes[index] ?? 0) - size), 0);
  const below = times.reduce((sum, at) => sum + (at - time) ** 2, 0);
  const third = Math.ceil(samples.length / 3);
  const mostOf = (some: readonly Sample[]) => Math.max(...some.map(({ descriptors }) => descriptors));
  return {
    slope: below === 0 ? 0 : (above / below) * 3_600,
    firstMb: sizes[0] ?? 0,
    lastMb: sizes.at(-1) ?? 0,
    mostMb: Math.max(...sizes),
    descriptors: [mostOf(samples.slice(0, third)), mostOf(samples.slice(-third))],
  };
}
