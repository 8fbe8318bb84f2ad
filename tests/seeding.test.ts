import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { connect } from '#kit/mongo.ts';
import { setting } from '#kit/setting.ts';
import { agencyNames } from '../schema/agencies.ts';
import { type SeedOptions, seedDatabases } from '../scripts/seedDatabases.ts';

const databaseOf = (agency: string) => ({
  uri: setting('MONGODB_URI', z.string()),
  database: `test_seeding_${agency.replaceAll('-', '_')}`,
});
const folder = new URL('./seeding-agencies', import.meta.url).pathname;
const seed = (change: Partial<SeedOptions> = {}) =>
  seedDatabases({ citizens: 0, now: new Date(), databaseOf, tell: () => {}, folder, ...change });
const add = async (agency: string, collection: string) => {
  const connection = await connect(databaseOf(agency));
  await connection.collection(collection).insertOne({ written: 'by a citizen' });
  await connection.close();
};
const count = async (agency: string, collection: string) => {
  const connection = await connect(databaseOf(agency));
  const found = await connection.collection(collection).countDocuments({ written: 'by a citizen' });
  await connection.close();
  return found;
};
const announced = async () => {
  const connection = await connect(databaseOf('inbox'));
  const found = await connection.collection('announced').countDocuments();
  await connection.close();
  return found;
};

afterEach(async () => {
  for (const agency of agencyNames(folder)) {
    const connection = await connect(databaseOf(agency));
    await connection.dropDatabase();
    await connection.close();
  }
});

describe('seeding', () => {
  it('fills what is empty, and leaves what was added afterwards', async () => {
    expect(await seed()).toBe('FILLED_NOW');
    await add('office', 'later');
    expect(await seed()).toBe('FILLED_BEFORE');
    expect(await seed({ citizens: 5 })).toBe('OLD');
    expect(await count('office', 'later')).toBe(1);
  });

  it('touches nothing when a database holds data of somebody else', async () => {
    await add('office', 'letters');
    expect(await seed({ replace: 'ALL' })).toBe('NOT_A_SANDBOX');
    expect(await count('office', 'letters')).toBe(1);
  });

  it('fills one empty agency beside filled ones, unless it is the one that keeps the inbox', async () => {
    await seed();
    await add('inbox', 'later');
    for (const [agency, outcome] of [
      ['office', 'FILLED_NOW'],
      ['inbox', 'TORN'],
    ] as const) {
      const connection = await connect(databaseOf(agency));
      await connection.dropDatabase();
      await connection.close();
      expect(await seed()).toBe(outcome);
      expect(await count('inbox', 'later')).toBe(agency === 'office' ? 1 : 0);
      expect(await announced()).toBe(agency === 'office' ? 2 : 0);
    }
  });

  it('replaces what is old only when that was said', async () => {
    await seed();
    await add('office', 'later');
    expect(await seed({ citizens: 5, replace: 'OLD' })).toBe('FILLED_NOW');
    expect(await count('office', 'later')).toBe(0);
  });
});
