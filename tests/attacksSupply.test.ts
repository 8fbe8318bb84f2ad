import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
}
interface Floor {
  readonly package: string;
  readonly atLeast: string;
  readonly ids: readonly string[];
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const locked = Object.entries(
  (JSON.parse(read('../package-lock.json')) as { packages: Record<string, Locked> }).packages,
);
const { floors } = JSON.parse(read('./advisories.json')) as { floors: Floor[] };
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The packages of a lock file below a floor of an advisory. */
function known(packages: typeof locked): string[] {
  return packages.flatMap(([path, { version = '0.0.0' }]) => {
    const floor = floors.find((one) => one.package === nameOf(path));
    return floor && isBelow(version, floor.atLeast) ? [`${path} ${version}: ${floor.ids.join(', ')}`] : [];
  });
}

function isBelow(version: string, floor: string): boolean {
  const parts = (text: string) => text.split(/[.-]/).map(Number);
  const [one, other] = [parts(version), parts(floor)];
  const first = [0, 1, 2].find((index) => one[index] !== other[index]);
  return first !== undefined && (one[first] ?? 0) < (other[first] ?? 0);
}

describe('the packages that are installed', () => {
  it('are none of which something bad is published (V0)', () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(known(locked)).toEqual([]);
  });

  it('would be found if they were', () => {
    expect(known([['node_modules/a/node_modules/mongoose', { version: '9.9.1' }]])).toEqual([
      expect.stringContaining('CVE-2026-125120'),
    ]);
  });

  it('are each known by the digest of their content (A48)', () => {
    const fromElsewhere = locked.filter(
      ([path, { link, inBundle }]) => path.includes('node_modules/') && !link && !inBundle,
    );
    expect(
      fromElsewhere.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
    ).toEqual([]);
    expect(locked.flatMap(([, { resolved }]) => (resolved && !/^https:\/\//.test(resolved) ? [resolved] : []))).toEqual(
      [],
    );
  });

  it('run nothing when they are installed, but for those that were looked at (A48)', () => {
    const running = new Set(locked.flatMap(([path, { hasInstallScript }]) => (hasInstallScript ? [nameOf(path)] : [])));
    const lookedAt = [
      '@apollo/protobufjs',
      '@parcel/watcher',
      'esbuild',
      'fsevents',
      'lmdb',
      'msgpackr-extract',
      'protobufjs',
    ];
    expect([...running].filter((name) => !lookedAt.includes(name))).toEqual([]);
    expect(
      read('../Dockerfile')
        .match(/^RUN npm (install|ci)\b.*/gm)
        ?.every((line) => line.includes('--ignore-scripts')),
    ).toBe(true);
  });
});
