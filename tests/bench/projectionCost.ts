import { type ChildProcess, fork } from 'node:child_process';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from '#kit/mongo.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { fixSetting } from '#kit/setting.ts';
import { publicKeyFrom, signRequest } from '#kit/signature.ts';
import { newDevelopmentKeys } from '#kit/vault/keyRing.ts';
import { clientOperation } from '../../schema/clientOperations.ts';
import { startEmbeddedDatabase } from '../../scripts/database.ts';
import { seedDatabases } from '../../scripts/seedDatabases.ts';
import { startTestPlatform } from '../support/platform.ts';
import { costOfRunning, startAgencyInWay, valuesOpened, type Way, ways } from './measure/agencyInWays.ts';
import { median, percentile } from './measure/statistics.ts';

/**
 * What an agency's part of the citizen's dashboard costs it, in CPU of its process: with every sealed value opened; with those
 * opened that are read; and with only the fields of this operation fetched from the database besides. And how much of it running
 * the operation takes. The ways take short turns, each in a process of its own. Three minutes on a quiet machine, and only there
 * do they tell a few per cent apart: `npx tsx tests/bench/projectionCost.ts`.
 */
const [rounds, dashboards, warmUp] = [40, 10, 100];
const citizen = principalOf('food-seller');
const file = fileURLToPath(import.meta.url);

interface Running {
  readonly url: string;
  readonly child: ChildProcess;
}

const [, , name, way, gatewayKey] = process.argv;
if (name && way && gatewayKey) await serveInWay(name, way as Way, gatewayKey);
else await measureAll();

/** In a process of its own: serves, and tells its CPU whenever it is asked. */
async function serveInWay(agency: string, itsWay: Way, key: string): Promise<void> {
  const { url } = await startAgencyInWay(agency, itsWay, publicKeyFrom(key));
  process.on('message', () => process.send?.(cpuOfThisProcess()));
  process.on('disconnect', () => process.exit());
  process.send?.(url);
}

async function measureAll(): Promise<void> {
  fixSetting('VAULT_KEYS', newDevelopmentKeys());
  fixSetting('LOG_LEVEL', 'silent');
  const folder = mkdtempSync(join(tmpdir(), 'mpp-projection-'));
  const database = await startEmbeddedDatabase(folder, 'process');
  fixSetting('MONGODB_URI', database.uri);
  const databaseOf = (agency: string) => ({ uri: database.uri, database: `mpp_${agency.replaceAll('-', '_')}` });
  await seedDatabases({ citizens: 30, now: new Date(), databaseOf, tell: () => {} });
  const asked = await whatTheGatewayAsks((agency) => connect(databaseOf(agency)));
  for (const agency of ['identity', 'civil-records']) await measure(agency, asked.get(agency) ?? []);
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}

/** The bodies of the calls of one dashboard, by agency. */
async function whatTheGatewayAsks(
  connectTo: NonNullable<Parameters<typeof startTestPlatform>[1]>['connect'],
): Promise<Map<string, string[]>> {
  const agencies = fileURLToPath(new URL('../../subgraphs', import.meta.url));
  const platform = await startTestPlatform({}, { folder: agencies, connect: connectTo });
  const agencyAt = new Map([...platform.agencyUrls].map(([agency, url]) => [new URL(url).origin, agency]));
  const found = new Map<string, string[]>();
  subscribe('undici:request:create', (message) => {
    const { request } = message as { request: { origin: string | URL; body: unknown } };
    const agency = agencyAt.get(new URL(request.origin).origin);
    if (agency) found.set(agency, [...(found.get(agency) ?? []), String(request.body)]);
  });
  const { errors } = await platform.ask(clientOperation('CitizenDashboard').document, { as: 'food-seller' });
  if (errors[0]) throw new Error(errors[0].message);
  await platform.stop();
  return found;
}

async function measure(agency: string, bodies: readonly string[]): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const running = await Promise.all(ways.map((itsWay) => start(agency, itsWay, key)));
  const ask = (url: string) => Promise.all(bodies.map((body) => askOnce(agency, url, body, privateKey)));
  const answers = await Promise.all(running.map(({ url }) => ask(url)));
  if (new Set(answers.map((answer) => JSON.stringify(answer))).size !== 1)
    throw new Error('The ways answer differently.');
  for (const { url } of running) for (let time = 0; time < warmUp; time++) await ask(url);

  const costs = new Map<Way, number[]>(ways.map((itsWay) => [itsWay, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [index, { url, child }] of running.entries()) {
      const before = await cpuOf(child);
      for (let time = 0; time < dashboards; time++) await ask(url);
      costs.get(ways[index] as Way)?.push(((await cpuOf(child)) - before) / dashboards);
    }
  }
  for (const { child } of running) child.disconnect();
  await report(agency, costs, bodies);
}

/** The cheapest tenth of the turns counts: what others do on the machine makes turns dearer, and never cheaper. */
function undisturbed(turns: readonly number[]): number {
  return percentile(turns, 0.1);
}

async function report(
  agency: string,
  costs: ReadonlyMap<Way, readonly number[]>,
  bodies: readonly string[],
): Promise<void> {
  const now = undisturbed(costs.get('opened when read') ?? []);
  for (const [itsWay, turns] of costs) {
    const opened = await valuesOpened(agency, itsWay, citizen, bodies);
    const [cost, usual] = [undisturbed(turns), median(turns)].map((one) => one.toFixed(0));
    const ratio = (undisturbed(turns) / now).toFixed(3);
    console.log(
      `${agency}, ${itsWay}: ${opened} values, ${cost} µs of CPU a dashboard (median ${usual}), ratio ${ratio}`,
    );
  }
  const running = await costOfRunning(agency, citizen, bodies, 1_000);
  console.log(`${agency}, running without reads: ${running.toFixed(0)} µs, ${((100 * running) / now).toFixed(1)} %`);
}

async function start(agency: string, itsWay: Way, key: string): Promise<Running> {
  const child = fork(file, [agency, itsWay, key], { execArgv: ['--import', 'tsx'] });
  const [url] = (await once(child, 'message')) as [string];
  return { url, child };
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('how much?');
  const [cpu] = (await once(child, 'message')) as [number];
  return cpu;
}

function cpuOfThisProcess(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

async function askOnce(agency: string, url: string, body: string, key: KeyObject): Promise<unknown> {
  const identity = { principal: citizen, requestId: 'bench' };
  const headers = signRequest(key, { agency, path: new URL(url).pathname, body, identity });
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const answer = (await response.json()) as { errors?: readonly { message: string }[] };
  if (answer.errors?.[0]) throw new Error(answer.errors[0].message);
  return answer;
}
