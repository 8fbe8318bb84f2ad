import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const page = read('docs/attacks.md');
const rows = [...page.matchAll(/^\| ([AV][\dAV, ]+) \|.*\| `([^`]+)`: (.+) \|$/gm)].map(
  ([, ids = '', file = '', name = '']) => ({
    ids: ids.split(', '),
    file,
    name,
  }),
);

describe('docs/attacks.md', () => {
  it('has a row for each attack on the gateway and each published fault, or says why not', () => {
    const numbers = (letter: string, from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);
    const wanted = [...numbers('A', 1, 21), ...numbers('A', 40, 50), ...numbers('V', 0, 26)];
    const told = rows.flatMap(({ ids }) => ids);
    expect(wanted.filter((id) => !told.includes(id))).toEqual(['V21', 'V25']);
    for (const id of ['V21', 'V25']) expect(page).toContain(`${id} (`);
  });

  it.each(rows.map((row) => [row.ids.join(', '), row] as const))(
    'names a test that is there for %s',
    (_ids, { file, name }) => {
      expect(existsSync(new URL(`../${file}`, import.meta.url))).toBe(true);
      expect(name.length).toBeGreaterThan(10);
      expect(read(file)).toContain(name);
    },
  );
});
