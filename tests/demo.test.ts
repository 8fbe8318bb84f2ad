import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { environmentWith } from '#kit/setting.ts';
import { projectFolder } from '../scripts/runSource.ts';

const run = promisify(execFile);
const recorder = new URL('./support/recordConnections.js', import.meta.url).href;
const loopback = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

interface Connection {
  readonly kind: string;
  readonly address: string;
  readonly script: string;
}

describe('npm run demo', () => {
  const directory = mkdtempSync(join(tmpdir(), 'mpp-demo-'));
  let printed: string;
  let connections: Connection[];

  // Started as a newcomer starts it, on an empty data directory, with every process writing down where it connects to.
  beforeAll(async () => {
    const file = join(directory, 'connections.jsonl');
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'scripts/demo.ts'], {
      cwd: projectFolder,
      maxBuffer: 20_000_000,
      env: environmentWith({
        DATA_DIR: directory,
        MONGODB_URI: '',
        SEED_CITIZENS: '10',
        CONNECTIONS_FILE: file,
        NODE_OPTIONS: `--import ${recorder}`,
      }),
    });
    printed = stdout;
    connections = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Connection);
  }, 240_000);
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('prints the plan, the answer and the time', () => {
    expect(printed).toMatch(/Step 1\n {4}\S+/);
    expect(printed).toContain('"fullName": "Sari Contohwati"');
    expect(printed).toMatch(/answered in \d+\.\d ms/);
  });

  it('asks the five agencies of the dashboard', () => {
    for (const agency of ['identity', 'business-licensing', 'civil-records', 'tax', 'mall'])
      expect(printed).toMatch(new RegExp(`^ {4}${agency} `, 'm'));
  });

  it('connects to nothing beyond this machine, in any of its processes', () => {
    const scripts = new Set(connections.map(({ script }) => script));
    expect([...scripts].some((script) => script.endsWith('gateway/main.ts'))).toBe(true);
    expect(connections.filter(({ kind, address }) => kind !== 'pipe' && !loopback.test(address))).toEqual([]);
  });
});
