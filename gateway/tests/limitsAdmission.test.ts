import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { Admission } from '../admit/admission.ts';
import { CallerRates } from '../admit/callerRates.ts';
import { readCostRules } from '../admit/costRules.ts';
import { defaultQueryLimits, defaultRateLimits } from '../admit/limits.ts';
import { MemoryRateStore } from '../admit/rateLimit.ts';
import { bombs } from './support/bombs.ts';
import { contextOf } from './support/smallGraph.ts';

const rulesWith = (size: number) =>
  readCostRules(parse(`type Query { all: [Item] @listSize(assumedSize: ${size}) } type Item { id: ID }`));

function admission(): Admission {
  const rates = new CallerRates(new MemoryRateStore(), defaultRateLimits);
  return new Admission(defaultQueryLimits, rates, rulesWith(10));
}

const known = (text: string) => ({ text, document: parse(text) });
const bomb = bombs.plain?.(12) ?? '';

describe('admission', () => {
  it('goes by the costs of the graph as it is now, also for what it let in before', async () => {
    const admitting = admission();
    const text = '{ all { id } }';
    const document = known(text);
    const costNow = async (read?: typeof document) => {
      const context = contextOf();
      await admitting.admit({ query: text }, read, context);
      return context.trail.cost?.value;
    };
    expect([await costNow(), await costNow(document)]).toEqual([10, 10]);
    admitting.useRules(rulesWith(20));
    expect([await costNow(), await costNow(document)]).toEqual([20, 20]);
    admitting.useRules(rulesWith(6_000));
    await expect(costNow()).rejects.toMatchObject({ extensions: { code: 'COST_LIMIT', value: 6_000 } });
    await expect(costNow(document)).rejects.toMatchObject({ extensions: { code: 'COST_LIMIT', value: 6_000 } });
  });

  it('refuses a document each time that it comes', async () => {
    const admitting = admission();
    for (const read of [undefined, known(bomb)]) {
      for (let times = 0; times < 2; times++) {
        const refused = admitting.admit({ query: bomb }, read, contextOf());
        await expect(refused).rejects.toMatchObject({ extensions: { code: 'EXPANSION_LIMIT' } });
      }
    }
  });

  it('looks at every operation of a document, and counts the cost of the one that is asked for', async () => {
    const query = 'query One { all { id } } query Two { a: all { id } b: all { id } }';
    const context = contextOf();
    await admission().admit({ query, operationName: 'Two' }, undefined, context);
    expect(context.trail.cost).toEqual({ value: 20, limit: 5_000 });
    const bombBeside = admission().admit(
      { query: `query Light { me { id } } ${bomb}`, operationName: 'Light' },
      undefined,
      contextOf(),
    );
    await expect(bombBeside).rejects.toMatchObject({ extensions: { code: 'EXPANSION_LIMIT' } });
  });

  it.each([
    ['no object', null],
    ['no document', {}],
    ['a document that is no text', { query: 7 }],
    ['a document that is no GraphQL', { query: '{ open' }],
    ['no operation of that name', { query: 'query One { all { id } }', operationName: 'Other' }],
    ['variables that are none', { query: '{ all { id } }', variables: 'x' }],
  ])('leaves it to Apollo Server to word what is wrong with %s', async (_what, body) => {
    await expect(admission().admit(body, undefined, contextOf())).resolves.toBeUndefined();
  });
});
