import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { KnownDocuments } from '../../gateway/lanes/knownDocuments.ts';
import { PlanningGateway } from '../../gateway/plan/planningGateway.ts';
import { readSupergraph } from '../../gateway/plan/supergraph.ts';
import { contextOf, silentLog } from '../../gateway/tests/support/smallGraph.ts';
import { clientOperations, clientOperationsFolder } from '../../schema/clientOperations.ts';
import { committedGraph } from '../../schema/compose.ts';

/**
 * What exchanging our own supergraph leaves behind: the heap after garbage is collected, and how long an exchange takes with
 * every document of our clients. A minute or two: `npx tsx tests/bench/reloadMemory.ts 50`.
 */
const times = Number(process.argv[2] ?? 50);
const graceMs = 1_200;
const { supergraph } = committedGraph();
const texts = [
  supergraph,
  supergraph.replace(/^type Query\b[^{]*\{/m, '$&\n  reloaded: Boolean @join__field(graph: TAX)'),
];
const { all } = new KnownDocuments(clientOperations(clientOperationsFolder));

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const gateway = new PlanningGateway({
  supergraph: readSupergraph(supergraph),
  connect: (agency) => ({ agency, ask: async () => ({ data: null, errors: [] }) }),
  log: silentLog,
  executor: 'compiled',
  warm: all,
});
await gateway.load();

async function heapMb(): Promise<number> {
  // Graphs that were taken from service are kept this long, for whoever began with them.
  await new Promise((resolve) => setTimeout(resolve, graceMs));
  collectGarbage();
  return process.memoryUsage().heapUsed / 1_048_576;
}

const took: number[] = [];
for (let time = 1; time <= times; time += 1) {
  const started = performance.now();
  await gateway.exchange(texts[time % 2] ?? supergraph);
  took.push(performance.now() - started);
  for (const known of all) await gateway.operation(known).execute({}, contextOf());
  if (time === 2 || time % 10 === 0 || time === times)
    console.log(`after ${time}: heap ${(await heapMb()).toFixed(1)} MB`);
}
took.sort((a, b) => a - b);
console.log(`an exchange took ${took[took.length >> 1]?.toFixed(0)} ms (p50), ${took.at(-1)?.toFixed(0)} ms at most`);
