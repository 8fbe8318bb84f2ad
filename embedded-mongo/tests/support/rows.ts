import { beforeAll } from '@jest/globals';
import type { mongo } from 'mongoose';
import { type TestDatabase, testDatabase } from './database.ts';

export type Row = { _id: string; n: number; text?: string };

/** An embedded database with the collection `rows`: a thousand documents numbered by `n`, which has an index. */
export const databaseWithRows = (): { database: TestDatabase; rows: () => mongo.Collection<Row> } => {
  const database = testDatabase({ onlyEmbedded: true });
  const rows = () => database.db.collection<Row>('rows');
  beforeAll(async () => {
    await rows().insertMany(Array.from({ length: 1000 }, (_, n) => ({ _id: `r${String(n).padStart(4, '0')}`, n })));
    await rows().createIndex({ n: 1 });
  });
  return { database, rows };
};
