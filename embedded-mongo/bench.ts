/** Measures the embedded database: tsx embedded-mongo/bench.ts [--documents 100000] [--durability process] */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import mongoose from 'mongoose';

const { MongoClient } = mongoose.mongo;

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    durability: { type: 'string', default: 'full' },
  },
});
const count = Number(values.documents);
const directory = mkdtempSync(join(tmpdir(), 'embedded-mongo-bench-'));
const main = fileURLToPath(new URL('./main.ts', import.meta.url));

const start = (): Promise<{ child: ChildProcess; uri: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', main, '--data', directory, '--durability', values.durability, '--stop-with-parent'],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    child.once('exit', () => reject(new Error('The server did not start')));
    child.stdout.once('data', (line) => resolve({ child, uri: (JSON.parse(String(line)) as { uri: string }).uri }));
  });

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.stdin?.end();
  });

/** CPU time a process has used, in milliseconds; the kernel counts in hundredths of a second. */
const cpuOf = (child: ChildProcess): number => {
  try {
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
};

const memoryOf = (child: ChildProcess, what: 'RssAnon' | 'VmRSS'): number => {
  try {
    const line = readFileSync(`/proc/${child.pid}/status`, 'utf8').match(new RegExp(`${what}:\\s+(\\d+) kB`));
    return Number(line?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
};

type Row = { readonly name: string; readonly cpu: string; readonly p50: string };
const rows: Row[] = [];

/** Runs an operation often enough for the kernel's clock, and notes the server's CPU and the middle of the times. */
const measure = async (name: string, times: number, operation: (i: number) => Promise<unknown>): Promise<void> => {
  // Until the compiler has settled: a server that runs all day is measured, not its first second.
  for (let i = 0; i < times; i += 1) await operation(i);
  const latencies: number[] = [];
  const before = cpuOf(server.child);
  for (let i = 0; i < times; i += 1) {
    const begin = performance.now();
    await operation(i + 2 * times);
    latencies.push(performance.now() - begin);
  }
  const cpu = (cpuOf(server.child) - before) / times;
  latencies.sort((a, b) => a - b);
  rows.push({ name, cpu: `${cpu.toFixed(3)} ms`, p50: `${(latencies[Math.floor(times / 2)] ?? 0).toFixed(3)} ms` });
};

const coldStart = performance.now();
const server = await start();
const client = await MongoClient.connect(server.uri);
await client.db('bench').command({ ping: 1 });
const cold = performance.now() - coldStart;
const empty = memoryOf(server.child, 'RssAnon');

type Application = {
  _id: string;
  reference: string;
  owner: string;
  status: string;
  at: Date;
  sequence: number;
  service: object;
  address: object;
  history: object[];
};
const applications = client.db('bench').collection<Application>('applications');
await applications.createIndex({ reference: 1 }, { unique: true });
await applications.createIndex({ at: -1, _id: -1 });
await applications.createIndex({ owner: 1, status: 1, at: -1 });

const idOf = (i: number) => `app-${String((i * 7919) % count).padStart(7, '0')}`;
const firstDay = Date.UTC(2024, 0, 1);
const make = (i: number): Application => ({
  _id: `app-${String(i).padStart(7, '0')}`,
  reference: `REF/${i}/2026`,
  owner: `citizen-${i % 5000}`,
  status: ['DRAFT', 'SUBMITTED', 'IN_REVIEW', 'APPROVED'][i % 4] ?? 'DRAFT',
  at: new Date(firstDay + ((i * 7919) % count) * 1000),
  sequence: 1,
  service: { name: 'Nomor Induk Berusaha', agency: 'business-licensing', days: 3 },
  address: { street: 'Jalan Merdeka 17', region: '35.78.01.1001', postcode: '60271' },
  history: [{ status: 'SUBMITTED', by: 'citizen', at: new Date(firstDay) }],
});

const loadCpu = cpuOf(server.child);
const loadStart = performance.now();
for (let i = 0; i < count; i += 1000) {
  await applications.insertMany(Array.from({ length: Math.min(1000, count - i) }, (_, j) => make(i + j)));
}
const load = performance.now() - loadStart;
rows.push({
  name: `load ${count} documents by insertMany, each`,
  cpu: `${((cpuOf(server.child) - loadCpu) / count).toFixed(3)} ms`,
  p50: `${(load / count).toFixed(3)} ms`,
});

await measure('findOne by _id', 4000, (i) => applications.findOne({ _id: idOf(i) }));
await measure('findOne by a unique index', 4000, (i) =>
  applications.findOne({ reference: `REF/${(i * 7919) % count}/2026` }),
);
await measure('$in of 50 ids', 1500, (i) =>
  applications.find({ _id: { $in: Array.from({ length: 50 }, (_, j) => idOf(i * 50 + j)) } }).toArray(),
);
await measure(`a sorted page of 20 out of ${count}`, 2000, (i) => {
  const at = new Date(firstDay + ((i * 7919) % count) * 1000);
  return applications
    .find({ at: { $lte: at }, $or: [{ at: { $lt: at } }, { _id: { $lt: 'app-5' } }] })
    .sort({ at: -1, _id: -1 })
    .limit(20)
    .toArray();
});
await measure('insertOne', 1000, (i) => applications.insertOne(make(count + i)));
await measure('conditional updateOne', 1000, (i) =>
  applications.updateOne({ _id: idOf(i), sequence: 1 }, { $set: { status: 'APPROVED' }, $inc: { sequence: 1 } }),
);

const [anonymous, resident] = [memoryOf(server.child, 'RssAnon'), memoryOf(server.child, 'VmRSS')];
await client.close();
await stop(server.child);
rmSync(directory, { recursive: true, force: true });

console.log(`Node ${process.version}, durability ${values.durability}\n`);
console.log('| operation | CPU of the server | p50 seen by the client |\n| --- | --- | --- |');
for (const { name, cpu, p50 } of rows) console.log(`| ${name} | ${cpu} | ${p50} |`);
console.log(`\nCold start to the first answer: ${cold.toFixed(0)} ms.`);
console.log(
  `Memory: ${empty.toFixed(0)} MB empty, ${anonymous.toFixed(0)} MB at the end (${resident.toFixed(0)} MB with the pages of the file the system keeps).`,
);
