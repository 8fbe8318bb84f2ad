import { mkdtempSync, rmSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#kit/mongo.ts';
import { createPopulation } from '#kit/sandbox/population.ts';
import { fixSetting } from '#kit/setting.ts';
import { keyRingFrom, newDevelopmentKeys } from '#kit/vault/keyRing.ts';
import { createVault } from '#kit/vault/vault.ts';
import { clientOperation } from '../../schema/clientOperations.ts';
import { startEmbeddedDatabase } from '../../scripts/database.ts';
import { seedDatabases } from '../../scripts/seedDatabases.ts';
import { sealedEntry } from '../../subgraphs/identity/model.ts';
import { registerEntriesOf } from '../../subgraphs/identity/sandbox/register.ts';
import { startTestPlatform } from '../support/platform.ts';

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
const rounds = Array.from({ length: 9 }, () => {
  const before = process.cpuUsage();
  for (const entry of stored) register.open(entry);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / stored.length;
}).sort((one, other) => one - other);
console.log(`Opening one citizen's record (${sealedEntry.paths.length} fields): ${rounds[4]?.toFixed(1)} µs of CPU.`);

fixSetting('VAULT_KEYS', keys);
fixSetting('LOG_LEVEL', 'silent');
const folder = mkdtempSync(join(tmpdir(), 'mpp-vault-'));
const database = await startEmbeddedDatabase(folder, 'process');
const databaseOf = (agency: string) => ({ uri: database.uri, database: `mpp_${agency.replaceAll('-', '_')}` });
await seedDatabases({ citizens: 30, now, databaseOf, tell: () => {} });
const subgraphs = new URL('../../subgraphs', import.meta.url).pathname;
const platform = await startTestPlatform({}, { folder: subgraphs, connect: (agency) => connect(databaseOf(agency)) });
const ask = async () => {
  const { errors } = await platform.ask(clientOperation('CitizenDashboard').document, { as: 'food-seller' });
  if (errors.length > 0) throw new Error(errors[0]?.message);
};
for (let warmUp = 0; warmUp < 50; warmUp++) await ask();

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.start');
for (let asked = 0; asked < dashboards; asked++) await ask();
const { profile } = await session.post('Profiler.stop');

const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
const isIn = (id: number | undefined, test: (url: string, name: string) => boolean): boolean => {
  const frame = id === undefined ? undefined : nodes.get(id)?.callFrame;
  return frame !== undefined && (test(frame.url, frame.functionName) || isIn(parents.get(id ?? 0), test));
};
const share = { busy: 0, vault: 0 };
for (const [index, id] of (profile.samples ?? []).entries()) {
  const time = profile.timeDeltas?.[index] ?? 0;
  if (isIn(id, (_url, name) => name === '(idle)')) continue;
  share.busy += time;
  if (isIn(id, (url) => url.includes('/kit/vault/'))) share.vault += time;
}
const perDashboard = (time: number) => (time / dashboards / 1_000).toFixed(2);
console.log(`One dashboard: ${perDashboard(share.vault)} ms in the vault of ${perDashboard(share.busy)} ms of CPU.`);

await platform.stop();
await database.stop();
rmSync(folder, { recursive: true, force: true });
process.exit();
