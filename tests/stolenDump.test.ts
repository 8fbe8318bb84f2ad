import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import { createLog } from '#kit/log.ts';
import type { PersonaSlug } from '#kit/sandbox/cast.ts';
import { createPopulation, type SyntheticHousehold } from '#kit/sandbox/population.ts';
import { fixSetting, setting } from '#kit/setting.ts';
import { dropAndClose, emptyDatabase } from '#kit/testing/database.ts';
import { keyRingOf } from '#kit/vault/keyRing.ts';
import { createVault } from '#kit/vault/vault.ts';
import { agencyNames } from '../schema/agencies.ts';
import { clientOperations } from '../schema/clientOperations.ts';
import { malls } from '../subgraphs/mall/data/malls.ts';
import { type StoredTaxpayer, sealedTaxpayer } from '../subgraphs/tax/model.ts';
import { searchFolder, searchFor, spellingsOf } from './support/canaries.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';
import { connectToSeeded } from './support/seeded.ts';

/** The folder of the embedded database; empty on a MongoDB, whose files are out of reach. */
const folder = setting('TEST_DATA_DIRECTORY', z.string().default(''));
const canary = 'Kanari Rahasia No. 4711';

let platform: TestPlatform;
/** A database in which nothing is sealed. */
let unsealed: Connection;
let households: readonly SyntheticHousehold[];
let personal: string[];
const connections = new Map<string, Connection>();
const logged: string[] = [];

beforeAll(async () => {
  fixSetting('LOG_LEVEL', 'debug');
  jest.spyOn(process.stderr, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
  unsealed = await emptyDatabase('stolen-dump');
  for (const agency of agencyNames()) connections.set(agency, await connectToSeeded(agency));
  const mark = await connections.get('identity')?.collection('sandbox').findOne({});
  households = createPopulation(z.number().parse(mark?.['citizens']), z.date().parse(mark?.['at']));
  personal = [...valuesOf(households), ...(await taxNumbers())];
  platform = await startTestPlatform();
  await askAsEverybodyDoes();
}, 120_000);

afterAll(async () => {
  await platform.stop();
  await dropAndClose(unsealed);
  for (const connection of connections.values()) await connection.close();
  jest.restoreAllMocks();
});

describe('a stolen copy of all that is stored and logged', () => {
  it.each(agencyNames())('shows nobody in the documents of %s', async (agency) => {
    const { documents, bytes } = await dump(connections.get(agency));

    expect(documents).toBeGreaterThan(3);
    expect([...searchFor(personal)(bytes)]).toEqual([]);
  });

  it('shows nobody in the bytes of the data directory, but does show a planted canary', async () => {
    await unsealed.collection('people').insertOne({ name: canary });

    const found = folder === '' ? new Set([canary]) : lookThrough(folder);

    expect([...found]).toEqual([canary]);
  }, 120_000);

  it('shows nobody in the log lines, but does show a planted canary', () => {
    expect(logged.length).toBeGreaterThan(agencyNames().length);
    expect([...searchFor(personal)(Buffer.from(logged.join('\n')))]).toEqual([]);

    createLog('test').info({ name: canary });
    expect([...searchFor([canary])(Buffer.from(logged.join('\n')))]).toEqual([canary]);
  });

  it.each([...new Set(spellingsOf(canary))])('would show the canary spelled %s', async (spelling) => {
    await unsealed.dropDatabase();
    await unsealed.collection('people').insertOne({ deep: [{ note: `x${spelling}x` }] });

    const { bytes } = await dump(unsealed);

    expect([...searchFor([canary])(bytes)]).toEqual([canary]);
  });
});

/**
 * All that a search of the folder finds, in up to three turns. The store copies a page when it changes one, so that a
 * page may move, while other tests write, from where the search has yet to look to where it has looked already.
 */
function lookThrough(directory: string): Set<string> {
  const search = searchFor([...personal, canary]);
  const found = new Set<string>();
  for (let turn = 0; turn < 3 && !found.has(canary); turn++) {
    for (const text of searchFolder(directory, search)) found.add(text);
  }
  return found;
}

/** What must not be found: of everybody in the sandbox the numbers, the names and where they live. */
function valuesOf(people: readonly SyntheticHousehold[]): string[] {
  return people.flatMap(({ cardNumber, street, members }) => [
    cardNumber,
    // A real mall may stand at an address that the sandbox made up; those are public.
    ...(malls.some(({ address }) => address.includes(street)) ? [] : [street]),
    ...members.flatMap(({ nik, fullName }) => [nik, fullName]),
  ]);
}

/** Every number by which a taxpayer is known, and the addresses of their places of business. */
async function taxNumbers(): Promise<string[]> {
  const { open } = createVault('tax', keyRingOf('tax')).of(sealedTaxpayer);
  const stored = await connections.get('tax')?.collection('taxpayers').find().toArray();
  const taxpayers = ((stored ?? []) as object[] as StoredTaxpayer[]).map(open);
  expect(taxpayers.length).toBeGreaterThan(10);
  return taxpayers.flatMap(({ npwp, lookupNumbers, branches }) => [
    npwp,
    ...lookupNumbers,
    ...branches.flatMap(({ address }) => address ?? []),
  ]);
}

/** The clients' operations, and requests that name a person: right ones, wrong ones, and ones that nobody may make. */
async function askAsEverybodyDoes(): Promise<void> {
  const person = households[0]?.members[0];
  if (!person) throw new Error('The sandbox is empty.');
  const { nik, fullName } = person;
  const purpose = { 'x-purpose': 'a test of the log' };
  for (const { document, persona, variables } of clientOperations()) {
    const asPersona = persona ? { as: persona as PersonaSlug } : {};
    await platform.ask(document, { ...asPersona, variables: variables ?? {}, headers: purpose });
  }
  const byNumber = 'query ($nik: Nik!) { citizen(nik: $nik) { id fullName nik } }';
  const verification = 'query ($input: VerifyIdentityInput!) { verifyIdentity(input: $input) { matched } }';
  for (const as of ['officer-identity', 'officer-tax', 'food-seller'] as const) {
    await platform.ask(byNumber, { as, variables: { nik }, headers: purpose });
    await platform.ask(byNumber, { as, variables: { nik: `${nik} ${fullName}` }, headers: purpose });
    // A purpose is written down as it is said (ADR 0014), so that this one names nobody.
    await platform.ask(verification, { as, variables: { input: { nik, fullName, purpose: 'a test of the log' } } });
    await platform.ask(`{ citizen(nik: "${nik}") { ${fullName.replace(' ', '')} } }`, { as });
    await platform.ask('query ($npwp: Npwp!) { taxpayer(npwp: $npwp) { id name } }', { as, variables: { npwp: nik } });
  }
  await platform.stopAgency('tax');
  await platform.ask('{ me { fullName nik taxpayer { npwp } } }', { as: 'food-seller' });
}

/** Everything in a database, as the server gives it to whoever holds the connection. */
async function dump(connection: Connection | undefined): Promise<{ documents: number; bytes: Buffer }> {
  const texts: string[] = [];
  for (const { name } of (await connection?.listCollections()) ?? []) {
    const stored = await connection?.collection(name).find().toArray();
    texts.push(...(stored ?? []).map((document) => JSON.stringify(document)));
  }
  return { documents: texts.length, bytes: Buffer.from(texts.join('\n')) };
}
