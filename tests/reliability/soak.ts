import { readdirSync } from 'node:fs';
import { usageOf } from '../bench/measure/processAccounting.ts';
import { metricsOf } from './figures.ts';
import type { Load } from './load.ts';
import { type PhaseReport, sumOf } from './notes.ts';
import type { WholePlatform } from './wholePlatform.ts';

const phaseSeconds = 10;
const killEveryPhases = 6;

/** What one process holds at a moment. */
interface Sample {
  readonly seconds: number;
  readonly rssMb: number;
  readonly descriptors: number;
}

export interface SoakReport {
  readonly load: PhaseReport;
  /** By process, over the second half: how fast memory grows, in MB an hour, and what it was first, last and at most. */
  readonly processes: Readonly<
    Record<string, { slope: number; firstMb: number; lastMb: number; mostMb: number; fewest: number; most: number }>
  >;
  /** How many series of metrics there were when all had been asked once, and at the end. */
  readonly series: readonly [number, number];
}

/** Asks for long, one of three requests in words that are new, while an agency is killed each minute (R18). */
export async function soak(
  platform: WholePlatform,
  load: Load,
  { rps, seconds }: { readonly rps: number; readonly seconds: number },
): Promise<SoakReport> {
  const samples = new Map<string, Sample[]>([...platform.processes.keys()].map((name) => [name, []]));
  const reports: PhaseReport[] = [];
  let seriesAtFirst = 0;
  const started = performance.now();
  for (let phase = 0; performance.now() - started < seconds * 1_000; phase += 1) {
    // The one that is killed is never measured: it begins anew each time.
    if (phase % killEveryPhases === killEveryPhases - 1) platform.processes.get('tax')?.kill();
    reports.push(await load.run({ rps, seconds: phaseSeconds, unique: phase % 3 === 0 }));
    if (phase === killEveryPhases) seriesAtFirst = await seriesOf(platform);
    const at = (performance.now() - started) / 1_000;
    for (const [name, { pid }] of platform.processes) {
      if (pid !== undefined) samples.get(name)?.push({ seconds: at, ...holdings(pid) });
    }
  }
  const measured = [...samples].filter(([name]) => name !== 'tax');
  return {
    load: sumOf(reports),
    processes: Object.fromEntries(measured.map(([name, list]) => [name, growthOf(list.slice(list.length >> 1))])),
    series: [seriesAtFirst, await seriesOf(platform)],
  };
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
  const descriptors = samples.map((sample) => sample.descriptors);
  return {
    slope: below === 0 ? 0 : (above / below) * 3_600,
    firstMb: sizes[0] ?? 0,
    lastMb: sizes.at(-1) ?? 0,
    mostMb: Math.max(...sizes),
    fewest: Math.min(...descriptors),
    most: Math.max(...descriptors),
  };
}
