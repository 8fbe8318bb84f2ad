import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runGatewayBench } from '../tests/bench/gatewayBench.ts';
import { leaveNothingBehind } from '../tests/bench/leaveNothingBehind.ts';
import { cpuChart } from '../tests/bench/report/chart.ts';
import { writeChart, writeSection } from '../tests/bench/report/document.ts';
import { gatewayMarkdown, gatewayText } from '../tests/bench/report/gatewayReport.ts';
import { stackMarkdown, stackText } from '../tests/bench/report/stackReport.ts';
import { runStackBench } from '../tests/bench/stack/stackBench.ts';
import { workloads } from '../tests/bench/workloads.ts';
import { projectFolder, runSource } from './runSource.ts';

const usage = `npm run bench -- gateway|stack|database [options]

  gateway    CPU per request of this gateway and of others, on stub agencies
  stack      the real agencies and database, with 1,000, 10,000 and 100,000 citizens
  database   the embedded database alone

  --quick             at most two minutes, with fewer candidates and rounds
  --json              one JSON object on the standard output
  --write             into docs/performance.md and its chart
  --with-auth         gateway: the others verify tokens and sign their calls as ours does
  --candidates=a,b    gateway: these, beside the floor and the bare proxy
  --workloads=a,b     gateway: these
  --rounds=n          gateway: how often each is measured
  --sizes=1000,10000  stack: how many citizens
  --profile           where each process spends its time (figures are dearer while it looks)`;

const databaseBench = 'embedded-mongo/bench.ts';
const [what = 'gateway', ...rest] = process.argv.slice(2);
const tell = (line: string) => console.error(line);

leaveNothingBehind();

switch (what) {
  case 'gateway':
    await gateway(options());
    break;
  case 'stack':
    await stack(options());
    break;
  case 'database':
    process.exitCode = await database();
    break;
  default:
    console.error(usage);
    process.exitCode = 2;
}

function options() {
  const { values } = parseArgs({
    args: rest,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      'with-auth': { type: 'boolean', default: false },
      candidates: { type: 'string', default: '' },
      workloads: { type: 'string', default: '' },
      rounds: { type: 'string' },
      sizes: { type: 'string', default: '' },
      profile: { type: 'boolean', default: false },
    },
  });
  return values;
}

async function gateway(asked: ReturnType<typeof options>): Promise<void> {
  const report = await runGatewayBench({
    quick: asked.quick,
    withAuth: asked['with-auth'],
    candidates: names(asked.candidates),
    workloads: names(asked.workloads),
    rounds: asked.rounds ? Number(asked.rounds) : null,
    profile: asked.profile,
    tell,
  });
  console.log(asked.json ? JSON.stringify(report) : gatewayText(report));
  if (!asked.write) return;
  writeSection('gateway', gatewayMarkdown(report, new Map(workloads.map(({ name, summary }) => [name, summary]))));
  writeChart(cpuChart(report.workloads, `CPU of the gateway per request, ${report.machine.date.slice(0, 10)}`));
}

async function stack(asked: ReturnType<typeof options>): Promise<void> {
  const report = await runStackBench({
    quick: asked.quick,
    sizes: names(asked.sizes).map(Number),
    profile: asked.profile,
    tell,
  });
  console.log(asked.json ? JSON.stringify(report) : stackText(report));
  if (asked.write) writeSection('stack', stackMarkdown(report));
}

async function database(): Promise<number> {
  if (!existsSync(`${projectFolder}${databaseBench}`)) {
    console.error(`There is no ${databaseBench} to run.`);
    return 1;
  }
  const child = runSource(databaseBench, rest, { stdio: 'inherit' });
  return (await new Promise<number | null>((resolve) => child.once('exit', resolve))) ?? 1;
}

function names(text: string): string[] {
  return text.split(',').filter(Boolean);
}
