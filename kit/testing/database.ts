import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import { connect } from '../mongo.ts';
import { setting } from '../setting.ts';

/**
 * Connects to a new, empty database on the server of the test run (`MONGODB_URI`, see tests/support). Drop it with
 * `dropAndClose` when the test file is done.
 */
export async function emptyDatabase(name: string): Promise<Connection> {
  const database = `test_${name.replaceAll('-', '_')}_${randomBytes(6).toString('hex')}`;
  return connect({ uri: setting('MONGODB_URI', z.string()), database });
}

/** Removes a test's database and closes the connection to it. */
export async function dropAndClose(connection: Connection): Promise<void> {
  await connection.dropDatabase();
  await connection.close();
}
