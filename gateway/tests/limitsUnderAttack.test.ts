import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultRateLimits } from '../admit/limits.ts';
import { type LoneGateway, startLoneGateway } from './support/loneGateway.ts';
import { mallBombs } from './support/mallBombs.ts';
import { attack, type Cost } from './support/underAttack.ts';

/**
 * The bars are 50 ms of CPU and 200 ms that another one waits: `npx tsx tests/bench/bombsAtTheDoor.ts` judges by them. Here a
 * loaded machine has some more, by the best of three tries.
 */
const mostCpuMs = 150;
const longestWaitMs = 400;
/** What is planned for the first time is compiled first. */
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
      for (let levels = 10; levels <= 30; levels += 1) {
        const cost = await bestOfThree((round) => attack(gateway, `${bomb(levels)} # ${round}`, authorization));
        expect(cost).toMatchObject({ status: 400, code: 'EXPANSION_LIMIT' });
        expect(cost.cpuMs).toBeLessThan(mostCpuMs);
        expect(cost.longestWaitMs).toBeLessThan(longestWaitMs);
      }
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * megabyte);
    });
  },
);

/** Tries again only where the machine was busy. */
async function bestOfThree(attempt: (round: number) => Promise<Cost>): Promise<Cost> {
  let best = await attempt(1);
  for (let round = 2; round <= 3 && (best.cpuMs >= mostCpuMs || best.longestWaitMs >= longestWaitMs); round += 1) {
    const next = await attempt(round);
    if (next.cpuMs <= best.cpuMs) best = next;
  }
  return best;
}

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
