/** Plain mongoose code. With MONGODB_URI it runs against any MongoDB, without against the embedded one. */
import { describe, expect, it } from '@jest/globals';
import { errorOf } from './support/database.ts';
import { databaseWithOffices } from './support/offices.ts';

const { models } = databaseWithOffices();

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
