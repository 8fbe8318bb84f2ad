import { describe, expect, it } from '@jest/globals';
import { databaseWithRows } from './support/rows.ts';

const { database, rows } = databaseWithRows();

describe('explain', () => {
  it('shows the index and how much was looked at', async () => {
    const explained = await rows()
      .find({ n: { $gte: 990 } })
      .sort({ n: -1 })
      .explain('executionStats');
    expect(explained).toMatchObject({
      queryPlanner: {
        winningPlan: { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: 'n_1', direction: 'backward' } },
      },
      executionStats: { nReturned: 10, totalKeysExamined: 10, totalDocsExamined: 10 },
    });
  });

  it('shows a scan and a sort in memory', async () => {
    const explained = await rows().find({ text: 'x' }).sort({ text: 1 }).explain('executionStats');
    expect(explained).toMatchObject({
      queryPlanner: { winningPlan: { stage: 'SORT', inputStage: { stage: 'COLLSCAN' } } },
      executionStats: { nReturned: 0, totalDocsExamined: 1000 },
    });
  });

  it('does not run a write', async () => {
    const update = { update: 'rows', updates: [{ q: { _id: 'r0000' }, u: { $set: { n: -1 } } }] };
    expect(await database.db.command({ explain: update })).toMatchObject({ executionStats: { nReturned: 1 } });
    expect(await rows().findOne({ _id: 'r0000' })).toMatchObject({ n: 0 });
  });
});
