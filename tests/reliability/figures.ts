import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { usageOf } from '../bench/measure/processAccounting.ts';
import type { WholePlatform } from './wholePlatform.ts';

/** What a stretch of time cost, process by process, and what else the machine did meanwhile. */
export interface Cost {
  /** CPU in ms by process, over the whole stretch. */
  readonly cpuMs: Readonly<Record<string, number>>;
  readonly rssMb: Readonly<Record<string, number>>;
  /** How late the event loops of the gateways were: the 99th percentile of the worst of them, in ms. */
  readonly eventLoopP99Ms: number;
  /** Of all cores, 0 to 1: by everybody, ours and others. */
  readonly machineBusy: number;
  readonly loadAverage: number;
}

/** Begins to count. @returns a function that ends it */
export async function countCost(platform: WholePlatform): Promise<() => Promise<Cost>> {
  await eventLoopP99(platform);
  const before = usages(platform);
  const machineBefore = machineTicks();
  return async () => {
    const after = usages(platform);
    const machine = machineTicks();
    const used = [...after].map(([name, { cpuMs }]) => [name, Math.max(0, cpuMs - (before.get(name)?.cpuMs ?? 0))]);
    return {
      cpuMs: Object.fromEntries(used),
      rssMb: Object.fromEntries([...after].map(([name, { rssMb }]) => [name, Math.round(rssMb)])),
      eventLoopP99Ms: await eventLoopP99(platform),
      machineBusy: (machine.busy - machineBefore.busy) / (machine.all - machineBefore.all),
      loadAverage: loadavg()[0] ?? 0,
    };
  };
}

function usages(platform: WholePlatform) {
  const running = [...platform.processes].flatMap(([name, { pid }]) =>
    pid === undefined ? [] : [[name, pid] as const],
  );
  return new Map(running.map(([name, pid]) => [name, usageOf(pid)]));
}

function machineTicks(): { busy: number; all: number } {
  const [user = 0, nice = 0, system = 0, idle = 0, waiting = 0, ...others] = readFileSync('/proc/stat', 'utf8')
    .split('\n', 1)
    .join()
    .split(/\s+/)
    .slice(1, 9)
    .map(Number);
  const busy = user + nice + system + others.reduce((sum, one) => sum + one, 0);
  return { busy, all: busy + idle + waiting };
}

/** The metric begins anew each time that it is read. */
async function eventLoopP99({ metricsPorts }: WholePlatform): Promise<number> {
  const lags = metricsPorts.map(async (port) => metric(await metricsOf(port), 'nodejs_eventloop_lag_p99_seconds'));
  return Math.max(...(await Promise.all(lags))) * 1_000;
}

/** The text of a gateway's metrics. */
export async function metricsOf(port: number): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
}

/** The sum of a metric over all series whose labels hold some text; 0 when there is none. */
export function metric(text: string, name: string, labels = ''): number {
  const series = text.split('\n').filter((line) => line.startsWith(name) && /[ {]/.test(line[name.length] ?? ''));
  return series
    .filter((line) => line.includes(labels))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}
