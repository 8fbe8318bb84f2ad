import { rmSync } from 'node:fs';
import { type RegistryFolder, registryFolder } from '../../gateway/tests/support/registryFolder.ts';
import { committedGraph } from '../../schema/compose.ts';
import { usageOf } from '../bench/measure/processAccounting.ts';
import { metric, metricsOf } from './figures.ts';
import type { Load } from './load.ts';
import type { PhaseReport } from './notes.ts';
import type { WholePlatform } from './wholePlatform.ts';

const inForceWithinMs = 60_000;
/** That of R1. */
const p99BarMs = 500;
const quietSeconds = 15;
const heapSamples = 12;

/** Where supergraphs are published for the gateways of a platform. */
export interface ReloadRegistry {
  /** By which the gateways follow it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Publishes the other one of two supergraphs, both of which answer all clients. @returns the version */
  publishNext(): number;
}

export interface ReloadReport {
  readonly before: PhaseReport;
  readonly during: PhaseReport;
  readonly after: PhaseReport;
  /** From the publication until it is in force: the middle one and the longest. */
  readonly exchangeMs: readonly [number, number];
  readonly exchanges: number;
  readonly refused: number;
  /**
   * What the first gateway holds before and after, the least of some samples under load. Garbage that nobody needed to collect
   * yet is part of it: what is really left behind `tests/bench/reloadMemory.ts` says.
   */
  readonly heapMb: readonly [number, number];
  readonly rssMb: readonly [number, number];
}

/** A registry with the committed supergraph as its first version. The folder is emptied before. */
export function reloadRegistry(folder: string): ReloadRegistry {
  rmSync(folder, { recursive: true, force: true });
  const registry: RegistryFolder = registryFolder(folder);
  const { supergraph } = committedGraph();
  const root = /^type Query\b[^{]*\{/m;
  const more = supergraph.replace(root, '$&\n  reloaded: Boolean @join__field(graph: TAX)');
  if (more === supergraph) throw new Error('The committed supergraph has no Query to add to.');
  registry.publish(supergraph);
  return {
    settings: {
      SUPERGRAPH: registry.file,
      SUPERGRAPH_PUBLIC_KEY: registry.publicKeyText,
      SUPERGRAPH_POLL_MS: '1000',
    },
    publishNext: () => registry.publish(registry.ledger.length % 2 === 1 ? more : supergraph),
  };
}

/** Exchanges the supergraph so many times while clients ask (R11). */
export async function reloads(
  platform: WholePlatform,
  load: Load,
  form: { readonly rps: number; readonly seconds: number; readonly times: number; readonly registry: ReloadRegistry },
): Promise<ReloadReport> {
  const { rps, seconds, times, registry } = form;
  // Two exchanges first: what every exchange needs is compiled and allocated once.
  for (let time = 0; time < 2; time += 1) await inForce(platform, registry.publishNext());
  const counted = await counts(platform);
  const [heapBefore, before] = await Promise.all([leastHeapMb(platform), load.run({ rps, seconds: quietSeconds })]);
  const rssBefore = rssMb(platform);
  const took: number[] = [];
  const publishing = (async () => {
    const begun = performance.now();
    for (let time = 0; time < times; time += 1) {
      const dueMs = begun + (time * seconds * 1_000) / times - performance.now();
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs)));
      const started = performance.now();
      await inForce(platform, registry.publishNext());
      took.push(performance.now() - started);
    }
  })();
  const [during] = await Promise.all([load.run({ rps, seconds }), publishing]);
  const [heapAfter, after] = await Promise.all([leastHeapMb(platform), load.run({ rps, seconds: quietSeconds })]);
  const { exchanges, refused } = await counts(platform);
  const sorted = took.toSorted((a, b) => a - b);
  return {
    before,
    during,
    after,
    exchangeMs: [sorted[sorted.length >> 1] ?? 0, sorted.at(-1) ?? 0],
    exchanges: exchanges - counted.exchanges,
    refused: refused - counted.refused,
    heapMb: [heapBefore, heapAfter],
    rssMb: [rssBefore, rssMb(platform)],
  };
}

/** What did not hold of R11, in words. */
export function faultsOfReloads(report: ReloadReport, times: number): string[] {
  const { before, during, after, exchanges, refused } = report;
  const isRight = ({ sent, verdicts }: PhaseReport) => verdicts.right === sent;
  return [
    ...([before, during, after].every(isRight) ? [] : ['Not every answer was right.']),
    ...(exchanges === times && refused === 0
      ? []
      : [`${exchanges} of ${times} came into force, ${refused} were refused.`]),
    ...(during.p99 < p99BarMs ? [] : [`p99 is not below ${p99BarMs} ms, the bar without reloads.`]),
  ];
}

async function inForce({ metricsPorts }: WholePlatform, version: number): Promise<void> {
  const deadline = Date.now() + inForceWithinMs;
  for (;;) {
    const texts = await Promise.all(metricsPorts.map(metricsOf));
    if (texts.every((text) => metric(text, 'mpp_supergraph_version') === version)) return;
    if (Date.now() > deadline) throw new Error(`Version ${version} did not come into force in time.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function counts({ metricsPorts }: WholePlatform): Promise<{ exchanges: number; refused: number }> {
  const texts = await Promise.all(metricsPorts.map(metricsOf));
  const sum = (name: string) => texts.reduce((whole, text) => whole + metric(text, name), 0);
  return { exchanges: sum('mpp_supergraph_exchanges_total'), refused: sum('mpp_supergraph_refused_total') };
}

async function leastHeapMb({ metricsPorts: [port = 0] }: WholePlatform): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let sample = 0; sample < heapSamples; sample += 1) {
    await new Promise((resolve) => setTimeout(resolve, (quietSeconds * 1_000) / heapSamples));
    least = Math.min(least, metric(await metricsOf(port), 'nodejs_heap_size_used_bytes') / 1_048_576);
  }
  return least;
}

function rssMb({ processes }: WholePlatform): number {
  return usageOf(processes.get('gateway-1')?.pid ?? 0).rssMb;
}
