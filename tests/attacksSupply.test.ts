import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { findBad, type Known } from './support/advisories.ts';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const locked = Object.entries(
  (JSON.parse(read('../package-lock.json')) as { packages: Record<string, Locked> }).packages,
);
const fromElsewhere = locked.filter(([path, { link }]) => path.includes('node_modules/') && !link);
const { packages, images } = JSON.parse(read('./advisories.json')) as { packages: Known[]; images: Known[] };
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** What may run in production. Whoever adds a licence here has read it. */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
  '(MIT AND BSD-3-Clause)',
  '(MIT OR CC0-1.0)',
];
/** Those whose licence README tells, and one that has its licence (MIT) in a file only. */
const allowedByName: Record<string, string> = {
  '@apollo/composition': 'Elastic-2.0',
  '@apollo/federation-internals': 'Elastic-2.0',
  '@apollo/gateway': 'Elastic-2.0',
  '@apollo/query-graphs': 'Elastic-2.0',
  '@apollo/query-planner': 'Elastic-2.0',
  'png-js': 'none',
};

/** What a package itself says, and, where it is not for this machine, what the lock file says of it. */
function licenceOf(path: string, { license }: Locked): string {
  const own = new URL(`../${path}/package.json`, import.meta.url);
  const said = existsSync(own) ? (JSON.parse(readFileSync(own, 'utf8')) as Locked).license : license;
  return typeof said === 'string' ? said : 'none';
}

describe('the packages that are installed', () => {
  it('are none of which something bad is published (V0)', () => {
    expect(fromElsewhere.length).toBeGreaterThan(100);
    expect(fromElsewhere.flatMap(([path, { version = '0.0.0' }]) => findBad(packages, nameOf(path), version))).toEqual(
      [],
    );
  });

  it('are each known by the digest of their content (A48)', () => {
    const unknown = fromElsewhere.filter(
      ([, { inBundle, integrity }]) => !inBundle && !integrity?.startsWith('sha512-'),
    );
    expect(unknown.map(([path]) => path)).toEqual([]);
  });

  it('come from the registry, none from an address of its own (A48)', () => {
    // `.npmrc` leaves the registry's own addresses out of the lock file, so whatever has one comes from somewhere else.
    expect(read('../.npmrc')).toContain('omit-lockfile-registry-resolved=true');
    expect(fromElsewhere.flatMap(([path, { resolved }]) => (resolved ? [`${path} ${resolved}`] : []))).toEqual([]);
    const { dependencies, devDependencies } = JSON.parse(read('../package.json')) as Record<
      string,
      Record<string, string>
    >;
    const asked = Object.entries({ ...dependencies, ...devDependencies });
    expect(asked.filter(([, from]) => !/^(npm:[@\w/-]+@)?\^?\d+\.\d+\.\d+(-[\w.]+)?$/.test(from))).toEqual([]);
  });

  it('are in production under licences that were read (A48)', () => {
    const odd = fromElsewhere.flatMap(([path, one]) => {
      const licence = licenceOf(path, one);
      const isRead = allowed.includes(licence) || allowedByName[nameOf(path)] === licence;
      return one.dev || isRead ? [] : [`${path}: ${licence}`];
    });
    expect(odd).toEqual([]);
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
    expect(read('../.ci/run').match(/^npm (install|ci)\b.*/gm)).toEqual(['npm install --ignore-scripts']);
  });
});

describe('the images that are built on', () => {
  const names = [
    ...read('../Dockerfile').matchAll(/^FROM (node):([\d.]+)/gm),
    ...read('../docker-compose.yml').matchAll(/^ +image: (mongo):([\d.]+)/gm),
  ];

  it('are of lines in which what is published is mended (V0)', () => {
    expect(names.map(([, name]) => name).sort()).toEqual(['mongo', 'node', 'node']);
    // `node:24` is the newest of its line on the day of the build; an exact version is what it says.
    const newest = (tag: string) => [...tag.split('.'), '9999', '9999'].slice(0, 3).join('.');
    expect(names.flatMap(([, name = '', tag = '']) => findBad(images, name, newest(tag)))).toEqual([]);
  });
});

describe('a package of which something bad is published', () => {
  it.each([
    ['mongoose', '9.9.1', 'CVE-2026-125120'],
    ['undici', '7.30.1', 'CVE-2026-6734'],
    ['undici', '8.0.0', 'CVE-2026-6734'],
    ['undici', '8.12.3', 'CVE-2026-109383'],
    ['undici', '8.12.4-rc.1', 'CVE-2026-109383'],
    ['graphql', '16.8.1', 'CVE-2023-26144'],
    ['node', '20.20.2', 'CVE-2026-56846'],
    ['node', '24.18.0', 'CVE-2026-56846'],
  ])('would be found: %s %s', (name, version, id) => {
    expect(findBad([...packages, ...images], name, version)).toEqual([expect.stringContaining(id)]);
  });

  it.each([
    ['undici', '7.30.2'],
    ['undici', '8.12.4'],
    ['undici', '10.0.0'],
    ['node', '22.23.2'],
    ['node', '24.18.1'],
    ['another', '0.0.1'],
  ])('is not found where it is mended: %s %s', (name, version) => {
    expect(findBad([...packages, ...images], name, version)).toEqual([]);
  });
});
