import mongoose, { type Connection, type Model } from 'mongoose';
import { z } from 'zod';
import './endedSockets.ts';
import { setting, settingPrefix } from './setting.ts';

/**
 * The rows that one command brings: a server's first answer ends after 101 rows unless it is told, and the others would take a
 * second command. No answer is larger than 16 MB in any case.
 */
const inOneBatch = 100_000;

// Said here, for every model, so that no loader can forget it; a cursor that reads on for long says otherwise.
mongoose.plugin((schema) => {
  schema.pre('find', function () {
    if (this.getOptions().batchSize === undefined) this.setOptions({ batchSize: inOneBatch });
  });
});

/** The models of one agency, by name. */
export type Models = Readonly<Record<string, Model<never>>>;

/**
 * The address of an agency's own database: `<AGENCY>_MONGODB_URI` when given, else the database named like the agency
 * on `MONGODB_URI`.
 */
export function agencyDatabase(agency: string): { uri: string; database: string } {
  const own = setting(`${settingPrefix(agency)}_MONGODB_URI`, z.string().optional());
  const prefix = setting('MONGODB_DATABASE_PREFIX', z.string().default('mpp_'));
  return { uri: own ?? setting('MONGODB_URI', z.string()), database: prefix + agency.replaceAll('-', '_') };
}

/**
 * Connects to one database, with every write acknowledged by the majority and journalled, and every read from the
 * primary: said here, so that no server's default decides whether an acknowledged application can be lost.
 *
 * @param isWatched whether somebody listens to the commands, such as a trace or a test: the driver then reads every
 *   answer twice, once for whoever listens
 */
export async function connect(
  address: { uri: string; database: string },
  { isWatched = true }: { readonly isWatched?: boolean } = {},
): Promise<Connection> {
  const connection = mongoose.createConnection(address.uri, {
    dbName: address.database,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    serverSelectionTimeoutMS: 5_000,
    maxPoolSize: 20,
    readPreference: 'primary',
    writeConcern: { w: 'majority', journal: true },
    monitorCommands: isWatched,
  });
  return connection.asPromise();
}

/** Whether a write failed because its id, or another unique key, is there already. */
export function isAlreadyThere(error: unknown): boolean {
  return (error as { code?: unknown }).code === 11000;
}

/** Whether the store itself, or the way to it, failed: what was asked may be asked again. */
export function isOfTheStore(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoError || error instanceof mongoose.Error;
}

/** What a database answers that ends, starts, or has just handed its office to another one, by the numbers of MongoDB. */
const changingOver: readonly unknown[] = [6, 7, 64, 89, 91, 189, 262, 9001, 10058, 10107, 11600, 11602, 13435, 13436];

const { mongo } = mongoose;
const awayErrors = [
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoClientClosedError,
  mongo.MongoOperationTimeoutError,
  mongoose.Error.MongooseServerSelectionError,
];
/** Of the driver's pool of connections; it exports no class of theirs. */
const awayNames = ['MongoPoolClosedError', 'MongoWaitQueueTimeoutError'];
/** Of a connection that the other side has just ended: what Node says of it the driver passes on as it is. */
const endedCodes: readonly unknown[] = ['EPIPE', 'ECONNRESET'];

/**
 * Whether the store could not be reached, or could not decide: the same may succeed in a moment, and whether it was written is
 * not known. A pool that was cleared is a fault of the network too.
 */
export function isStoreAway(error: unknown): boolean {
  if (awayErrors.some((kind) => error instanceof kind)) return true;
  const { name = '', code } = (error ?? {}) as { name?: string; code?: unknown };
  if (endedCodes.includes(code)) return true;
  if (!isOfTheStore(error)) return false;
  return awayNames.includes(name) || changingOver.includes(code);
}

/** Writes the documents that are not there yet; each is written whole or not at all, in any order. */
export async function insertNew<Row>(
  model: { readonly collection: { insertMany(rows: never[], options: { ordered: boolean }): Promise<unknown> } },
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  try {
    await model.collection.insertMany(rows as never[], { ordered: false });
  } catch (error) {
    const failures = (error as { writeErrors?: readonly unknown[] }).writeErrors ?? [];
    if (failures.length === 0 || !failures.every(isAlreadyThere)) throw error;
  }
}

/** Makes every index that the models of a connection declare. Run once at start, before the first request. */
export async function ensureIndexes(connection: Connection): Promise<void> {
  for (const name of connection.modelNames()) {
    const model = connection.model(name);
    await model.createCollection();
    await model.createIndexes();
  }
}
