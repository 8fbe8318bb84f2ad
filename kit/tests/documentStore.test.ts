import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { DocumentStore } from '../documentStore.ts';

describe('the store of parsed documents', () => {
  it('keeps so many, and forgets the one that was not asked for longest', async () => {
    const store = new DocumentStore(2);
    const documents = ['a', 'b', 'c'].map((field) => parse(`{ ${field} }`));
    const keep = (index: number) => store.set(String(index), documents[index] ?? parse('{ none }'));
    await keep(0);
    await keep(1);
    expect(await store.get('0')).toBe(documents[0]);
    await keep(2);
    expect(await Promise.all(['0', '1', '2'].map((key) => store.get(key)))).toEqual([
      documents[0],
      undefined,
      documents[2],
    ]);
    expect([await store.delete('0'), await store.get('0')]).toEqual([true, undefined]);
  });
});
