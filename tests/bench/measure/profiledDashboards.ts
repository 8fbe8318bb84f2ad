import { mkdtempSync, rmSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#kit/mongo.ts';
import { fixSetting } from '#kit/setting.ts';
import { newDevelopmentKeys } from '#kit/vault/keyRing.ts';
import { clientOperation } from '../../../schema/clientOperations.ts';
import { startEmbeddedDatabase } from '../../../scripts/database.ts';
import { seedDatabases } from '../../../scripts/seedDatabases.ts';
import { startTestPlatform } from '../../support/platform.ts';

/** Where the CPU of some dashboards went; gateway, agencies and client run in one process. */
export interface ProfiledDashboards {
  /** Milliseconds of CPU for one dashboard. */
  readonly busyMs: number;
  /** Milliseconds for one dashboard in functions of these files, with or without what they call. */
  msIn(isMeant: (url: string) => boolean, what: 'with-calls' | 'alone'): number;
}

/** Asks the citizen's dashboard often, under the profiler, on the embedded database with a sandbox of 30 citizens. */
export async function profileDashboards(count: number): Promise<ProfiledDashboards> {
  fixSetting('VAULT_KEYS', newDevelopmentKeys());
  fixSetting('LOG_LEVEL', 'silent');
  const folder = mkdtempSync(join(tmpdir(), 'mpp-profile-'));
  const database = await startEmbeddedDatabase(folder, 'process');
  const databaseOf = (agency: string) => ({ uri: database.uri, database: `mpp_${agency.replaceAll('-', '_')}` });
  await seedDatabases({ citizens: 30, now: new Date(), databaseOf, tell: () => {} });
  const subgraphs = new URL('../../../subgraphs', import.meta.url).pathname;
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
  for (let asked = 0; asked < count; asked++) await ask();
  const { profile } = await session.post('Profiler.stop');
  await platform.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });

  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const frame = (id: number | undefined) => (id === undefined ? undefined : nodes.get(id)?.callFrame);
  const isBelow = (id: number | undefined, isMeant: (url: string) => boolean): boolean => {
    const here = frame(id);
    return here !== undefined && (isMeant(here.url) || isBelow(parents.get(id ?? 0), isMeant));
  };
  const perDashboard = (isCounted: (id: number) => boolean): number => {
    const deltas = (profile.samples ?? []).map((id, index) => (isCounted(id) ? (profile.timeDeltas?.[index] ?? 0) : 0));
    return deltas.reduce((sum, delta) => sum + delta, 0) / count / 1_000;
  };
  return {
    busyMs: perDashboard((id) => frame(id)?.functionName !== '(idle)'),
    msIn: (isMeant, what) =>
      perDashboard((id) => (what === 'alone' ? isMeant(frame(id)?.url ?? '') : isBelow(id, isMeant))),
  };
}
