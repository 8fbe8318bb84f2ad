import { describe, expect, it } from '@jest/globals';
import { visitStorage } from '../visitStorage.ts';

/** A browser's storage, on a map. */
function aSession(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

describe('what the playground remembers', () => {
  it('is the history without the headers, where a token may stand', () => {
    const storage = visitStorage(aSession());
    const entry = { query: '{ me { id } }', variables: '{ "headers": 1 }', headers: '{ "authorization": "Bearer x" }' };
    storage.setItem('graphiql:queries', JSON.stringify({ queries: [entry] }));
    expect(JSON.parse(storage.getItem('graphiql:queries') ?? '')).toEqual({
      queries: [{ query: entry.query, variables: entry.variables }],
    });
  });

  it('is everything else as it is', () => {
    const storage = visitStorage(aSession());
    storage.setItem('graphiql:variables', '{ "headers": 1 }');
    expect(storage.getItem('graphiql:variables')).toBe('{ "headers": 1 }');
    storage.clear();
    expect(storage.length).toBe(0);
  });
});
