import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { dropAndClose, emptyDatabase } from '../../testing/database.ts';
import { keyUses, resealRows, rotate } from '../rotation.ts';
import type { Stored } from '../sealed.ts';
import type { StoredRow } from '../vault.ts';
import { aPerson, aVault, type Person, sealedPerson } from './aVault.ts';

type StoredPerson = Stored<typeof sealedPerson>;

const everybody = Array.from({ length: 23 }, (_, index) =>
  aPerson({ _id: `ctz-${String(index).padStart(2, '0')}`, name: `Contoh ${index}`, numbers: [`number ${index}`] }),
);
const before = aVault('identity', 'old');
/** Writes with the new key, reads with both. */
const during = aVault('identity', 'new', 'old');
const after = aVault('identity', 'new');

let connection: Connection;
const store = () => connection.collection<StoredRow>('people');
const stored = () => store().find().sort({ _id: 1 }).toArray() as Promise<object[]> as Promise<StoredPerson[]>;

beforeAll(async () => {
  connection = await emptyDatabase('rotation');
});
afterAll(() => dropAndClose(connection));
beforeEach(async () => {
  await connection.dropDatabase();
  await store().insertMany(everybody.map(before.of(sealedPerson).seal) as object[] as StoredRow[]);
});

/** Everybody by their name and by their number, as a process finds them that has both keys. */
async function foundByIndex(): Promise<Person[]> {
  const { lookUp, open } = during.of(sealedPerson);
  const found: Person[] = [];
  for (const { name, numbers } of everybody) {
    const wanted = { nameIndex: lookUp('nameIndex', [name]), numberIndex: lookUp('numberIndex', numbers) };
    const row = await store().findOne(wanted);
    if (row) found.push(open(row as object as StoredPerson));
  }
  return found;
}

describe('rotating the keys', () => {
  it('killed in the middle and started again, seals everything with the new key, and all is found at any time', async () => {
    const batches: number[] = [];
    const killedAfterThree = () => {
      if (batches.push(5) === 3) throw new Error('killed');
    };

    await expect(
      rotate(connection, during, [sealedPerson], { batchSize: 5, onBatch: killedAfterThree }),
    ).rejects.toThrow('killed');

    expect(await foundByIndex()).toEqual(everybody);
    expect((await keyUses(connection, during, [sealedPerson])).get('old')).toBeGreaterThan(0);

    const further: number[] = [];
    const changed = await rotate(connection, during, [sealedPerson], {
      batchSize: 5,
      onBatch: (_collection, records) => further.push(records),
    });

    // Two batches were noted down; the third was written but not noted, so it is looked at again and left as it is.
    expect(further).toEqual([5, 5, 3]);
    expect(changed).toBe(8);
    expect(await foundByIndex()).toEqual(everybody);
    expect((await stored()).map(after.of(sealedPerson).open)).toEqual(everybody);
    expect([...(await keyUses(connection, during, [sealedPerson])).keys()]).toEqual(['new']);
  });

  it('a second time changes nothing', async () => {
    await rotate(connection, during, [sealedPerson]);
    const first = await stored();

    expect(await rotate(connection, during, [sealedPerson])).toBe(0);
    expect(await stored()).toEqual(first);
  });

  it('to a third key starts from the beginning', async () => {
    await rotate(connection, during, [sealedPerson]);

    expect(await rotate(connection, aVault('identity', 'newest', 'new'), [sealedPerson])).toBe(everybody.length);
  });

  it('keeps what somebody changed meanwhile, with the old key or the new one', async () => {
    const read = (await stored()) as object[] as StoredRow[];
    const [first, second] = everybody.map((person) => ({ ...person, name: `${person.name} Baru` }));
    if (!first || !second) throw new Error('Nobody is there.');
    const written = [before.of(sealedPerson).seal(first), during.of(sealedPerson).seal(second)];
    for (const { _id, name, nameIndex } of written) await store().updateOne({ _id }, { $set: { name, nameIndex } });

    await resealRows(connection, during.of(sealedPerson), 'people', read);

    const opened = (await stored()).map(after.of(sealedPerson).open);
    expect(opened).toEqual([first, second, ...everybody.slice(2)]);
    expect((await store().findOne({ _id: first._id }))?.['nameIndex']).toBe(
      after.of(sealedPerson).seal(first).nameIndex,
    );
  });
});
