import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { difference } from '../answers.ts';
import { withAddresses } from '../graphs.ts';
import { cpuChart } from '../report/chart.ts';
import { withSection } from '../report/document.ts';
import type { CandidateRow } from '../report/rows.ts';
import { alignColumns, markdownTable } from '../report/table.ts';
import { manyOperations, renamed } from '../workloads.ts';

const row = (candidate: string, cpuMs: number): CandidateRow => ({
  ...{ candidate, cpuMs, rps: 1, p50: 1, p99: 1, rssMb: 1, toFloor: null, toBare: null, rpsToFloor: null },
  ...{ rounds: 1, requests: 1, wrong: 0 },
});

describe('the report', () => {
  it('lines columns up', () => {
    expect(
      alignColumns([
        ['a', 'ms'],
        ['longer', '1.00'],
      ]),
    ).toEqual(['a         ms', 'longer  1.00']);
  });

  it('writes tables of Markdown', () => {
    expect(
      markdownTable([
        ['a', 'ms'],
        ['b', '1'],
      ]),
    ).toBe('| a | ms |\n| --- | --: |\n| b | 1 |');
  });

  it('draws a bar for each candidate, the longest for the dearest', () => {
    const svg = cpuChart({ dashboard: [row('ours-known', 1), row('a & b', 4)], empty: [] }, 'CPU "now"');
    expect(svg).toContain('a &amp; b');
    expect(svg).toContain('CPU &quot;now&quot;');
    expect([...svg.matchAll(/width="(\d+\.\d)" height="16"/g)].map(([, length]) => length)).toEqual(['117.5', '470.0']);
    expect(svg).not.toContain('empty');
  });

  it('replaces the section that it writes and leaves the rest', () => {
    const text = 'before\n<!-- x: written by npm run bench -->\nold\n<!-- x: end -->\nafter';
    const once = withSection(text, 'x', 'new');
    expect(once).toBe('before\n<!-- x: written by npm run bench -->\n\nnew\n\n<!-- x: end -->\nafter');
    expect(withSection(once, 'x', 'new')).toBe(once);
    expect(() => withSection(text, 'y', 'new')).toThrow('no marks');
  });

  it('names the place where two answers differ', () => {
    expect(difference({ me: { a: [1, 2] } }, { me: { a: [1, 3] } })).toBe('data.me.a.1 is 2, not 3');
    expect(difference({ a: 1 }, { a: 1 })).toBe('nowhere');
  });
});

describe('the workloads', () => {
  it('hold 200 different operations with names of their own', () => {
    const operations = manyOperations(200).map(({ query }) => query);
    const selections = operations.map((query) => query.replace(/^query \w+/, ''));
    expect(new Set(operations).size).toBe(200);
    expect(new Set(selections).size).toBe(200);
    for (const query of operations) expect(() => parse(query)).not.toThrow();
  });

  it('rename an operation and change nothing else', () => {
    expect(renamed({ query: 'query Inbox($first: Int) { me { id } }' }).query).toBe(
      'query FreeInbox($first: Int) { me { id } }',
    );
  });

  it('give subgraphs other addresses', () => {
    const graph = 'TAX @join__graph(name: "tax", url: "http://localhost:4005/graphql")';
    expect(withAddresses(graph, (name) => `http://stub/${name}`)).toBe(
      'TAX @join__graph(name: "tax", url: "http://stub/tax")',
    );
  });
});
