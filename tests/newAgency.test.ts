import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scaffoldAgency, UnfitName, withService } from '../scripts/new-agency/scaffold.ts';
import { projectFolder } from '../scripts/runSource.ts';

const compose = readFileSync(join(projectFolder, 'docker-compose.yml'), 'utf8');

describe('an agency added in five steps, as CONTRIBUTING says', () => {
  const copy = mkdtempSync(join(tmpdir(), 'mpp-new-agency-'));
  const took: string[] = [];

  beforeAll(() => {
    const left = /^(node_modules|\.git|\.data|tests\/\.sixth-.*|gateway\/playground\/dist)$/;
    cpSync(projectFolder, copy, { recursive: true, filter: (file) => !left.test(relative(projectFolder, file)) });
    symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'));
    git('init', '--quiet');
    git('add', '--all');
    git('-c', 'user.name=test', '-c', 'user.email=test@example.invalid', 'commit', '--quiet', '--message=before');
  }, 60_000);

  afterAll(() => {
    console.info(took.join('\n'));
    rmSync(copy, { recursive: true, force: true });
  });

  it('is made by one command, which changes nothing outside its folder and docker-compose.yml', () => {
    timed('1 make it', () => npm('new:agency', '--', 'public-works'));

    expect(git('status', '--porcelain').trim().split('\n').sort()).toEqual(
      [' M docker-compose.yml', '?? subgraphs/public-works/'].map((line) => line.trim()).sort(),
    );
  }, 120_000);

  it('says what it promises, in the words of its own', () => {
    timed('2 say what it promises', () => {
      edit('schema.graphql', '  wish: String @personal(class: GENERAL)\n', (line) =>
        line.concat('  "Ringkasan: the first words of it"\n  summary: String @personal(class: GENERAL)\n'),
      );
    });
  });

  it('joins the graph, and has its types', () => {
    timed('3 join the graph', () => {
      npm('compose');
      npm('codegen');
    });

    expect(readFileSync(join(copy, 'schema/api.graphql'), 'utf8')).toContain('type PublicWorksApplication');
  }, 240_000);

  it('answers for what it promised, passes types and lint, and its own tests', () => {
    timed('4 answer for it', () => {
      edit('resolvers/PublicWorksApplication.ts', '  id: ({ _id }) => _id,\n', (line) =>
        line.concat("  summary: ({ wish }) => wish.split(' ').slice(0, 5).join(' '),\n"),
      );
      expect(faultsOfTypes()).toEqual([]);
      run('npx', 'biome', 'check', 'subgraphs/public-works');
      npm('jest', '--', '--maxWorkers=1', 'subgraphs/public-works');
    });
  }, 480_000);

  it('breaks nothing that others rely on', () => {
    expect(timed('5 check it', () => npm('check'))).toContain('Nothing that clients or agencies rely on has changed.');
  }, 120_000);

  const npm = (...parameters: string[]) => run('npm', 'run', '--silent', ...parameters);
  const git = (...parameters: string[]) => run('git', ...parameters);

  /** Without what belongs to this test run: its database, and its module loader. */
  function run(command: string, ...parameters: string[]): string {
    const own = ['MONGODB_URI', 'VAULT_KEYS', 'TEST_DATA_DIRECTORY', 'JEST_WORKER_ID', 'NODE_OPTIONS', 'NODE_ENV'];
    const without = own.flatMap((name) => ['-u', name]);
    return execFileSync('env', [...without, command, ...parameters], { cwd: copy, encoding: 'utf8', stdio: 'pipe' });
  }

  /** What the compiler finds in the new agency; the rest of the house answers for itself. */
  function faultsOfTypes(): string[] {
    try {
      npm('types');
      return [];
    } catch (error) {
      const { stdout } = error as { stdout?: string };
      if (!stdout?.includes('error TS')) throw error;
      return stdout.split('\n').filter((line) => line.startsWith('subgraphs/public-works/'));
    }
  }

  function timed<Result>(step: string, take: () => Result): Result {
    const from = performance.now();
    const result = take();
    took.push(`${step}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
    return result;
  }

  function edit(file: string, line: string, change: (line: string) => string): void {
    const path = join(copy, 'subgraphs/public-works', file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(line)) throw new Error(`${file} has no line ${line}`);
    writeFileSync(
      path,
      text.replace(line, () => change(line)),
    );
  }
});

describe('the name of a new agency', () => {
  it.each(['Health', 'health care', '../health', 'h', 'health-', 'identity', 'gateway', 'application-types'])(
    'is not %s',
    (name) => {
      expect(() => scaffoldAgency(name, join(projectFolder, 'subgraphs'))).toThrow(UnfitName);
    },
  );
});

describe('what people apply for', () => {
  it('names the application type, whatever the agency is called', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mpp-new-subject-'));
    const files = scaffoldAgency('public-works', folder, 'RoadPermit');
    const schema = readFileSync(join(folder, 'public-works/schema.graphql'), 'utf8');
    rmSync(folder, { recursive: true });

    expect(files).toContain('public-works/resolvers/RoadPermitApplication.ts');
    expect(schema).toContain('type RoadPermitApplication implements Application');
    expect(schema).not.toContain('PublicWorksApplication');
  });

  it.each(['roadPermit', 'Road Permit', 'RoadPermitApplication', ''])('is not %s', (subject) => {
    expect(() => scaffoldAgency('public-works', join(projectFolder, 'subgraphs'), subject)).toThrow(UnfitName);
  });
});

describe('docker-compose.yml', () => {
  it('gets the service, and its address for the gateway', () => {
    const changed = withService(compose, 'public-works');

    expect(changed).toContain('      PUBLIC_WORKS_URL: http://public-works:4001/graphql\n');
    expect(changed).toContain('command: [node, subgraphs/public-works/server.ts]');
    const kept = changed.split('\n').filter((line) => !/public.works/i.test(line));
    expect(compose.split('\n').filter((line) => !kept.includes(line))).toEqual([]);
  });

  it('is left alone when it has another form', () => {
    expect(() => withService('services: {}', 'public-works')).toThrow('another form');
  });
});
