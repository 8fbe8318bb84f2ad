import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const page = read('docs/attacks.md');
const rows = [...page.matchAll(/^\| ([AV][\dAV, ]+) \|.*?\| (`[^|]+) \|$/gm)].map(([, ids = '', tests = '']) => ({
  ids: ids.split(', '),
  tests: [...tests.matchAll(/`([^`]+)`: (.+?)(?=; `|$)/g)].map(([, file = '', name = '']) => ({ file, name })),
}));
const named = rows.flatMap(({ ids, tests }) => tests.map((test) => [ids.join(', '), test] as const));

/** The titles of a file's tests, and the names of rows that tests are made for, but no other text of it. */
function titlesIn(source: string): string[] {
  const first = /(?:\bit(?:\.each)?\(|\)\(|^ *(?:return )?\[+|, \[)\s*(?:'((?:\\.|[^'\\])*)'|`([^`]*)`)/gm;
  return [...source.matchAll(first)].map(([, plain, template]) => plain ?? template ?? '');
}

describe('docs/attacks.md', () => {
  it('has a row for each attack on the gateway and each published fault, or says why not', () => {
    const numbers = (letter: string, from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);
    const wanted = [...numbers('A', 1, 21), ...numbers('A', 40, 50), ...numbers('V', 0, 26)];
    const told = rows.flatMap(({ ids }) => ids);
    const untested = wanted.filter((id) => !told.includes(id));
    const said = /^Without a test: (.*)/m.exec(page)?.[1] ?? '';
    expect(untested).toEqual([...said.matchAll(/\b[AV]\d+\b/g)].map(([id]) => id));
    expect(untested.length).toBeLessThanOrEqual(2);
  });

  it('names tests in every row', () => {
    expect(rows.filter(({ tests }) => tests.length === 0)).toEqual([]);
    expect(named.length).toBeGreaterThan(rows.length);
  });

  it.each(named)('names a test that is there for %s: %j', (_ids, { file, name }) => {
    expect(existsSync(new URL(`../${file}`, import.meta.url))).toBe(true);
    expect(name.length).toBeGreaterThan(10);
    expect(titlesIn(read(file)).filter((title) => title.includes(name))).not.toEqual([]);
  });

  it('would not take a word of a test’s body for its name', () => {
    const source =
      "it('is a title', () => expect('is in the body').toBe(1));\nit.each([\n  ['is a row', 1],\n])('%s', f);";
    expect(titlesIn(source)).toEqual(['is a title', 'is a row', '%s']);
  });
});
