import type { Storage } from '@graphiql/toolkit';

/** Where GraphiQL keeps its history, in which every entry has the headers that it was asked with. */
const histories = ['graphiql:queries', 'graphiql:favorites'];

/**
 * What GraphiQL remembers: until the browser's tab is closed, because operations and variables may hold personal data,
 * and without the headers of its history, because a token may stand in them.
 */
export function visitStorage(session: globalThis.Storage): Storage {
  return {
    getItem: (key) => session.getItem(key),
    setItem: (key, value) => session.setItem(key, histories.includes(key) ? withoutHeaders(value) : value),
    removeItem: (key) => session.removeItem(key),
    clear: () => session.clear(),
    get length() {
      return session.length;
    },
  };
}

function withoutHeaders(history: string): string {
  return JSON.stringify(JSON.parse(history), (key, value) => (key === 'headers' ? undefined : value));
}
