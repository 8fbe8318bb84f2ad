import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import type { AgencyAnswer } from '../call/agency.ts';
import { isNode, type Node } from '../call/node.ts';
import type { Weather } from './support/smallGraph.ts';
import { type SmallPlatform, startSmallPlatform } from './support/smallPlatform.ts';

const hostile = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'];
const text =
  '{ people { id name friends { age reputation } shelf { full } } things { id rating ... on Book { shipping } } }';
const operation = { text, document: parse(text), variables: {} };

let small: SmallPlatform;
beforeAll(async () => {
  small = await startSmallPlatform();
});

afterEach(async () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(await small.ask(operation)).toEqual({ data: (await right()).data });
});

async function right() {
  return JSON.parse(JSON.stringify(await small.askMonolith(operation))) as { data: Node };
}

describe('a hostile client', () => {
  it.each(hostile)('gets a field under the alias %s as under any other', async (alias) => {
    const asked = `query ($v: Boolean!) { ${alias}: me { ${alias}: name friends { ${alias}: reputation @include(if: $v) } } }`;
    const aliased = { text: asked, document: parse(asked), variables: { v: true } };
    const [ours, theirs] = [await small.ask(aliased), await small.askMonolith(aliased)];
    expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
  });

  it.each(hostile)('may call a variable %s', async (name) => {
    const asked = `query ($${name}: Int) { people(first: $${name}) { id reputation } }`;
    const named = { text: asked, document: parse(asked), variables: JSON.parse(`{"${name}":1}`) };
    expect(JSON.stringify(await small.ask(named))).toBe('{"data":{"people":[{"id":"p0","reputation":"LOW"}]}}');
  });
});

describe('a hostile agency', () => {
  it.each(hostile)('reaches nothing by %s in its answers', async (key) => {
    const weather: Weather = async (_agency, call) => poisoned(await call(), key);
    const { data, errors } = await small.ask(operation, weather);
    expect(errors).toBeUndefined();
    expect(data).toEqual((await right()).data);
  });

  it.each<[string, (answer: AgencyAnswer) => AgencyAnswer]>([
    ['too few entities', (answer) => withEntities(answer, (entities) => entities.slice(1))],
    ['too many entities', (answer) => withEntities(answer, (entities) => [...entities, ...entities])],
    ['entities that are none', (answer) => withEntities(answer, (entities) => entities.map(() => 'yes'))],
    [
      'another object than the one asked about',
      (answer) => withEntities(answer, (all) => all.map(() => ({ id: 'x9', rating: 5 }))),
    ],
    ['no list', (answer) => ({ ...answer, data: { _entities: { length: 7 } } })],
    ['something else', (answer) => ({ ...answer, data: { other: true } })],
  ])('that gives %s costs its own fields', async (_what, spoil) => {
    const weather: Weather = async (agency, call, { variables }) => {
      const answer = await call();
      return agency === 'ratings' && variables.includes('representations') ? spoil(answer) : answer;
    };
    const { data, errors = [] } = await small.ask(operation, weather);
    const { things, people } = (await right()).data as {
      things: (Node | null)[];
      people: { friends: Node[] | null }[];
    };
    expect(data?.things).toEqual(things.map((thing) => thing && { ...thing, rating: null }));
    expect(data?.people).toEqual(
      people.map((one) => ({
        ...one,
        friends: one.friends?.map((friend) => ({ ...friend, reputation: null })) ?? null,
      })),
    );
    expect(errors.length).toBeGreaterThan(0);
    for (const { extensions } of errors) {
      expect(extensions).toMatchObject({ agency: 'ratings', code: 'SUBGRAPH_INVALID_RESPONSE', retryable: true });
    }
  });

  it('that gives an object for text, and text for an object, gets null and an error', async () => {
    const asked = '{ me { name address { street } age } }';
    const weather: Weather = async () => ({ data: { me: { name: {}, address: 'here', age: 'old' } }, errors: [] });
    const { data, errors = [] } = await small.ask({ text: asked, document: parse(asked), variables: {} }, weather);
    expect(data).toEqual({ me: { name: null, address: null, age: null } });
    expect(errors.map(({ path, extensions }) => [path, extensions.agency])).toEqual([
      [['me', 'name'], 'people'],
      [['me', 'address'], 'people'],
      [['me', 'age'], 'people'],
    ]);
  });
});

function withEntities(answer: AgencyAnswer, change: (entities: unknown[]) => unknown[]): AgencyAnswer {
  return { ...answer, data: { _entities: change((answer.data?._entities ?? []) as unknown[]) } };
}

/** The answer with the key in each of its objects, as JSON can bring it. */
function poisoned(answer: AgencyAnswer, key: string): AgencyAnswer {
  const poison = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(poison);
    if (!isNode(value)) return value;
    const entries = Object.entries(value).map(
      ([name, child]) => `${JSON.stringify(name)}:${JSON.stringify(poison(child))}`,
    );
    return JSON.parse(`{${[...entries, `"${key}":{"polluted":true}`].join(',')}}`);
  };
  const text = JSON.stringify(poison(answer.data));
  return { ...answer, data: JSON.parse(text) };
}
