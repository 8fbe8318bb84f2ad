/** Plain mongoose code. With MONGODB_URI it runs against any MongoDB, without against the embedded one. */
import { describe, expect, it } from '@jest/globals';
import { errorOf } from './support/database.ts';
import { databaseWithOffices } from './support/offices.ts';

const { database, models } = databaseWithOffices();

describe('indexes', () => {
  it('are listed with their options and can be dropped', async () => {
    const { Application } = models();
    const names = (await Application.collection.indexes()).map(({ name }) => name);
    expect(names).toEqual(['_id_', 'status_1_at_-1__id_-1', 'owner_1_fee_1']);
    const extra = await Application.collection.createIndex({ fee: 1 }, { sparse: true });
    expect(await Application.collection.createIndex({ fee: 1 }, { sparse: true })).toBe(extra);
    expect(await errorOf(Application.collection.createIndex({ fee: 1 }, { name: extra, unique: true }))).toMatchObject({
      code: 86,
    });
    await Application.collection.dropIndex(extra);
    expect(await errorOf(Application.collection.dropIndex(extra))).toMatchObject({ code: 27 });
  });

  it('cannot be made unique over duplicates', async () => {
    const twins = database.db.collection('twins');
    await twins.insertMany([{ n: 1 }, { n: 1 }]);
    expect(await errorOf(twins.createIndex({ n: 1 }, { unique: true }))).toMatchObject({ code: 11000 });
    expect(await twins.indexes()).toHaveLength(1);
  });
});

describe('collections and databases', () => {
  it('are made, listed and dropped', async () => {
    await database.db.createCollection('made');
    expect(await errorOf(database.db.createCollection('made', {}))).toBeDefined();
    expect((await database.db.listCollections({ name: 'made' }).toArray()).map(({ name }) => name)).toEqual(['made']);
    expect(await database.db.collection('made').drop()).toBe(true);
    expect(await database.db.listCollections({ name: 'made' }).toArray()).toEqual([]);
  });
});
