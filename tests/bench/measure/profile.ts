import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { importIntoWhatStarts } from './importIntoWhatStarts.ts';

/** The parts of a V8 CPU profile that are read here. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  /** The node that each sample found running. */
  readonly samples: readonly number[];
  /** Microseconds from one sample to the next. */
  readonly timeDeltas: readonly number[];
}

/** Where a process spent its time: a package, a folder of ours, a part of Node, or V8 itself. */
export interface ProfiledPlace {
  readonly place: string;
  /** Of the time that it was not idle, 0 to 1. */
  readonly share: number;
}

/** Lets every Node process that is started from now on write a profile into a directory when it ends. */
export function profileWhatStarts(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  importIntoWhatStarts(new URL('./profileThisProcess.js', import.meta.url), directory);
}

/** The profile that a process left, or null when it left none. */
export function profileOf(directory: string, pid: number): CpuProfile | null {
  const file = join(directory, `${pid}.cpuprofile`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CpuProfile) : null;
}

/** Sums a profile up by place, the dearest first; idle time, and what came before `fromMs`, is left out. */
export function placesOf({ nodes, samples, timeDeltas }: CpuProfile, fromMs = 0): ProfiledPlace[] {
  const placeOf = new Map(nodes.map(({ id, callFrame }) => [id, placeNamed(callFrame)]));
  const spent = new Map<string, number>();
  let now = 0;
  let busy = 0;
  samples.forEach((id, index) => {
    const delta = timeDeltas[index] ?? 0;
    now += delta;
    const place = placeOf.get(id) ?? '(unknown)';
    if (now < fromMs * 1_000 || place === '(idle)') return;
    busy += delta;
    spent.set(place, (spent.get(place) ?? 0) + delta);
  });
  return [...spent]
    .map(([place, micros]) => ({ place, share: micros / busy }))
    .sort((left, right) => right.share - left.share);
}

function placeNamed({ functionName, url }: { functionName: string; url: string }): string {
  if (url === '') return functionName.startsWith('(') ? functionName : `(native) ${functionName}`;
  if (url.startsWith('node:')) return url.replace(/^(node:(internal\/)?[^/]+).*/, '$1');
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (inPackage !== undefined) return inPackage;
  return /\/((?:gateway|kit|schema|subgraphs|embedded-mongo|scripts|tests)(?:\/[^/]+(?=\/))?)\//.exec(url)?.[1] ?? url;
}
