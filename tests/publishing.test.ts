import { spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { believed } from '../gateway/supergraph/published.ts';
import { projectFolder } from '../scripts/runSource.ts';

/** All that publishing takes: the schemas, and what composes them. */
const taken = /^($|package\.json|tsconfig\.json|(docs|schema|subgraphs|kit|scripts|gateway)(\/|$))/;
const left = /(^|\/)(node_modules|dist|tests|playground)$/;
const occasion = ['--by', 'the platform team', '--why', 'a test of publishing'];

describe('publishing, on a copy of the repository', () => {
  const copy = mkdtempSync(join(tmpdir(), 'mpp-publishing-'));
  const data = join(copy, '.data');
  const registry = join(copy, 'schema/registry');
  const committed = () => readFileSync(join(copy, 'schema/supergraph.graphql'), 'utf8');

  beforeAll(() => {
    const isTaken = (file: string) => taken.test(relative(projectFolder, file)) && !left.test(file);
    cpSync(projectFolder.replace(/\/$/, ''), copy, { recursive: true, filter: isTaken });
    symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'));
    writeFileSync(join(copy, '.gitignore'), 'node_modules\n.data\n');
    run('git', 'init', '--quiet');
    commit('before');
  }, 60_000);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('puts the committed supergraph in force for gateways that believe the printed key, and keeps the private one out', () => {
    const { status, output } = publish(...occasion);
    expect([status, output]).toEqual([0, expect.stringContaining('Version 1 is published')]);
    expect(served(output)).toEqual({ version: 1, text: committed() });

    expect(changed()).toEqual(['schema/registry/ledger.json', 'schema/registry/supergraph.graphql']);
    expect(statSync(join(data, 'supergraph-key')).mode & 0o077).toBe(0);
    commit('version 1');
  }, 60_000);

  it('is refused for what is not composed, and then goes on to the next version', () => {
    const schema = join(copy, 'subgraphs/tax/schema.graphql');
    writeFileSync(schema, readFileSync(schema, 'utf8').replace(/\n$/, '\n\n"Pajak: a test"\nscalar TestScalar\n'));
    commit('a change without its supergraph');
    expect(publish(...occasion)).toMatchObject({ status: 1, output: expect.stringContaining('npm run compose') });

    // As `npm run compose` does it, without the operations of the personal data export.
    const compose = "import('./schema/compose.ts').then(({ composeGraph, writeGraph }) => writeGraph(composeGraph()))";
    run(process.execPath, '--import', 'tsx', '--eval', compose);
    commit('its supergraph');
    const { output } = publish(...occasion);
    expect(committed()).toContain('TestScalar');
    expect(served(output)).toEqual({ version: 2, text: committed() });
    commit('version 2');
  }, 120_000);

  it('goes back by one command, also for a gateway that demands the latest version', () => {
    const { output } = publish('--rollback', ...occasion);
    const { version, text } = served(output, 3);
    expect(version).toBe(3);
    expect(text).not.toContain('TestScalar');
    expect(committed()).toContain('TestScalar');
  }, 60_000);

  it('tells the history, with who, when, why and whether the signature holds', () => {
    const { output } = publish('--list');
    const lines = output.trim().split('\n');
    expect(lines.map((line) => line.replace(/\d{4}-\S+/, 'then'))).toEqual(
      ['1', '2', '3 (version 1 again)'].map(
        (which) => `${which}  then  the platform team: a test of publishing  signed`,
      ),
    );
  }, 60_000);

  const publish = (...parameters: string[]) =>
    run(process.execPath, '--import', 'tsx', 'scripts/publish.ts', ...parameters);

  function commit(message: string): void {
    run('git', 'add', '--all');
    run('git', '-c', 'user.name=test', '-c', 'user.email=test@example.invalid', 'commit', '--quiet', '-m', message);
  }

  function changed(): string[] {
    const lines = run('git', 'status', '--porcelain').output.trim().split('\n');
    return lines.map((line) => line.replace(/^\s*\S+ /, '')).sort();
  }

  function run(command: string, ...parameters: string[]) {
    const own = ['TEST_DATA_DIRECTORY', 'JEST_WORKER_ID', 'NODE_OPTIONS', 'NODE_ENV', 'SUPERGRAPH_SIGNING_KEY'];
    const without = own.flatMap((name) => ['-u', name]);
    const { status, stdout, stderr } = spawnSync('env', [...without, `DATA_DIR=${data}`, command, ...parameters], {
      cwd: copy,
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  }

  /** What a gateway serves that believes the key which was printed. */
  function served(printed: string, leastVersion = 0) {
    const key = Buffer.from(/SUPERGRAPH_PUBLIC_KEY=(\S+)/.exec(printed)?.[1] ?? '', 'base64');
    const publicKey = createPublicKey({ key, format: 'der', type: 'spki' });
    const ledger = readFileSync(join(registry, 'ledger.json'), 'utf8');
    const delivered = { text: readFileSync(join(registry, 'supergraph.graphql'), 'utf8'), ledger };
    const { text, publication } = believed(delivered, { publicKey, leastVersion });
    return { version: publication?.version, text };
  }
});
