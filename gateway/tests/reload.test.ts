import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FollowedGraph, startFollowedGraph, trusted } from './support/followedGraph.ts';
import { smallSchemas } from './support/smallSchemas.ts';

const withExtra = { ...smallSchemas, people: `${smallSchemas.people} extend type Person { extra: String }` };
const questions = [trusted, '{ things { id title rating } }', '{ people { name friends { name } } }'];

let graph: FollowedGraph;
beforeAll(async () => {
  graph = await startFollowedGraph();
  graph.follower.start();
});
afterAll(() => graph.stop());

describe('another supergraph', () => {
  it('lets what is under way end at the agencies and by the schema that it began with', async () => {
    graph.delayMs = 1_300;
    // In two steps: the second one begins after the agencies moved, and after the time that a graph is kept at the least.
    const before = graph.asked[0];
    const answer = graph.ask('{ things { id rating } }');
    await inForce(graph.registry.publish(graph.text(1)));
    graph.delayMs = 0;
    const { data, errors } = await answer;
    expect(errors).toBeUndefined();
    expect((data as { things: unknown[] }).things.length).toBeGreaterThan(0);
    expect(graph.asked[0] - before).toBe(2);
    expect(graph.asked[1]).toBe(0);
    expect((await graph.ask(trusted)).errors).toBeUndefined();
    expect(graph.asked[1]).toBe(1);
  });

  it('has what is in use planned, for those who ask for it, before it takes over', async () => {
    const asked = '{ people(first: 2) { id age } }';
    const answer = await graph.ask(asked);
    await inForce(graph.registry.publish(graph.text(0)));
    const { misses } = graph.gateway.counts;
    expect(await graph.ask(asked)).toEqual(answer);
    expect(graph.gateway.counts.misses).toBe(misses);
  });

  it('comes ten times under load without an error, and leaves nothing behind', async () => {
    const right = new Map<string, unknown>();
    for (const question of questions) right.set(question, await graph.ask(question));
    const left: WeakRef<object>[] = [];
    const faults: unknown[] = [];
    let answered = 0;
    let goesOn = true;
    const client = async (first: number) => {
      for (let n = first; goesOn; n += 1) {
        const question = questions[n % questions.length] ?? trusted;
        const answer = await graph.ask(question);
        answered += 1;
        await new Promise((resolve) => setTimeout(resolve, 10));
        if (JSON.stringify(answer) !== JSON.stringify(right.get(question))) faults.push(answer);
      }
    };
    const clients = [0, 1, 2, 3].map(client);
    for (let time = 0; time < 10; time += 1) {
      left.push(new WeakRef(graph.gateway.schema));
      const text = time % 2 === 0 ? graph.text(1, withExtra) : graph.text(0);
      await inForce(graph.registry.publish(text));
    }
    goesOn = false;
    await Promise.all(clients);

    expect(faults).toEqual([]);
    expect(graph.alarms).toEqual([]);
    expect(answered).toBeGreaterThan(100);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    collectGarbage();
    await new Promise((resolve) => setTimeout(resolve, 10));
    collectGarbage();
    expect(left.filter((schema) => schema.deref() !== undefined).length).toBeLessThanOrEqual(1);
  });
});

async function inForce(version: number): Promise<void> {
  const deadline = Date.now() + 20_000;
  while ((await graph.count('mpp_supergraph_version')) !== version) {
    if (Date.now() > deadline)
      throw new Error(`Version ${version} did not come into force: ${graph.alarms[0]?.reason}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
