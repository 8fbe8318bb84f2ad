import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import mongoose from 'mongoose';

const { MongoClient } = mongoose.mongo;

export type KillOptions = {
  readonly kills: number;
  readonly writers: number;
  readonly durability: 'full' | 'process';
  /** Run the server that answers before it commits, to see that the loop notices. */
  readonly acknowledgesEarly?: boolean;
};

/** What the loop saw. */
export type KillReport = {
  acknowledged: number;
  /** Acknowledged writes that were gone after a restart. */
  readonly lost: string[];
  /** Writes that were there although nobody asked for them, or half of a write. */
  readonly torn: string[];
  /** Indexes that did not agree with their documents. */
  readonly rebuilt: string[];
};

type Server = { readonly child: ChildProcess; readonly uri: string };
type Counter = { _id: string; n: number; twice: number };

/** Every write a client was told is done. It lives here, outside the process that is killed. */
type Ledger = { readonly counters: number[]; readonly inserted: Set<string> };

const main = fileURLToPath(new URL('../../main.ts', import.meta.url));
const early = fileURLToPath(new URL('./earlyAcknowledgement.ts', import.meta.url));

const start = (directory: string, options: KillOptions, report: KillReport): Promise<Server> =>
  new Promise((resolve, reject) => {
    const script = options.acknowledgesEarly ? early : main;
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', script, '--data', directory, '--durability', options.durability, '--stop-with-parent'],
      { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } },
    );
    let errors = '';
    child.stderr.on('data', (piece) => {
      errors += String(piece);
      if (String(piece).includes('anew')) report.rebuilt.push(String(piece).trim());
    });
    child.stdout.once('data', (line) => resolve({ child, uri: (JSON.parse(String(line)) as { uri: string }).uri }));
    child.once('exit', () => reject(new Error(`The server did not start: ${errors}`)));
  });

const kill = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

/** Writes as fast as the answers come, until the server is gone. */
const write = async (
  client: InstanceType<typeof MongoClient>,
  writer: number,
  ledger: Ledger,
  report: KillReport,
): Promise<void> => {
  const counters = client.db('kill').collection<Counter>('counters');
  const rows = client.db('kill').collection<{ _id: string; writer: number; at: Date }>('rows');
  const _id = `writer-${writer}`;
  let n = ledger.counters[writer] ?? 0;
  for (;;) {
    try {
      // Both fields change in one write: a torn one would show.
      const { modifiedCount } = await counters.updateOne({ _id, n }, { $set: { n: n + 1, twice: (n + 1) * 2 } });
      if (modifiedCount !== 1) report.torn.push(`${_id} was not at ${n}`);
      n += 1;
      ledger.counters[writer] = n;
      await rows.insertOne({ _id: `${_id}-${n}`, writer, at: new Date(n) });
      ledger.inserted.add(`${_id}-${n}`);
      report.acknowledged += 2;
    } catch {
      return;
    }
  }
};

const check = async (client: InstanceType<typeof MongoClient>, ledger: Ledger, report: KillReport): Promise<void> => {
  for await (const { _id, n, twice } of client.db('kill').collection<Counter>('counters').find()) {
    const writer = Number(_id.split('-')[1]);
    const acknowledged = ledger.counters[writer] ?? 0;
    if (n < acknowledged) report.lost.push(`${_id} at ${n}, acknowledged ${acknowledged}`);
    if (n > acknowledged + 1 || twice !== n * 2)
      report.torn.push(`${_id} at ${n}/${twice}, acknowledged ${acknowledged}`);
    ledger.counters[writer] = n;
  }
  const there = new Set<string>();
  for await (const { _id } of client
    .db('kill')
    .collection<{ _id: string }>('rows')
    .find({}, { projection: { _id: 1 } }))
    there.add(_id);
  for (const id of ledger.inserted) {
    if (there.has(id)) continue;
    report.lost.push(id);
    ledger.inserted.delete(id);
  }
};

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits for that many more acknowledgements, however slow the machine is, and then a random moment. */
const acknowledgedMore = async (report: KillReport, more: number): Promise<void> => {
  const wanted = report.acknowledged + more;
  for (let waited = 0; report.acknowledged < wanted && waited < 30_000; waited += 2) await sleep(2);
  await sleep(Math.random() * 20);
};

/** Kills the server again and again under load, and compares what is there with what was acknowledged. */
export const killLoop = async (options: KillOptions): Promise<KillReport> => {
  const directory = mkdtempSync(join(tmpdir(), 'embedded-mongo-kill-'));
  const report: KillReport = { acknowledged: 0, lost: [], torn: [], rebuilt: [] };
  const ledger: Ledger = { counters: Array.from({ length: options.writers }, () => 0), inserted: new Set() };
  let server = await start(directory, options, report);
  try {
    for (let round = 0; round <= options.kills; round += 1) {
      const client = await MongoClient.connect(server.uri, {
        retryWrites: false,
        retryReads: false,
        serverSelectionTimeoutMS: 500,
      });
      if (round === 0) {
        const counters = ledger.counters.map((_, writer) => ({ _id: `writer-${writer}`, n: 0, twice: 0 }));
        await client.db('kill').collection<Counter>('counters').insertMany(counters);
        await client.db('kill').collection('rows').createIndex({ writer: 1, at: -1 });
      } else {
        await check(client, ledger, report);
      }
      if (round < options.kills) {
        const writers = ledger.counters.map((_, writer) => write(client, writer, ledger, report));
        await acknowledgedMore(report, options.writers * (2 + Math.floor(Math.random() * 8)));
        await kill(server.child);
        await Promise.all(writers);
        await client.close(true);
        server = await start(directory, options, report);
      } else {
        await client.close();
      }
    }
  } finally {
    await kill(server.child);
    rmSync(directory, { recursive: true, force: true });
  }
  return report;
};

// The long form: tsx embedded-mongo/tests/support/killLoop.ts --kills 100 --durability full
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '100' },
      writers: { type: 'string', default: '8' },
      durability: { type: 'string', default: 'full' },
      early: { type: 'boolean', default: false },
    },
  });
  const report = await killLoop({
    kills: Number(values.kills),
    writers: Number(values.writers),
    durability: values.durability === 'process' ? 'process' : 'full',
    acknowledgesEarly: values.early,
  });
  console.log(JSON.stringify({ ...report, lost: report.lost.length, examples: report.lost.slice(0, 3) }, undefined, 2));
  process.exit(report.lost.length + report.torn.length + report.rebuilt.length > 0 ? 1 : 0);
}
