import type { FetchNode } from '@apollo/query-planner';
import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { LruCache } from '#kit/lruCache.ts';
import { completeLeaf, noValue } from '../answer/leaves.ts';
import { merger } from '../call/merge.ts';
import { nodesAt, placesOf } from '../call/node.ts';
import { representationsOf } from '../call/representations.ts';
import { addKeys } from '../call/sharedKeys.ts';
import { typeTest } from '../plan/typeTest.ts';

const schema = buildSchema(`
  interface Thing { id: ID }
  type Book implements Thing { id: ID dims: Dims }
  type Film implements Thing { id: ID }
  type Dims { size: Int weight: Int }
  enum Rank { LOW HIGH }
  type Query { thing: Thing rank: Rank }
`);
const isA = typeTest(schema);

describe('representations', () => {
  const field = (name: string, selections?: FetchNode['requires']) =>
    ({ kind: 'Field', name, ...(selections ? { selections } : {}) }) as const;
  const on = (typeCondition: string, ...selections: NonNullable<FetchNode['requires']>) =>
    ({ kind: 'InlineFragment', typeCondition, selections }) as const;
  const requires = [on('Book', field('__typename'), field('id'), field('dims', [field('size')]))];
  const book = { __typename: 'Book', id: 'b', dims: { size: 1, weight: 2 }, other: true };

  it('hold what is required, and nothing else', () => {
    expect(representationsOf({ requires }, isA)([book])?.json).toBe(
      '[{"__typename":"Book","id":"b","dims":{"size":1}}]',
    );
  });

  it('are asked about once, for all that they stand for', () => {
    const twin = { ...book };
    const about = representationsOf({ requires }, isA)([book, twin, { ...book, id: 'c' }]);
    expect(about?.owners.map(({ length }) => length)).toEqual([2, 1]);
  });

  it('keep null: what an unanswered agency should have said is known to be missing', () => {
    expect(representationsOf({ requires }, isA)([{ ...book, dims: null }])?.json).toContain('"dims":null');
  });

  it.each([
    ['of another type', { ...book, __typename: 'Film' }],
    ['without a type', { id: 'b', dims: null }],
    ['without what is required', { __typename: 'Book', id: 'b' }],
  ])('are not made of an object %s', (_what, node) => {
    expect(representationsOf({ requires }, isA)([node])).toBeNull();
  });

  it('are rewritten where the agency knows another type or name', () => {
    const inputRewrites: FetchNode['inputRewrites'] = [
      { kind: 'ValueSetter', path: ['... on Book', '__typename'], setValueTo: 'Thing' },
      { kind: 'KeyRenamer', path: ['... on Thing', 'dims', 'size'], renameKeyTo: 'extent' },
    ];
    expect(representationsOf({ requires, inputRewrites }, isA)([book])?.json).toBe(
      '[{"__typename":"Thing","id":"b","dims":{"extent":1}}]',
    );
  });
});

describe('merging', () => {
  const merge = merger((name) => name === 'Thing');

  it('joins objects and lists of the same length', () => {
    const target = { list: [{ a: 1 }, null], deep: { a: 1 } };
    merge(target, { list: [{ b: 2 }, { c: 3 }], deep: { b: 2 } });
    expect(target).toEqual({ list: [{ a: 1, b: 2 }, { c: 3 }], deep: { a: 1, b: 2 } });
  });

  it('takes no value away for a null, and no concrete type for an abstract one', () => {
    const target = { a: 1, __typename: 'Book' };
    merge(target, { a: null, __typename: 'Thing' });
    expect(target).toEqual({ a: 1, __typename: 'Book' });
  });
});

describe('places', () => {
  const data = { list: [null, [{ a: { id: 1 } }, null], [{ a: { id: 2 } }, { a: null }]] };

  it('are found through lists of lists, over nulls', () => {
    const nodes = nodesAt(data, ['list', '@', '@', 'a']);
    expect(nodes).toEqual([{ id: 1 }, { id: 2 }]);
    expect([...placesOf(new Set(nodes), data, ['list', '@', '@', 'a']).values()]).toEqual([
      ['list', 1, 0, 'a'],
      ['list', 2, 0, 'a'],
    ]);
  });
});

describe('a leaf', () => {
  const leaf = (name: string) => completeLeaf(schema.getType(name) as Parameters<typeof completeLeaf>[0]);

  it.each([
    ['Int', 1, 1],
    ['Int', '7', 7],
    ['Int', 1.5, noValue],
    ['Int', 3_000_000_000, noValue],
    ['ID', 12, '12'],
    ['Boolean', 'true', noValue],
    ['Rank', 'LOW', 'LOW'],
    ['Rank', 'low', noValue],
    ['Rank', '__proto__', noValue],
  ])('of type %s completes %p as graphql-js does', (type, value, completed) => {
    expect(leaf(type)(value)).toBe(completed);
  });
});

describe('shared root fields', () => {
  it('are asked for their keys, once', () => {
    const shared = new Map([['me', ['id']]]);
    expect(addKeys('{ me { name } other { name } }', shared).replaceAll(/\s+/g, ' ')).toBe(
      '{ me { name id } other { name } }',
    );
    expect(addKeys('{ me { id } }', shared).replaceAll(/\s+/g, ' ')).toBe('{ me { id } }');
  });
});

describe('the cache', () => {
  it('forgets what was not used for longest, and counts', () => {
    const cache = new LruCache<string>(2);
    for (const key of ['a', 'b', 'a', 'c', 'b']) cache.get(key, () => key);
    expect(cache.counts).toMatchObject({ hits: 1, misses: 4 });
    expect(cache.recent(9)).toEqual(['b', 'c']);
  });
});
