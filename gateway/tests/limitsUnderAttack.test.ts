import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultRateLimits } from '../admit/limits.ts';
import { type LoneGateway, startLoneGateway } from './support/loneGateway.ts';
import { mallBombs } from './support/mallBombs.ts';
import { attack } from './support/underAttack.ts';

/** Figures are printed by `npx tsx tests/bench/bombsAtTheDoor.ts`; here the bounds only tell linear work from doubling. */
const farFromDoubling = 2_000;
const megabyte = 1_000_000;

let gateway: LoneGateway;
let authorization: string;
beforeAll(async () => {
  gateway = await startLoneGateway({ rateLimits: { ...defaultRateLimits, addressPerMinute: 1_000_000 } });
  authorization = `Bearer ${await gateway.issuer.tokenFor({ kind: 'citizen', id: 'ctz-attacker', scopes: [] })}`;
}, 90_000);
afterAll(() => gateway.stop());

describe.each(Object.entries(mallBombs))(
  'fragments that are spread twice, %s, at the gateway (A6, V2)',
  (_form, bomb) => {
    it('are refused from ten levels on, while somebody else is answered', async () => {
      const before = process.memoryUsage().heapUsed;
      for (const levels of [10, 11, 15, 20, 25, 30]) {
        const cost = await attack(gateway, bomb(levels), authorization);
        expect(cost).toMatchObject({ status: 400, code: 'EXPANSION_LIMIT' });
        expect(cost.cpuMs).toBeLessThan(farFromDoubling);
        expect(cost.longestWaitMs).toBeLessThan(farFromDoubling);
      }
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * megabyte);
    });
  },
);

describe('what the limits let in (V3, V4)', () => {
  const heaviest = (bomb: (levels: number) => string) => async () => {
    for (let levels = 9; levels > 0; levels -= 1) {
      const cost = await attack(gateway, bomb(levels), authorization);
      if (cost.status === 200) return cost;
      expect(cost.code).toMatch(/_LIMIT$/);
    }
    throw new Error('Nothing was let in.');
  };

  it.each(Object.entries(mallBombs))('is planned and answered, while somebody else is: %s', async (_form, bomb) => {
    const cost = await heaviest(bomb)();
    expect(cost.cpuMs).toBeLessThan(farFromDoubling);
    expect(cost.longestWaitMs).toBeLessThan(farFromDoubling);
  });
});
