/** The short form; `tsx embedded-mongo/tests/support/killLoop.ts --kills 100` is the long one. */
import { describe, expect, it } from '@jest/globals';
import { killLoop } from './support/killLoop.ts';

describe('a server that is killed under eight writers', () => {
  it.each(['full', 'process'] as const)(
    'loses no acknowledged write, tears none and keeps its indexes right with durability %s',
    async (durability) => {
      const report = await killLoop({ kills: 3, writers: 8, durability });
      expect(report).toMatchObject({ lost: [], torn: [], rebuilt: [] });
      expect(report.acknowledged).toBeGreaterThan(50);
    },
    120_000,
  );

  it('is caught when it answers before it has written', async () => {
    const report = await killLoop({ kills: 2, writers: 8, durability: 'full', acknowledgesEarly: true });
    expect(report.lost.length).toBeGreaterThan(0);
  }, 120_000);
});
