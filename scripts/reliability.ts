import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tellHeapsOfWhatStarts } from '../tests/bench/measure/liveHeap.ts';
import { placesOf, profileOf, profileWhatStarts } from '../tests/bench/measure/profile.ts';
import { describeMachine } from '../tests/bench/report/machine.ts';
import { startLoad } from '../tests/reliability/load.ts';
import { longForms } from '../tests/reliability/longForms.ts';
import { reloadRegistry } from '../tests/reliability/reloads.ts';
import { startWholePlatform } from '../tests/reliability/wholePlatform.ts';
import { dataDirectory } from './dataDirectory.ts';

// The long forms of what docs/reliability.md promises: npm run reliability -- load --rps 100 --seconds 600. Starts a platform
// of its own, in DATA_DIR/reliability, which is emptied first. Ends with 1 when something did not hold.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rps: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '60' },
    times: { type: 'string', default: '3' },
    agency: { type: 'string', default: 'tax' },
    citizens: { type: 'string', default: '1000' },
    gateways: { type: 'string' },
    'warm-up': { type: 'string', default: '20' },
    seed: { type: 'string', default: randomUUID() },
    profile: { type: 'boolean', default: false },
  },
});
const [name = ''] = positionals;
const longForm = longForms[name];
if (!longForm) {
  console.error(
    `npm run reliability -- ${Object.keys(longForms).join('|')} [--rps 100] [--seconds 60] [--citizens 1000]`,
  );
  process.exit(2);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const profiles = join(dataDirectory(), 'reliability-profiles');
if (values.profile) profileWhatStarts(profiles);
const { cpu, cores, memoryGb, node, date, loadAverage } = describeMachine({
  pinned: false,
  cores: null,
  withAuth: true,
  quick: false,
});
console.log(
  `${cpu}, ${cores} cores, ${memoryGb} GB; Node ${node}; ${date}; load average ${loadAverage}; seed ${values.seed}`,
);
const [rps, seconds, times, citizens] = [values.rps, values.seconds, values.times, values.citizens].map(Number);
const heaps = name === 'soak' ? join(dataDirectory(), 'reliability-heaps') : null;
if (heaps) tellHeapsOfWhatStarts(heaps);
const registry = name === 'reload' ? reloadRegistry(join(dataDirectory(), 'reliability-registry')) : null;
const form = {
  rps: rps ?? 0,
  seconds: seconds ?? 0,
  times: times ?? 0,
  agency: values.agency,
  ...(registry ? { registry } : {}),
  ...(heaps ? { heaps } : {}),
};
const platform = await startWholePlatform({
  directory: join(dataDirectory(), 'reliability'),
  gateways: Number(values.gateways ?? (name === 'restart' ? 2 : 1)),
  citizens: citizens ?? 0,
  agenciesGiveWay: true,
  ...(registry ? { gatewaySettings: registry.settings } : {}),
});
const processes = [...platform.processes].map(([process, { pid = 0 }]) => [process, pid] as const);
let faults: string[] = [];
try {
  const load = await startLoad(platform, { citizens: citizens ?? 0, seed: values.seed });
  await load.run({ rps: form.rps / 2, seconds: Number(values['warm-up']) });
  faults = await longForm(platform, load, form, console.log);
  const { acknowledged, lost, doubled } = await load.settle();
  console.log(`applications: ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled`);
  if (lost + doubled > 0) faults = [...faults, 'The inbox is not what was acknowledged.'];
  await load.stop();
} finally {
  await platform.stop();
}
for (const [process, pid] of values.profile ? processes : []) {
  const profile = profileOf(profiles, pid);
  const places = profile ? placesOf(profile, 10_000).slice(0, 14) : [];
  console.log(`${process}: ${places.map(({ place, share }) => `${place} ${(share * 100).toFixed(1)} %`).join(', ')}`);
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
