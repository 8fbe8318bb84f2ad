import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { contextOf, fairWeather, startSmallGateway } from './support/smallGraph.ts';
import { smallWorld } from './support/smallWorld.ts';

const trusted = '{ me { id name } }';
const mostPlans = 20;
let gateway: Awaited<ReturnType<typeof startSmallGateway>>['gateway'];
beforeAll(async () => {
  const scene = { world: smallWorld(), weather: fairWeather };
  const warm = [{ queryHash: trusted, document: parse(trusted) }];
  ({ gateway } = await startSmallGateway(scene, 'compiled', undefined, { warm, mostPlans }));
});

const ask = (text: string, variables = {}) =>
  gateway.operation({ queryHash: text, document: parse(text) }).execute(variables, contextOf());

describe('the plans that are kept', () => {
  it('are counted apart when nobody waited for them', async () => {
    expect([gateway.warmed.misses, gateway.counts.misses]).toEqual([1, 0]);
  });

  it('are bounded in all, whatever conditions a client makes up, and those in use stay', async () => {
    await ask(trusted);
    for (let n = 0; n < 12; n += 1) {
      for (const [a, b] of [
        [true, true],
        [true, false],
        [false, true],
      ]) {
        const text = `query Made${n}($a: Boolean!, $b: Boolean!) { me { id @include(if: $a) age @include(if: $b) } }`;
        const { data } = await ask(text, { a, b });
        expect(Object.keys(data?.me as object)).toHaveLength(Number(a) + Number(b));
        await ask(trusted);
      }
    }
    expect(gateway.plansKept).toBeLessThanOrEqual(mostPlans + 1);
    const { misses } = gateway.counts;
    await ask(trusted);
    expect(gateway.counts.misses).toBe(misses);
  });
});
