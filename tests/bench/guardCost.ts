import { profileDashboards } from './measure/profiledDashboards.ts';

/**
 * What access rules and signatures cost, at the gateway and at the agencies together: their share of the CPU of one
 * dashboard. About a minute: `npx tsx tests/bench/guardCost.ts`.
 */
const dashboards = 200;
const { busyMs, msIn } = await profileDashboards(dashboards);

const guards = {
  'signatures, made and verified': msIn((url) => /\/kit\/sign(ature|edTogether)\.ts/.test(url), 'with-calls'),
  'access rules at the gateway': msIn((url) => /\/gateway\/access\//.test(url), 'with-calls'),
  // A rule calls the resolver that it guards, whose time is not its own.
  'access rules at the agencies': msIn((url) => /\/kit\/access\.ts/.test(url), 'alone'),
};
for (const [what, ms] of Object.entries(guards)) console.log(`${what}: ${ms.toFixed(3)} ms`);
const all = Object.values(guards).reduce((sum, ms) => sum + ms, 0);
const share = (100 * all) / (busyMs - all);
console.log(`One dashboard: ${busyMs.toFixed(2)} ms of CPU, to which they add ${share.toFixed(1)} %.`);
process.exit();
