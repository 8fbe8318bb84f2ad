/** Plain driver code. With MONGODB_URI it runs against any MongoDB, without against the embedded one. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from './support/database.ts';

const database = testDatabase();
type Keyed = { _id: string; k?: unknown };

/** What came of inserting documents with these keys one by one; `{}` has none. */
const inserting = async (collection: string, keys: readonly { k?: unknown }[]): Promise<unknown[]> => {
  const results: unknown[] = [];
  for (const [i, key] of keys.entries()) {
    try {
      await database.db.collection<Keyed>(collection).insertOne({ _id: `${collection}-${i}`, ...key });
      results.push('inserted');
    } catch (error) {
      const { code, keyPattern, keyValue } = error as { code: number; keyPattern: object; keyValue: object };
      expect({ code, keyPattern }).toEqual({ code: 11000, keyPattern: { k: 1 } });
      results.push(keyValue);
    }
  }
  return results;
};

beforeAll(async () => {
  await database.db.collection('whole').createIndex({ k: 1 }, { unique: true });
  await database.db.collection('sparse').createIndex({ k: 1 }, { unique: true, sparse: true });
});

describe('a unique index', () => {
  it('takes a missing key for null, and numbers for what they are worth', async () => {
    expect(await inserting('whole', [{}, { k: null }, { k: 1 }, { k: 1.5 }, { k: { x: 1 } }, { k: { x: 1 } }])).toEqual(
      ['inserted', { k: null }, 'inserted', 'inserted', 'inserted', { k: { x: 1 } }],
    );
  });

  it('that is sparse leaves missing keys out, but not null', async () => {
    expect(await inserting('sparse', [{}, {}, { k: null }, { k: null }])).toEqual([
      'inserted',
      'inserted',
      'inserted',
      { k: null },
    ]);
  });

  it('holds for every element of an array, and names the one that is taken', async () => {
    await database.db.collection('sparse').deleteMany({});
    expect(await inserting('sparse', [{ k: [7, 7] }, { k: [8, 7] }, { k: [8, 9] }, { k: 9 }])).toEqual([
      'inserted',
      { k: 7 },
      'inserted',
      { k: 9 },
    ]);
  });

  it('lets go of a key that is changed or deleted', async () => {
    const whole = database.db.collection<Keyed>('whole');
    await whole.deleteMany({});
    await whole.insertMany([
      { _id: 'a', k: 1 },
      { _id: 'b', k: 2 },
    ]);
    await whole.updateOne({ _id: 'a' }, { $set: { k: 3 } });
    await whole.deleteOne({ _id: 'b' });
    expect(await inserting('whole', [{ k: 1 }, { k: 2 }, { k: 3 }])).toEqual(['inserted', 'inserted', { k: 3 }]);
  });
});
