import type { Connection } from 'mongoose';
import { z } from 'zod';
import { connect } from '#kit/mongo.ts';
import { setting } from '#kit/setting.ts';

/** How many synthetic citizens the seeded databases of a test run hold beside the cast. */
export const seededCitizens = 30;

const longestWaitMs = 60_000;

/** The name of an agency's seeded database. Tests read it and change nothing in it. */
export function seededDatabase(agency: string): string {
  return `test_seeded_${agency.replaceAll('-', '_')}`;
}

/** Connects to an agency's seeded database, as soon as the seeds are in. @throws Error when they do not come */
export async function connectToSeeded(agency: string): Promise<Connection> {
  const connection = await connect({ uri: setting('MONGODB_URI', z.string()), database: seededDatabase(agency) });
  const deadline = Date.now() + longestWaitMs;
  while (!(await isSeeded(connection))) {
    if (Date.now() > deadline) throw new Error(`The sandbox data of ${agency} did not come within a minute.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return connection;
}

async function isSeeded(connection: Connection): Promise<boolean> {
  return (await connection.collection('sandbox').findOne({ filled: true })) !== null;
}
