import '../gateway/plan/telemetryOff.ts';
import { parseArgs } from 'node:util';
import { startRealGraph } from '../gateway/tests/conformance/realGraph.ts';
import { fuzz, wordsOf } from '../gateway/tests/support/fuzz.ts';
import { startSmallPlatform } from '../gateway/tests/support/smallPlatform.ts';

// Compares random operations with one server that has the whole schema, with agencies that fail and with the default
// executor: npm run fuzz -- --seed 1 --count 10000; with --graph committed on the graph of the agencies, each made up, else on a
// small one with every feature. Without a seed it takes other operations each time. Ends with 1 on a fault.
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    count: { type: 'string', default: '10000' },
    graph: { type: 'string', default: 'small' },
  },
});
const firstSeed = Number(values.seed ?? Date.now() % 1_000_000_000);
const count = Number(values.count);
if (!Number.isSafeInteger(firstSeed) || !Number.isSafeInteger(count))
  throw new Error('Seed and count are whole numbers.');
if (values.graph !== 'small' && values.graph !== 'committed') throw new Error('The graph is small or committed.');

console.log(`seeds from ${firstSeed} on, ${count} operations on the ${values.graph} graph`);
const graph = await (values.graph === 'small' ? startSmallPlatform() : startRealGraph());
const before = process.cpuUsage();
const { findings, compared, unplanned, apolloWrong } = await fuzz(graph, { firstSeed, count });
const { user, system } = process.cpuUsage(before);
for (const finding of findings) console.log(`\n${wordsOf(finding)}\n`);
const cpuSeconds = Math.round((user + system) / 100_000) / 10;
console.table([{ ...compared, unplanned, apolloWrong, found: findings.length, cpuSeconds }]);
if (findings.length > 0) process.exitCode = 1;
