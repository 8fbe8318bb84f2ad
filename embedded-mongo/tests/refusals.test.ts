import { beforeAll, describe, expect, it } from '@jest/globals';
import { startEmbeddedMongo } from '../server.ts';
import { errorOf, testDatabase } from './support/database.ts';
import { inDirectory } from './support/store.ts';

const database = testDatabase({ onlyEmbedded: true });

beforeAll(async () => {
  await database.db.collection('c').insertOne({ a: 1 });
});

const command = (body: object) => errorOf(database.db.command(body as Record<string, unknown>));
const aggregate = (stage: object) => command({ aggregate: 'c', pipeline: [stage], cursor: {} });
const find = (filter: object, more: object = {}) => command({ find: 'c', filter, ...more });
const index = (key: object, more: object = {}) =>
  command({ createIndexes: 'c', indexes: [{ key, name: 'x', ...more }] });

describe('a feature this server does not have', () => {
  it.each<[string, number, RegExp, () => ReturnType<typeof command>]>([
    ['$where', 115, /\$where/, () => find({ $where: 'true' })],
    ['$text', 115, /\$text/, () => find({ $text: { $search: 'x' } })],
    ['$jsonSchema', 115, /\$jsonSchema/, () => find({ $jsonSchema: {} })],
    ['$near', 115, /\$near/, () => find({ a: { $near: [0, 0] } })],
    ['$geoWithin', 115, /\$geoWithin/, () => find({ a: { $geoWithin: {} } })],
    ['bit queries', 115, /\$bitsAllSet/, () => find({ a: { $bitsAllSet: 1 } })],
    ['$all with $elemMatch', 115, /\$elemMatch/, () => find({ a: { $all: [{ $elemMatch: {} }] } })],
    ['PCRE syntax', 115, /\(\?i/, () => find({ a: { $regex: '(?i)x' } })],
    ['the option x of patterns', 115, /option x/, () => find({ a: { $regex: 'a', $options: 'x' } })],
    ['a collation', 115, /collation/, () => find({}, { collation: { locale: 'id' } })],
    ['a tailable cursor', 115, /tailable/, () => find({}, { tailable: true })],
    ['min and max', 115, /min/, () => find({}, { min: { a: 1 } })],
    ['returnKey', 115, /returnKey/, () => find({}, { returnKey: true })],
    ['showRecordId', 115, /showRecordId/, () => find({}, { showRecordId: true })],
    ['variables of a command', 115, /let/, () => find({}, { let: { x: 1 } })],
    ['$natural', 115, /\$natural/, () => find({}, { sort: { $natural: 1 } })],
    ['a hint of $natural', 115, /\$natural/, () => find({}, { hint: { $natural: 1 } })],
    ['$meta', 2, /\$meta/, () => find({}, { projection: { score: { $meta: 'textScore' } } })],
    ['the positional projection', 2, /positional/, () => find({ a: 1 }, { projection: { 'a.$': 1 } })],
    ['a snapshot', 246, /snapshot/, () => find({}, { readConcern: { level: 'snapshot' } })],
    ['a text index', 67, /text/, () => index({ a: 'text' })],
    ['a geo index', 67, /2dsphere/, () => index({ a: '2dsphere' })],
    ['a hashed index', 67, /hashed/, () => index({ a: 'hashed' })],
    ['a wildcard index', 67, /wildcard/, () => index({ 'a.$**': 1 })],
    ['an index with a collation', 67, /collation/, () => index({ a: 1 }, { collation: { locale: 'id' } })],
    ['a capped collection', 115, /capped/, () => command({ create: 'x', capped: true, size: 100 })],
    ['a time series', 115, /timeseries/, () => command({ create: 'x', timeseries: { timeField: 't' } })],
    ['a view', 115, /viewOn/, () => command({ create: 'x', viewOn: 'c', pipeline: [] })],
    ['a validator', 115, /validator/, () => command({ create: 'x', validator: {} })],
    ['a transaction', 263, /transaction/, () => command({ find: 'c', startTransaction: true, autocommit: false })],
    ['commitTransaction', 115, /commitTransaction/, () => command({ commitTransaction: 1 })],
    ['authentication', 115, /saslStart/, () => command({ saslStart: 1 })],
    ['mapReduce', 115, /mapReduce/, () => command({ mapReduce: 'c' })],
    ['collMod', 115, /collMod/, () => command({ collMod: 'c' })],
    ['renameCollection', 115, /renameCollection/, () => command({ renameCollection: 'a.b', to: 'a.c' })],
    ['the command bulkWrite', 115, /bulkWrite/, () => command({ bulkWrite: 1 })],
    [
      'an update by pipeline',
      115,
      /pipeline/,
      () => errorOf(database.db.collection('c').findOneAndUpdate({}, [{ $set: { a: 1 } }])),
    ],
    ['an aggregation on a database', 115, /database/, () => command({ aggregate: 1, pipeline: [], cursor: {} })],
    ['$lookup with a pipeline', 115, /\$lookup/, () => aggregate({ $lookup: { from: 'c', pipeline: [], as: 'x' } })],
    ['$function', 168, /\$function/, () => aggregate({ $project: { x: { $function: {} } } })],
    ['$accumulator', 15952, /\$accumulator/, () => aggregate({ $group: { _id: null, x: { $accumulator: {} } } })],
    ['$regexMatch', 168, /\$regexMatch/, () => aggregate({ $project: { x: { $regexMatch: {} } } })],
    [
      'a date format',
      18536,
      /%G/,
      () => aggregate({ $project: { x: { $dateToString: { date: new Date(), format: '%G' } } } }),
    ],
    [
      'a time zone abbreviation',
      40485,
      /WIB/,
      () => aggregate({ $project: { x: { $hour: { date: new Date(), timezone: 'WIB' } } } }),
    ],
    [
      'the average of decimals',
      14,
      /decimals/,
      async () => {
        const { Decimal128 } = (await import('mongoose')).default.mongo;
        return aggregate({ $project: { x: { $avg: [Decimal128.fromString('1')] } } });
      },
    ],
    [
      'the sum of decimals with doubles',
      14,
      /decimals/,
      async () => {
        const { Decimal128 } = (await import('mongoose')).default.mongo;
        return aggregate({ $project: { x: { $sum: [Decimal128.fromString('1'), 0.5] } } });
      },
    ],
  ])('%s is refused by name', async (_name, code, text, work) => {
    const error = await work();
    expect(error.code).toBe(code);
    expect(error.message).toMatch(text);
  });

  it.each([
    '$bucket',
    '$changeStream',
    '$collStats',
    '$geoNear',
    '$graphLookup',
    '$merge',
    '$out',
    '$redact',
    '$sample',
    '$search',
    '$setWindowFields',
    '$sortByCount',
    '$unionWith',
  ])('the pipeline stage %s is refused by name', async (stage) => {
    const error = await aggregate({ [stage]: {} });
    expect(error.code).toBe(115);
    expect(error.message).toContain(stage);
  });
});

describe('what no MongoDB knows', () => {
  it.each<[string, number, object]>([
    ['a command', 59, { fly: 1 }],
    ['a field of find', 40415, { find: 'c', filtre: {} }],
    ['a field of insert', 40415, { insert: 'c', documents: [{ a: 1 }], upsert: true }],
    ['a field of an update', 40415, { update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } }, many: true }] }],
    ['a field of a write concern', 40415, { insert: 'c', documents: [{ a: 1 }], writeConcern: { x: 1 } }],
    ['an index option', 197, { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'x', uniq: true }] }],
    ['a write concern of two members', 100, { insert: 'c', documents: [{ a: 1 }], writeConcern: { w: 2 } }],
    ['a read concern', 9, { find: 'c', readConcern: { level: 'psychic' } }],
  ])('%s is refused', async (_name, code, body) => {
    const error = await command(body);
    const [writeError] = (error['writeErrors'] as { code: number }[] | undefined) ?? [];
    expect(writeError?.code ?? error.code).toBe(code);
  });

  it('a document that MongoDB would not store is refused', async () => {
    const c = database.db.collection('c');
    expect(await errorOf(c.insertOne({ _id: [1] } as never))).toMatchObject({ code: 53 });
    expect(await errorOf(c.insertOne({ $a: 1 }))).toMatchObject({ code: 52 });
    expect(await errorOf(c.insertOne({ a: [1], b: [1] }).then(() => c.createIndex({ a: 1, b: 1 })))).toMatchObject({
      code: 171,
    });
    await c.deleteMany({ a: [1] });
  });
});

describe('the server', () => {
  it('does not start in production', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    try {
      await inDirectory(async (dataDirectory) => {
        await expect(startEmbeddedMongo({ dataDirectory })).rejects.toThrow(/MONGODB_URI/);
      });
    } finally {
      process.env['NODE_ENV'] = before;
    }
  });
});
