import { beforeAll, describe, expect, it } from '@jest/globals';
import { type ExecutionResult, parse, validate } from 'graphql';
import { z } from 'zod';
import { setting } from '#kit/setting.ts';
import { NoAnswer } from '../call/noAnswer.ts';
import { isNode } from '../call/node.ts';
import { fuzz, wordsOf } from './support/fuzz.ts';
import type { Weather } from './support/smallGraph.ts';
import { type SmallPlatform, startSmallPlatform } from './support/smallPlatform.ts';

/** The first seed of the random operations, and how many there are; `npm run fuzz` takes others. */
const firstSeed = setting('FUZZ_SEED', z.coerce.number().int().default(1));
const count = setting('FUZZ_OPERATIONS', z.coerce.number().int().default(10_000));

let small: SmallPlatform;
beforeAll(async () => {
  small = await startSmallPlatform();
});

describe('random operations', () => {
  it('answer what one server would, tell what fails, and agree with the default executor where that is right', async () => {
    const { findings, compared, unplanned, apolloWrong } = await fuzz(small, { firstSeed, count });
    expect(findings.map(wordsOf)).toEqual([]);
    expect(compared.monolith).toBeGreaterThan(count * 0.99);
    expect(compared.failures).toBeGreaterThan(count * 0.8);
    expect(unplanned).toBeLessThan(count * 0.01);
    expect(apolloWrong).toBeLessThan(compared.apollo * 0.1);
  }, 600_000);

  it('are valid, and differ', () => {
    const operations = Array.from({ length: 200 }, (_, seed) => small.operation(seed));
    for (const { document } of operations) expect(validate(small.api, document)).toEqual([]);
    expect(new Set(operations.map(({ text }) => text)).size).toBeGreaterThan(180);
  });
});

describe('a planted fault is found, and shown as small as it gets:', () => {
  it('a merge that drops what stands under an alias', async () => {
    const dropping: Weather = async (_agency, call) => {
      const answer = await call();
      return { ...answer, data: withoutAliases(answer.data) as typeof answer.data };
    };
    const faulty = {
      ...small,
      ask: (operation: Parameters<SmallPlatform['ask']>[0]) => small.ask(operation, dropping),
    };
    const { findings } = await fuzz(faulty, { firstSeed: 1, count: 300, most: 1 });
    expect(findings).toHaveLength(1);
    const [{ shrunk, operation } = { shrunk: { text: '' }, operation: { text: '' } }] = findings;
    expect(shrunk.text).toMatch(/[ab]: \w+/);
    expect(shrunk.text.split('\n').length).toBeLessThanOrEqual(8);
    expect(operation.text).not.toBe('');
  });

  it('an error that nobody is told of', async () => {
    const silent = async (...question: Parameters<SmallPlatform['ask']>): Promise<ExecutionResult> => {
      const { data = null } = await small.ask(...question);
      return { data };
    };
    const { findings } = await fuzz({ ...small, ask: silent }, { firstSeed: 1, count: 300, most: 1 });
    expect(findings[0]?.what).toMatch(/Nothing is told|theirs: \{"errors"/);
  });
});

describe('what the random operations found, and what holds since', () => {
  const without =
    (away: string): Weather =>
    (agency, call) =>
      agency === away ? Promise.reject(new NoAnswer(agency, 'SUBGRAPH_UNAVAILABLE')) : call();
  const errorsOf = async (text: string, away: string) => {
    const { errors = [] } = await small.ask({ text, document: parse(text), variables: {} }, without(away));
    return errors.map(({ path, extensions }) => ({ path: path?.join('.'), agency: extensions.agency }));
  };

  it('an object of which nobody says what it is, is told of at its place', async () => {
    const told = await errorsOf('{ topRated { __typename } }', 'works');
    expect(told).toEqual([0, 1].map((index) => ({ path: `topRated.${index}`, agency: 'works' })));
  });

  it('what the planner asks in a fragment of its own is told of, with whom it is owed by', async () => {
    const text = '{ parcels { to { ...P boss { budget ...P } } } } fragment P on Person { email __typename }';
    const told = await errorsOf(text, 'people');
    expect(told).toContainEqual({ path: 'parcels.0.to.email', agency: 'people' });
    expect(told.filter(({ agency }) => agency !== 'people')).toEqual([]);
  });

  it('what an agency owes below a root field that others answer by another key is told of', async () => {
    const told = await errorsOf('{ me { name works { title } } constructor }', 'people');
    expect(told).toEqual(['me.name', 'constructor'].map((path) => ({ path, agency: 'people' })));
  });
});

function withoutAliases(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAliases);
  if (!isNode(value)) return value;
  const plain = Object.entries(value).filter(([key]) => !/^c[0-9a-f]+__[ab]$/.test(key));
  return Object.fromEntries(plain.map(([key, below]) => [key, withoutAliases(below)]));
}
