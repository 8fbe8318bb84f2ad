import { beforeAll } from '@jest/globals';
import { errorOf, testDatabase } from './database.ts';

type Result = Record<string, unknown>;

/** What the tests of pipelines do with the sales. */
export type Sales = {
  readonly run: (...pipeline: object[]) => Promise<Result[]>;
  /** The value of one expression, computed for the document `a`. */
  readonly computed: (expression: unknown) => Promise<unknown>;
  readonly codeOf: (...pipeline: object[]) => Promise<unknown>;
};

export const soldAt = new Date('2026-03-04T05:06:07.008Z');

/** Four sales and two items, the data of every test of pipelines. */
export const databaseWithSales = (): Sales => {
  const database = testDatabase();
  beforeAll(async () => {
    await database.db.collection<{ _id: string }>('sales').insertMany([
      { _id: 'a', item: 'pen', price: 10, qty: 2, tags: ['blue', 'new'], at: soldAt },
      { _id: 'b', item: 'ink', price: 20, qty: 1, tags: ['blue'], at: new Date('2026-03-05T00:00:00Z') },
      { _id: 'c', item: 'pen', price: 5, qty: 10, tags: [] },
      { _id: 'd', item: 'cap', price: 7.5, qty: null },
    ] as never[]);
    await database.db.collection<{ _id: string }>('items').insertMany([
      { _id: 'pen', name: 'Pen', colours: ['red', 'blue'] },
      { _id: 'ink', name: 'Ink', colours: [] },
    ] as never[]);
  });
  const run = (...pipeline: object[]) => database.db.collection('sales').aggregate(pipeline).toArray();
  return {
    run,
    computed: async (expression) =>
      (await run({ $match: { _id: 'a' } }, { $project: { _id: 0, value: expression } }))[0]?.['value'],
    codeOf: async (...pipeline) => (await errorOf(run(...pipeline))).code,
  };
};
