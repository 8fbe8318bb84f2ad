/** Plain mongoose code. With MONGODB_URI it runs against any MongoDB, without against the embedded one. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import mongoose, { type Model } from 'mongoose';
import { errorOf, testDatabase } from './support/database.ts';

const { Schema } = mongoose;
const database = testDatabase();

const officeSchema = new Schema({ _id: String, city: String }, { versionKey: false });
const applicationSchema = new Schema(
  {
    _id: String,
    owner: String,
    status: String,
    at: Date,
    fee: Number,
    tags: { type: [String], default: undefined },
    office: { type: String, ref: 'Office' },
    steps: { type: [{ _id: false, name: String, done: Boolean, minutes: Number }], default: undefined },
    notes: { type: Map, of: String },
  },
  { timestamps: true, optimisticConcurrency: true },
);
applicationSchema.index({ status: 1, at: -1, _id: -1 });
applicationSchema.index(
  { owner: 1, fee: 1 },
  { unique: true, partialFilterExpression: { owner: { $exists: true }, fee: { $exists: true } } },
);

type Office = { _id: string; city?: string };
type Application = {
  _id: string;
  owner?: string;
  status?: string;
  at?: Date;
  fee?: number;
  tags?: string[];
  office?: string;
  steps?: { name?: string; done?: boolean; minutes?: number }[];
  createdAt?: Date;
};

type Thing = { _id: string; labels?: unknown; file?: Buffer; key?: unknown; big?: bigint; amount?: unknown };

const modelOf = <T>(name: string, schema: unknown): Model<T> =>
  (database.connection.models[name] ?? database.connection.model(name, schema as never)) as unknown as Model<T>;

const models = () => ({
  Office: modelOf<Office>('Office', officeSchema),
  Application: modelOf<Application>('Application', applicationSchema),
});

beforeAll(async () => {
  const { Application, Office } = models();
  await Application.createIndexes();
  await Office.insertMany([
    { _id: 'sby', city: 'Surabaya' },
    { _id: 'mlg', city: 'Malang' },
  ]);
});

describe('creating documents', () => {
  it('stores what was created, with timestamps', async () => {
    const { Application } = models();
    const before = Date.now();
    await Application.create({ _id: 'created', owner: 'a', status: 'DRAFT', at: new Date(5) });
    const found = await Application.findById('created').lean();
    expect(found).toMatchObject({ _id: 'created', owner: 'a', status: 'DRAFT', at: new Date(5), __v: 0 });
    expect(found?.createdAt?.getTime()).toBeGreaterThanOrEqual(before);
  });

  it('tells which key is taken', async () => {
    const { Application } = models();
    await Application.create({ _id: 'first', owner: 'unique', fee: 7 });
    const byId = await errorOf(Application.create({ _id: 'first', owner: 'x' }));
    expect(byId).toMatchObject({ code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 'first' } });
    const byIndex = await errorOf(Application.create({ _id: 'second', owner: 'unique', fee: 7 }));
    expect(byIndex).toMatchObject({
      code: 11000,
      keyPattern: { owner: 1, fee: 1 },
      keyValue: { owner: 'unique', fee: 7 },
    });
  });

  it('inserts the documents around a duplicate when order does not matter', async () => {
    const { Application } = models();
    const documents = ['many-1', 'many-2', 'many-1', 'many-3'].map((_id) => ({ _id, status: 'MANY' }));
    const error = await errorOf(Application.collection.insertMany(documents as never[], { ordered: false }));
    expect(error).toMatchObject({ code: 11000 });
    expect(error['writeErrors']).toHaveLength(1);
    expect(await Application.countDocuments({ status: 'MANY' })).toBe(3);
  });

  it('stops at a duplicate when order matters', async () => {
    const { Application } = models();
    const documents = ['stop-1', 'stop-1', 'stop-2'].map((_id) => ({ _id, status: 'STOP' }));
    await errorOf(Application.collection.insertMany(documents as never[]));
    expect(await Application.countDocuments({ status: 'STOP' })).toBe(1);
  });
});

describe('changing documents', () => {
  it('upserts once and updates afterwards', async () => {
    const { Application } = models();
    const change = () =>
      Application.findOneAndUpdate(
        { _id: 'upserted' },
        { $inc: { fee: 5 }, $setOnInsert: { status: 'NEW' } },
        { upsert: true, returnDocument: 'after' },
      ).lean();
    expect(await change()).toMatchObject({ _id: 'upserted', fee: 5, status: 'NEW' });
    expect(await change()).toMatchObject({ fee: 10 });
  });

  it('gives back the document as it was', async () => {
    const { Application } = models();
    await Application.create({ _id: 'before', fee: 1 });
    expect(
      await Application.findOneAndUpdate({ _id: 'before' }, { fee: 2 }, { returnDocument: 'before' }).lean(),
    ).toMatchObject({ fee: 1 });
    expect(await Application.findOneAndDelete({ _id: 'before' }).lean()).toMatchObject({ fee: 2 });
    expect(await Application.findById('before').lean()).toBeNull();
  });

  it('changes the elements an array filter chooses', async () => {
    const { Application } = models();
    await Application.create({
      _id: 'steps',
      steps: [
        { name: 'check', done: true, minutes: 5 },
        { name: 'sign', done: false, minutes: 1 },
        { name: 'print', done: false, minutes: 2 },
      ],
    });
    const result = await Application.updateOne(
      { _id: 'steps' },
      { $set: { 'steps.$[open].done': true }, $inc: { 'steps.$[].minutes': 10 } },
      { arrayFilters: [{ 'open.done': false, 'open.name': { $ne: 'print' } }] },
    );
    expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    const found = await Application.findById('steps').lean();
    expect(found?.['steps']).toEqual([
      { name: 'check', done: true, minutes: 15 },
      { name: 'sign', done: true, minutes: 11 },
      { name: 'print', done: false, minutes: 12 },
    ]);
  });

  it('changes the element the query matched', async () => {
    const { Application } = models();
    await Application.create({ _id: 'positional', steps: [{ name: 'a' }, { name: 'b' }] });
    await Application.updateOne({ _id: 'positional', 'steps.name': 'b' }, { $set: { 'steps.$.minutes': 3 } });
    const found = await Application.findById('positional').lean();
    expect(found?.['steps']).toEqual([{ name: 'a' }, { name: 'b', minutes: 3 }]);
  });

  it('lets only one of two conditional updates win', async () => {
    const { Application } = models();
    await Application.create({ _id: 'race', fee: 0 });
    const results = await Promise.all(
      Array.from({ length: 10 }, () => Application.updateOne({ _id: 'race', fee: 0 }, { $inc: { fee: 1 } })),
    );
    expect(results.reduce((sum, { modifiedCount }) => sum + modifiedCount, 0)).toBe(1);
  });

  it('refuses to save a document somebody else has changed', async () => {
    const { Application } = models();
    await Application.create({ _id: 'versions', fee: 1 });
    const [mine, theirs] = [
      await Application.findById('versions').orFail(),
      await Application.findById('versions').orFail(),
    ];
    theirs.set('fee', 2);
    await theirs.save();
    mine.set('fee', 3);
    expect(await errorOf(mine.save())).toMatchObject({ name: 'VersionError' });
  });

  it('does several kinds of writes in one bulk', async () => {
    const { Application } = models();
    const result = await Application.bulkWrite([
      { insertOne: { document: { _id: 'bulk-1', status: 'BULK', fee: 1 } } },
      { insertOne: { document: { _id: 'bulk-2', status: 'BULK', fee: 2 } } },
      { updateMany: { filter: { status: 'BULK' }, update: { $mul: { fee: 10 } } } },
      { updateOne: { filter: { _id: 'bulk-3' }, update: { $set: { status: 'BULK' } }, upsert: true } },
      { deleteOne: { filter: { _id: 'bulk-1' } } },
    ]);
    expect(result).toMatchObject({ insertedCount: 2, modifiedCount: 2, deletedCount: 1, upsertedCount: 1 });
    const rest = await Application.find({ status: 'BULK' }).sort({ _id: 1 }).lean();
    expect(rest.map(({ _id, fee }) => [_id, fee])).toEqual([
      ['bulk-2', 20],
      ['bulk-3', undefined],
    ]);
  });
});

describe('reading documents', () => {
  beforeAll(async () => {
    const { Application } = models();
    await Application.insertMany(
      Array.from({ length: 250 }, (_, i) => ({
        _id: `read-${String(i).padStart(3, '0')}`,
        owner: `owner-${i % 5}`,
        status: 'READ',
        at: new Date(Math.floor(i / 3) * 1000),
        tags: i % 2 ? ['odd', `t${i % 10}`] : ['even'],
        office: i % 2 ? 'sby' : 'mlg',
      })),
    );
  });

  it('shows only what a projection names', async () => {
    const { Application } = models();
    expect(await Application.findById('read-001', { owner: 1, _id: 0 }).lean()).toEqual({ owner: 'owner-1' });
    const without = await Application.findById('read-001').select('-owner -tags').lean();
    expect(Object.keys(without ?? {})).not.toContain('owner');
    expect(without).toHaveProperty('office', 'sby');
  });

  it('walks through keyset pages without gaps or repeats', async () => {
    const { Application } = models();
    const seen: string[] = [];
    let after: { at: Date; id: string } | undefined;
    for (let page = 0; page < 20; page += 1) {
      const filter = after
        ? { status: 'READ', at: { $lte: after.at }, $or: [{ at: { $lt: after.at } }, { _id: { $lt: after.id } }] }
        : { status: 'READ' };
      const found = await Application.find(filter).sort({ at: -1, _id: -1 }).limit(20).lean();
      seen.push(...found.map(({ _id }) => String(_id)));
      const last = found.at(-1);
      if (!last || found.length < 20) break;
      after = { at: last['at'] as Date, id: String(last._id) };
    }
    expect(seen).toHaveLength(250);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
  });

  it('reads a cursor batch by batch', async () => {
    const { Application } = models();
    const ids: string[] = [];
    for await (const { _id } of Application.find({ status: 'READ' }).sort({ _id: 1 }).lean().cursor({ batchSize: 7 }))
      ids.push(String(_id));
    expect(ids).toHaveLength(250);
    expect(ids[249]).toBe('read-249');
  });

  it('fills in references', async () => {
    const { Application } = models();
    const found = await Application.findById('read-001').populate('office').lean();
    expect(found?.['office']).toEqual({ _id: 'sby', city: 'Surabaya' });
  });

  it('counts and lists distinct values', async () => {
    const { Application } = models();
    expect(await Application.countDocuments({ status: 'READ', tags: 'odd' })).toBe(125);
    expect((await Application.distinct('tags', { status: 'READ', _id: { $lte: 'read-003' } })).sort()).toEqual([
      'even',
      'odd',
      't1',
      't3',
    ]);
    expect(await Application.exists({ status: 'NOWHERE' })).toBeNull();
  });

  it('groups and sorts in a pipeline', async () => {
    const { Application } = models();
    const result = await Application.aggregate([
      { $match: { status: 'READ' } },
      { $group: { _id: '$owner', n: { $sum: 1 }, last: { $max: '$at' } } },
      { $sort: { _id: 1 } },
      { $limit: 2 },
    ]);
    expect(result).toEqual([
      { _id: 'owner-0', n: 50, last: new Date(81_000) },
      { _id: 'owner-1', n: 50, last: new Date(82_000) },
    ]);
  });

  it('finds nothing in a collection that does not exist', async () => {
    expect(await database.db.collection('nowhere').find().toArray()).toEqual([]);
    expect(await database.db.collection('nowhere').countDocuments()).toBe(0);
  });
});

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
    const Thing = modelOf<Thing>('Thing', schema);
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
