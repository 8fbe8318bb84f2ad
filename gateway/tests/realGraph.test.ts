import { beforeAll, describe, expect, it } from '@jest/globals';
import { startRealGraph } from './conformance/realGraph.ts';
import { type FuzzedGraph, fuzz, wordsOf } from './support/fuzz.ts';

/** `npm run fuzz -- --graph committed` takes more, and others. */
const count = 150;

describe('random operations on the committed graph', () => {
  let graph: FuzzedGraph;
  beforeAll(async () => {
    graph = await startRealGraph();
  });

  it('answer what one server with the whole schema would, and tell what fails', async () => {
    const { findings, compared, unplanned } = await fuzz(graph, { firstSeed: 1, count });
    expect(findings.map(wordsOf)).toEqual([]);
    expect(compared.monolith).toBe(count);
    expect(compared.failures).toBeGreaterThan(count * 0.8);
    expect(unplanned).toBe(0);
  }, 120_000);

  it('are found where an error is told to nobody', async () => {
    const silent: FuzzedGraph['ask'] = async (...question) => {
      const { data = null } = await graph.ask(...question);
      return { data };
    };
    const { findings } = await fuzz({ ...graph, ask: silent }, { firstSeed: 1, count, most: 1 });
    expect(findings[0]?.what).toMatch(/Nothing is told|theirs: \{"errors"/);
  });
});
