/** Plain mongoose code. With MONGODB_URI it runs against any MongoDB, without against the embedded one. */
import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { testDatabase } from './support/database.ts';
import { modelOf } from './support/offices.ts';

const { Schema } = mongoose;
const database = testDatabase();
type Thing = { _id: string; labels?: unknown; file?: Buffer; key?: unknown; big?: bigint; amount?: unknown };

describe('the types of values', () => {
  it('come back as they were stored', async () => {
    const { Long, Decimal128, UUID, Double, ObjectId, Int32 } = mongoose.mongo;
    const types = database.db.collection<{ _id: string }>('types');
    const document = {
      _id: 'types',
      long: Long.fromString('9007199254740993'),
      decimal: Decimal128.fromString('10.50'),
      uuid: new UUID('123e4567-e89b-42d3-a456-426614174000'),
      bytes: Buffer.from([1, 2, 3]),
      date: new Date(-1),
      id: new ObjectId('65f000000000000000000001'),
      double: new Double(1),
      int: new Int32(1),
      nested: { list: [1, 'two', null, { three: 3 }] },
      none: null,
    };
    await types.insertOne(document);
    const found = await types.findOne({ _id: 'types' }, { promoteValues: false, promoteLongs: false });
    expect(found).toMatchObject({
      long: document.long,
      decimal: document.decimal,
      double: new Double(1),
      int: new Int32(1),
      id: document.id,
    });
    const plain = await types.findOne<typeof document>({ _id: 'types' }, { promoteBuffers: true, useBigInt64: true });
    expect(plain?.long).toBe(9007199254740993n);
    expect(plain).toMatchObject({
      bytes: Buffer.from([1, 2, 3]),
      date: new Date(-1),
      nested: document.nested,
      none: null,
    });
    await types.updateOne({ _id: 'types' }, { $set: { other: true } });
    expect(
      await types.findOne({
        _id: 'types',
        double: { $type: 'double' },
        int: { $type: 'int' },
        long: { $type: 'long' },
      }),
    ).not.toBeNull();
  });

  it('are equal across number types, and decimals by value', async () => {
    const { Decimal128 } = mongoose.mongo;
    const prices = database.db.collection('prices');
    await prices.insertOne({ price: Decimal128.fromString('10.50') });
    expect(await prices.countDocuments({ price: Decimal128.fromString('10.5') })).toBe(1);
    expect(await prices.countDocuments({ price: { $gt: 10, $lt: 11 } })).toBe(1);
  });

  it('work through mongoose as Map, Buffer, UUID, BigInt and Decimal128', async () => {
    const schema = new Schema({
      _id: String,
      labels: { type: Map, of: Number },
      file: Buffer,
      key: Schema.Types.UUID,
      big: BigInt,
      amount: Schema.Types.Decimal128,
    });
    const Thing = modelOf<Thing>(database, 'Thing', schema);
    await Thing.create({
      _id: 't',
      labels: { a: 1 },
      file: Buffer.from('x'),
      key: '123e4567-e89b-42d3-a456-426614174000',
      big: 2n ** 60n,
      amount: '1.25',
    });
    const found = await Thing.findOne({
      big: 2n ** 60n,
      amount: mongoose.Types.Decimal128.fromString('1.25'),
    }).orFail();
    expect((found.get('labels') as Map<string, number>).get('a')).toBe(1);
    expect(found.get('big')).toBe(2n ** 60n);
    expect(String(found.get('key'))).toBe('123e4567-e89b-42d3-a456-426614174000');
    (found.get('labels') as Map<string, number>).set('b', 2);
    await found.save();
    expect((await Thing.findById('t').lean())?.['labels']).toEqual({ a: 1, b: 2 });
  });
});
