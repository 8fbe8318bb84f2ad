import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import { connect } from '#kit/mongo.ts';
import { setting } from '#kit/setting.ts';
import { agencyNames } from '../schema/agencies.ts';
import { clientOperation } from '../schema/clientOperations.ts';
import { verifyAccessLogs } from '../scripts/auditAccessLogs.ts';
import { seedDatabases } from '../scripts/seedDatabases.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';
import { nodesAt, valueAt } from './support/reading.ts';

const databaseOf = (agency: string) => ({
  uri: setting('MONGODB_URI', z.string()),
  database: `test_access_log_${agency.replaceAll('-', '_')}`,
});
const officer = {
  kind: 'officer',
  id: 'off-tax-who-reads',
  agency: 'tax',
  region: '35.10',
  scopes: ['identity:read', 'tax:read', 'tax:returns'],
} as const;
const purpose = 'Pemeriksaan SPT';
const lookUp =
  'query ($nik: Nik!) { citizen(nik: $nik) { fullName address { street } taxpayer { name returns { status } } } }';
const ownLog =
  '{ me { accessLog(first: 30) { edges { node { at agency { subgraph } holder { subgraph } actorRole fields purpose legalBasis } } } } }';

const connections = new Map<string, Connection>();
let platform: TestPlatform;
let nik: string;

beforeAll(async () => {
  await seedDatabases({ citizens: 0, now: new Date(), databaseOf, tell: () => {} });
  const open = async (agency: string) => {
    const connection = await connect(databaseOf(agency));
    connections.set(agency, connection);
    return connection;
  };
  platform = await startTestPlatform({}, { connect: open, citizensView: 'mall' });
  nik = String(valueAt((await platform.ask('{ me { nik } }', { as: 'food-seller' })).data, 'me.nik'));
}, 120_000);

afterAll(async () => {
  await platform.stop();
  for (const agency of agencyNames()) {
    const connection = await connect(databaseOf(agency));
    await connection.dropDatabase();
    await connection.close();
  }
});

describe('an officer who reads about a citizen through the gateway', () => {
  it('shows in the own log of the citizen within seconds, once for each register, with role, fields and purpose', async () => {
    const before = (await accessLog()).length;
    const { data, errors } = await read();
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ citizen: { fullName: 'Sari Contohwati', taxpayer: { name: expect.any(String) } } });

    const told = await untilTold(before + 2);
    const common = { agency: { subgraph: 'tax' }, actorRole: 'officer', purpose, legalBasis: 'PUBLIC_TASK' };
    expect(told).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...common,
          holder: { subgraph: 'identity' },
          fields: ['Address.street', 'Citizen.address', 'Citizen.fullName'],
        }),
        expect.objectContaining({
          ...common,
          holder: { subgraph: 'tax' },
          fields: ['Citizen.taxpayer', 'TaxReturn.status', 'Taxpayer.name', 'Taxpayer.returns'],
        }),
      ]),
    );
    expect(JSON.stringify(told)).not.toContain(officer.id);
  }, 30_000);

  it('shows to nobody else', async () => {
    const { data } = await platform.ask(ownLog, { as: 'nurse' });
    expect(nodesAt(data, 'me.accessLog').filter((entry) => entry.purpose === purpose)).toEqual([]);
  });

  it('gets no data while the log of an agency cannot be written', async () => {
    const insert = jest
      .spyOn(modelOf('tax').collection, 'insertOne')
      .mockRejectedValue(new Error('the disk is full') as never);
    try {
      const { data, errors } = await read();
      expect(data).toMatchObject({ citizen: { fullName: 'Sari Contohwati', taxpayer: null } });
      expect(errors).toEqual([
        expect.objectContaining({ extensions: expect.objectContaining({ code: 'AUDIT_UNAVAILABLE', agency: 'tax' }) }),
      ]);
    } finally {
      insert.mockRestore();
    }
    expect((await read()).errors).toBeUndefined();
  });
});

describe('a citizen who takes a copy of everything', () => {
  it('finds it in the own access log, in case it was somebody else who did', async () => {
    // The mall keeps the view and tells itself too, once its own address is known.
    await platform.stopAgency('mall');
    await platform.startAgency('mall');
    await platform.ask('{ me { export { madeAt } } }', { as: 'widow' });
    const deadline = Date.now() + 10_000;
    for (;;) {
      const { data } = await platform.ask(ownLog, { as: 'widow' });
      const own = nodesAt(data, 'me.accessLog').find(({ fields }) => String(fields) === 'Citizen.export');
      if (own || Date.now() > deadline) {
        expect(own).toMatchObject({ actorRole: 'citizen', holder: { subgraph: 'mall' } });
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }, 30_000);
});

describe('the dashboard of a citizen', () => {
  it('costs no command for the log, and leaves nothing in it', async () => {
    await untilAllIsTold();
    const entries = await countEntries();
    const commands: string[] = [];
    for (const connection of connections.values()) {
      connection.getClient().on('commandStarted', ({ commandName }) => void commands.push(commandName));
    }
    const { errors } = await platform.ask(clientOperation('CitizenDashboard').document, { as: 'food-seller' });
    expect(errors).toEqual([]);
    expect([...new Set(commands)].sort()).toEqual(['aggregate', 'find']);
    expect(await countEntries()).toEqual(entries);
  });
});

describe('what agencies tell of their logs', () => {
  it('is not taken from somebody without the key of an agency', async () => {
    const url = new URL('/access-log/announcements', platform.agencyUrls.get('mall'));
    const headers = { 'content-type': 'application/json', 'x-mpp-agency': 'tax', 'x-mpp-agency-signature': 'AAAA' };
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ agency: 'tax', batches: [] }),
    });
    expect(response.status).toBe(401);
  });

  it('is told after a restart of the agency that was away, and only once', async () => {
    await untilAllIsTold();
    const before = (await accessLog()).length;
    await platform.stopAgency('tax');
    await platform.startAgency('tax');
    await read();
    await untilTold(before + 2);
    await platform.stopAgency('tax');
    await platform.startAgency('tax');
    await untilAllIsTold();
    expect((await accessLog()).length).toBe(before + 2);
  }, 30_000);
});

describe('the auditor', () => {
  it('finds every chain whole, and then an entry that was changed', async () => {
    const lines: string[] = [];
    const audit = {
      agencies: agencyNames(),
      databaseOf,
      witnesses: [databaseOf('mall')],
      keys: platform.accessLogKeys,
      tell: (line: string) => void lines.push(line),
    };
    expect(await verifyAccessLogs(audit)).toBe(true);
    expect(await verifyAccessLogs({ ...audit, keys: new Map() })).toBe(false);
    const chain = modelOf('identity').collection;
    await chain.updateOne({ _id: 1 as never }, { $set: { 'entries.0.actor.id': 'off-somebody-else' } });
    expect(await verifyAccessLogs(audit)).toBe(false);
    expect(lines).toContainEqual(expect.stringContaining('identity: CHANGED at batch 1, entry 1'));
  });
});

async function read() {
  const authorization = `Bearer ${await platform.issuer.tokenFor(officer)}`;
  const body = JSON.stringify({ query: lookUp, variables: { nik } });
  const response = await platform.post(body, { authorization, 'x-purpose': purpose, 'x-case': 'SPT-2026-9001' });
  return (await response.json()) as { data?: unknown; errors?: readonly unknown[] };
}

async function accessLog() {
  return nodesAt((await platform.ask(ownLog, { as: 'food-seller' })).data, 'me.accessLog');
}

async function untilTold(count: number) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const entries = await accessLog();
    if (entries.length >= count) return entries;
    if (Date.now() > deadline) throw new Error(`Only ${entries.length} of ${count} entries came within ten seconds.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Until the mall has a receipt for every batch of every agency. */
async function untilAllIsTold(): Promise<void> {
  const receipts = connections.get('mall')?.model('AccessLogReceipt');
  const deadline = Date.now() + 10_000;
  for (;;) {
    const written = (await countEntries()).reduce((sum, count) => sum + count, 0);
    const told = (await receipts?.countDocuments({})) ?? 0;
    if (written === told) return;
    if (Date.now() > deadline) throw new Error(`Only ${told} of ${written} batches were told within ten seconds.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function modelOf(agency: string) {
  const connection = connections.get(agency);
  if (!connection) throw new Error(`There is no connection of ${agency}.`);
  return connection.model('AccessBatch');
}

async function countEntries(): Promise<number[]> {
  return Promise.all(agencyNames().map((agency) => modelOf(agency).countDocuments({})));
}
