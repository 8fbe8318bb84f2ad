import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import { connect } from '#kit/mongo.ts';
import { createPopulation, type SyntheticPerson } from '#kit/sandbox/population.ts';
import { fixSetting, setting } from '#kit/setting.ts';
import { keyRingOf } from '#kit/vault/keyRing.ts';
import { keyUses, rotate } from '#kit/vault/rotation.ts';
import { createVault } from '#kit/vault/vault.ts';
import { agencyNames, subgraphsFolder } from '../schema/agencies.ts';
import { loadAgency, seedDatabases } from '../scripts/seedDatabases.ts';
import { startTestPlatform } from './support/platform.ts';

const now = new Date();
const databaseOf = (agency: string) => ({
  uri: setting('MONGODB_URI', z.string()),
  database: `test_rotation_${agency.replaceAll('-', '_')}`,
});
/** Something sealed of every agency, and nothing that the time of day changes. */
const ownData = `{ me {
  fullName nik birthDate bloodType address { street rt } family { members { citizen { fullName birthDate } fatherName } }
  taxpayer { name npwp branches { name address } } businesses { name address } civilRecords { kind eventDate }
  consents { purpose } applications(first: 20) { edges { node { id timeline { sequence note } pendingAction { title } } } }
} }`;
const connections = new Map<string, Connection>();
let person: SyntheticPerson | undefined;

beforeAll(async () => {
  useKeys('old');
  await seedDatabases({ citizens: 0, now, databaseOf, tell: () => {} });
  for (const agency of agencyNames()) connections.set(agency, await connect(databaseOf(agency)));
  person = createPopulation(0, now)[0]?.members.find(({ persona }) => persona === 'food-seller');
}, 120_000);

afterAll(async () => {
  for (const connection of connections.values()) {
    await connection.dropDatabase();
    await connection.close();
  }
});

describe('rotating the keys of all agencies', () => {
  let before: unknown;

  it('starts from a graph that answers', async () => {
    before = await answers();
    expect(before).toMatchObject({
      own: { me: { fullName: person?.fullName } },
      found: { fullName: person?.fullName },
    });
  }, 60_000);

  it('leaves every answer as it was, half-way, at the end, and without the old key', async () => {
    useKeys('new', 'old');
    for (const agency of agencyNames()) await expect(rotateAgency(agency, 1)).rejects.toThrow('killed');
    expect(await answers()).toEqual(before);

    for (const agency of agencyNames()) await rotateAgency(agency);
    expect(await answers()).toEqual(before);

    useKeys('new');
    expect(await answers()).toEqual(before);
  }, 120_000);

  it.each(agencyNames())(
    'leaves no value of %s under the old key, whether it was declared or forgotten',
    async (agency) => {
      useKeys('new', 'old');
      const { sealed = [] } = await loadAgency(agency);
      const connection = connections.get(agency);
      if (!connection) throw new Error('The agency is not connected.');

      expect([...(await keyUses(connection, createVault(agency, keyRingOf(agency)), sealed)).keys()]).toEqual(['new']);
      for (const { name } of await connection.listCollections()) {
        const stored = JSON.stringify(await connection.collection(name).find().toArray());
        expect({ name, old: /"v1\.old\.|"old\./.test(stored) }).toEqual({ name, old: false });
      }
    },
  );
});

function useKeys(current: string, ...others: readonly string[]): void {
  const keys = [current, ...others].map((kid) => [kid, Buffer.from(kid.padEnd(32, '-')).toString('base64')]);
  fixSetting('VAULT_KEYS', JSON.stringify({ current, keys: Object.fromEntries(keys) }));
}

/** @param killAfter after how many batches the process is taken to be killed */
async function rotateAgency(agency: string, killAfter = Number.POSITIVE_INFINITY): Promise<void> {
  const { sealed = [] } = await loadAgency(agency);
  const connection = connections.get(agency);
  if (!connection) throw new Error('The agency is not connected.');
  let batches = 0;
  await rotate(connection, createVault(agency, keyRingOf(agency)), sealed, {
    batchSize: 3,
    onBatch: () => {
      batches += 1;
      if (batches === killAfter) throw new Error('killed');
    },
  });
}

/** What a citizen, and an officer who knows a number, are told by agencies that start with the keys of now. */
async function answers(): Promise<unknown> {
  const agencies = { folder: subgraphsFolder, connect: (agency: string) => connect(databaseOf(agency)) };
  const platform = await startTestPlatform({}, agencies);
  try {
    const own = await platform.ask(ownData, { as: 'food-seller' });
    const found = await platform.ask(
      'query ($nik: Nik!) { citizen(nik: $nik) { fullName birthDate address { street } } }',
      {
        as: 'officer-identity',
        variables: { nik: person?.nik },
        headers: { 'x-purpose': 'a test', 'x-case': 'a test' },
      },
    );
    const taxpayer = await platform.ask('query ($npwp: Npwp!) { taxpayer(npwp: $npwp) { name npwp } }', {
      as: 'officer-tax',
      variables: { npwp: person?.nik },
      headers: { 'x-purpose': 'a test', 'x-case': 'a test' },
    });
    expect([...own.errors, ...found.errors, ...taxpayer.errors]).toEqual([]);
    return { own: own.data, found: found.data?.['citizen'], taxpayer: taxpayer.data };
  } finally {
    await platform.stop();
  }
}
