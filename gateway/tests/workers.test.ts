import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentIssuer, newIssuerKey } from '#kit/sandbox/issuer.ts';
import { environmentWith } from '#kit/setting.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const tsx = fileURLToPath(new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'workers-'));
const supergraphFile = join(folder, 'supergraph.graphql');
const operations = join(folder, 'operations');
const ofSchema = (name: string) => fileURLToPath(new URL(`../../schema/${name}`, import.meta.url));

let url: string;
let metricsPort: number;
let gateway: ChildProcess;
let exitCode: Promise<number | null>;
beforeAll(async () => {
  cpSync(ofSchema('supergraph.graphql'), supergraphFile);
  // One document is enough here, and planning all of them takes each worker seconds.
  cpSync(ofSchema('operations/inbox.graphql'), join(operations, 'inbox.graphql'));
  const port = await freePort();
  metricsPort = await freePort();
  const issuer = await developmentIssuer(await newIssuerKey());
  const { privateKey } = generateKeyPairSync('ed25519');
  url = `http://127.0.0.1:${port}`;
  gateway = spawn(process.execPath, ['--import', tsx, main], {
    env: environmentWith({
      PORT: String(port),
      GATEWAY_WORKERS: '2',
      GATEWAY_PRIVATE_KEY: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      TOKEN_ISSUER: issuer.issuer,
      TOKEN_JWKS: issuer.jwks,
      LOG_LEVEL: 'silent',
      AGENCY_TIMEOUT_MS: '100',
      METRICS_PORT: String(metricsPort),
      SUPERGRAPH: supergraphFile,
      OPERATIONS_FOLDER: operations,
    }),
    stdio: 'ignore',
  });
  exitCode = new Promise((resolve) => gateway.once('exit', resolve));
  await until(async () => (await census())?.ready === 2);
}, 60_000);
afterAll(() => {
  gateway.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

describe('a gateway of two workers', () => {
  it('answers at one port and tells how many there are', async () => {
    expect(await census()).toEqual({ wanted: 2, ready: 2 });
  });

  it('tells the metrics of all its workers as one sum', async () => {
    const before = await requestsCounted();
    for (let n = 0; n < 10; n += 1) {
      await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', connection: 'close' },
        body: '{"query":"{ __typename }"}',
      });
    }
    expect((await requestsCounted()) - before).toBe(10);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });

  it('follows the supergraph with all of them', async () => {
    const next = readFileSync(supergraphFile, 'utf8').replace(
      /^type Query\b[^{]*\{/m,
      '$&\n  followed: Boolean @join__field(graph: MALL)',
    );
    writeFileSync(supergraphFile, next);
    await until(async () => (await metric(/^mpp_supergraph_exchanges_total (\d+)$/m)) === 2);
    expect(await metric(/^mpp_supergraph_refused_total\{reason="INVALID"\} (\d+)$/m)).toBe(0);
  });

  it('replaces a worker that dies', async () => {
    const [first, second] = workers();
    process.kill(Number(first), 'SIGKILL');
    await until(async () => hasTwoWithout(first) && (await census())?.ready === 2);
    expect(workers()).toContain(second);
  }, 30_000);

  it('stops with all its workers', async () => {
    const pids = workers();
    gateway.kill('SIGTERM');
    expect(await exitCode).toBe(0);
    for (const pid of pids) expect(() => process.kill(Number(pid), 0)).toThrow();
  }, 30_000);
});

function requestsCounted(): Promise<number> {
  return metric(/^mpp_requests_total\{operation="other",status="2xx"\} (\d+)$/m);
}

async function metric(line: RegExp): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  return Number(line.exec(text)?.[1] ?? 0);
}

async function census(): Promise<{ wanted: number; ready: number } | undefined> {
  const response = await fetch(`${url}/health/ready`);
  return ((await response.json()) as { workers?: { wanted: number; ready: number } }).workers;
}

function hasTwoWithout(gone: string | undefined): boolean {
  return workers().length === 2 && !workers().includes(gone ?? '');
}

/** By their command line: a compiler that the loader started is a child of the gateway too, and no worker of it. */
function workers(): string[] {
  return execFileSync('pgrep', ['-P', String(gateway.pid), '-f', 'gateway/main'], { encoding: 'utf8' })
    .trim()
    .split('\n');
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 50_000;
  while (!(await isTrue().catch(() => false))) {
    if (Date.now() > deadline) throw new Error('It did not come to that in time.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
