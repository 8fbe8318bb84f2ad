import { createPopulation } from '#kit/sandbox/population.ts';
import { keyRingFrom, newDevelopmentKeys } from '#kit/vault/keyRing.ts';
import { createVault } from '#kit/vault/vault.ts';
import { sealedEntry } from '../../subgraphs/identity/model.ts';
import { registerEntriesOf } from '../../subgraphs/identity/sandbox/register.ts';
import { profileDashboards } from './measure/profiledDashboards.ts';
import { median } from './measure/statistics.ts';

/**
 * What protection at rest costs: CPU to open one citizen's record, and the share of it in a dashboard, by a profile of
 * gateway, agencies and client in one process. About a minute: `npx tsx tests/bench/vaultCost.ts`.
 */
const dashboards = 200;
const keys = newDevelopmentKeys();
const now = new Date();

const register = createVault('identity', keyRingFrom(keys)).of(sealedEntry);
const stored = createPopulation(2_000, now).flatMap((household) =>
  registerEntriesOf(household, now).map(register.seal),
);
const opening = {
  [`all ${sealedEntry.paths.length} values`]: register.openWhole,
  'one value': (entry: (typeof stored)[number]) => register.open(entry).fullName,
  'no value': register.open,
};
for (const [what, open] of Object.entries(opening)) {
  const rounds = Array.from({ length: 9 }, () => {
    const before = process.cpuUsage();
    for (const entry of stored) open(entry);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / stored.length;
  });
  console.log(`Opening ${what} of one citizen's record: ${median(rounds).toFixed(1)} µs of CPU.`);
}

const { busyMs, msIn } = await profileDashboards(dashboards);
const vaultMs = msIn((url) => url.includes('/kit/vault/'), 'with-calls');
console.log(`One dashboard: ${vaultMs.toFixed(2)} ms in the vault of ${busyMs.toFixed(2)} ms of CPU.`);
process.exit();
