import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fixSetting } from '#kit/setting.ts';
import { freePort, startLoneGateway } from '../../gateway/tests/support/loneGateway.ts';
import { clientOperationsFolder } from '../../schema/clientOperations.ts';
import { committedGraph } from '../../schema/compose.ts';
import { metric, metricsOf } from '../reliability/figures.ts';

/**
 * What exchanging our own supergraph leaves behind in a whole gateway: its heap after garbage is collected, with every document
 * of our clients planned and both lanes asked each time; how long an exchange takes, and how long it held the event loop up
 * at one time. A minute: `npx tsx tests/bench/reloadMemory.ts 24`.
 */
const times = Number(process.argv[2] ?? 24);
/** Graphs that were taken from service are kept a second, for whoever began with them. */
const graceMs = 1_300;
const questions = [
  { query: '{ __typename }' },
  { query: '{ __schema { types { name } } }' },
  { query: 'query Faulty($n: Int!) { serviceCatalogue(first: $n) { totalCount } }', variables: { n: 'none' } },
];

fixSetting('LOG_LEVEL', 'silent');
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const folder = mkdtempSync(join(tmpdir(), 'reload-memory-'));
const at = join(folder, 'supergraph.graphql');
const { supergraph } = committedGraph();
const more = supergraph.replace(/^type Query\b[^{]*\{/m, '$&\n  reloaded: Boolean @join__field(graph: TAX)');
writeFileSync(at, supergraph);
const metricsPort = await freePort();
const operationsFolder = clientOperationsFolder;
const gateway = await startLoneGateway({ supergraph: { at, pollMs: 300 }, operationsFolder, metricsPort });

const delays = monitorEventLoopDelay({ resolution: 5 });
delays.enable();
for (let time = 1; time <= times; time += 1) {
  delays.reset();
  const started = performance.now();
  writeFileSync(at, time % 2 === 1 ? more : supergraph);
  while (metric(await metricsOf(metricsPort), 'mpp_supergraph_exchanges_total') < time) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const took = performance.now() - started;
  const longest = delays.max / 1e6;
  for (const question of questions) await (await gateway.post(JSON.stringify(question))).text();
  if (time !== 3 && time % 6 !== 0) continue;
  await new Promise((resolve) => setTimeout(resolve, graceMs));
  collectGarbage();
  const heapMb = process.memoryUsage().heapUsed / 1_048_576;
  console.log(
    `after ${time}: heap ${heapMb.toFixed(1)} MB; the exchange took ${took.toFixed(0)} ms, the loop was held up for at most ${longest.toFixed(0)} ms`,
  );
}
await gateway.stop();
rmSync(folder, { recursive: true });
