import { beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { setting } from '#kit/setting.ts';
import { agreement, plannerFault } from './support/agreement.ts';
import { type RandomOperation, randomOperation } from './support/randomOperation.ts';
import { type SmallPlatform, startSmallPlatform } from './support/smallPlatform.ts';

/** `FUZZ_OPERATIONS=10000 npm run jest -- gateway/tests/executor` is the long form. */
const operations = setting('FUZZ_OPERATIONS', z.coerce.number().int().default(600));

let small: SmallPlatform;
beforeAll(async () => {
  small = await startSmallPlatform();
});

describe('random operations', () => {
  it('answer what one server with the whole schema would answer', async () => {
    const wrong = await wrongOnes('all', (operation) => agreement.withMonolith(small, operation));
    expect(wrong).toEqual([]);
  }, 600_000);

  it('tell nothing wrong while agencies fail', async () => {
    const wrong = await wrongOnes('all', (operation, seed) => agreement.underFailures(small, operation, seed));
    expect(wrong).toEqual([]);
  }, 600_000);

  it('answer what the executor of @apollo/gateway answers, where it is right', async () => {
    const wrong = await wrongOnes('plain', (operation) => agreement.withApollo(small, operation), operations / 3);
    expect(wrong).toEqual([]);
  }, 600_000);
});

async function wrongOnes(
  kind: 'all' | 'plain',
  fault: (operation: RandomOperation, seed: number) => Promise<string | null>,
  count = operations,
): Promise<string[]> {
  const wrong: string[] = [];
  for (let seed = 1; seed <= count && wrong.length < 3; seed += 1) {
    const operation = randomOperation(small.api, seed, kind);
    const found = await fault(operation, seed).catch(faultOfOurs);
    if (found) wrong.push(`seed ${seed}: ${operation.text} ${JSON.stringify(operation.variables)}\n${found}`);
  }
  return wrong;
}

/** There are valid operations that the planner itself gives up on, whoever runs its plans. */
function faultOfOurs(error: unknown): string | null {
  const text = String(error instanceof Error ? error.stack : error);
  return plannerFault.test(text) ? null : text;
}
