import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import mongoose, { type Connection, type mongo } from 'mongoose';
import { type EmbeddedMongo, startEmbeddedMongo } from '../../server.ts';

/** A MongoDB for the tests of one file. */
export type TestDatabase = {
  readonly connection: Connection;
  readonly db: mongo.Db;
  readonly uri: string;
};

type Options = {
  /** Start the embedded database even if MONGODB_URI names a real one: for tests of what only it does. */
  readonly onlyEmbedded?: boolean;
};

/** Connects before the tests of a file, to MONGODB_URI or to an embedded database, and tidies up after them. */
export const testDatabase = ({ onlyEmbedded = false }: Options = {}): TestDatabase => {
  const state: { server?: EmbeddedMongo; directory?: string; connection?: Connection; uri?: string } = {};
  beforeAll(async () => {
    const given = onlyEmbedded ? undefined : process.env['MONGODB_URI'];
    if (given === undefined) {
      state.directory = mkdtempSync(join(tmpdir(), 'embedded-mongo-'));
      state.server = await startEmbeddedMongo({ dataDirectory: state.directory, durability: 'process' });
    }
    state.uri = given ?? state.server?.uri ?? '';
    const dbName = `conformance-${randomBytes(4).toString('hex')}`;
    state.connection = await mongoose.createConnection(state.uri, { dbName, autoIndex: false }).asPromise();
  });
  afterAll(async () => {
    await state.connection?.dropDatabase();
    await state.connection?.close();
    await state.server?.stop();
    if (state.directory) rmSync(state.directory, { recursive: true, force: true });
  });
  const connection = (): Connection => {
    if (!state.connection) throw new Error('The database is only there inside tests');
    return state.connection;
  };
  return {
    get connection() {
      return connection();
    },
    get db() {
      const { db } = connection();
      if (!db) throw new Error('Not connected');
      return db;
    },
    get uri() {
      return state.uri ?? '';
    },
  };
};

/** What a promise was rejected with, as MongoDB's error. */
export const errorOf = async (work: Promise<unknown>): Promise<mongo.MongoServerError> => {
  try {
    await work;
  } catch (error) {
    return error as mongo.MongoServerError;
  }
  throw new Error('Nothing was refused');
};
