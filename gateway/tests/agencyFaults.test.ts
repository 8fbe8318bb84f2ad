import type { RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExecutionResult } from 'graphql';
import type { Node } from '../call/node.ts';
import { type SmallServers, startSmallServers } from './support/smallServers.ts';

const budgetMs = 600;
const atOnceMs = 50;
const mostTries = 20;
/** Asks three agencies in three steps, the second of which alone is spoilt here. */
const text =
  '{ people { id name friends { age reputation } shelf { full } } things { id rating ... on Book { shipping } } }';

const later: RequestListener = (_request, response) => {
  setTimeout(() => response.end('{"data":{}}'), 5_000).unref();
};
const never: RequestListener = () => {};
const dripping: RequestListener = (_request, response) => {
  const drip = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(drip));
};
const reset: RequestListener = (request) => request.socket.resetAndDestroy();
const answering =
  (status: number, body: string, headers = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);

let small: SmallServers;
let healthy: Node;
beforeAll(async () => {
  small = await startSmallServers({ timeoutMs: budgetMs });
  healthy = ((await small.ask(text)) as { data: Node }).data;
});
afterEach(async () => {
  small.faults.clear();
  expect((await small.ask(text)).data).toEqual(healthy);
});
afterAll(() => small.stop());

/** The healthy answer without what ratings is asked for. */
function withoutRatings(): Node {
  const { people, things } = healthy as { people: { friends: Node[] | null }[]; things: (Node | null)[] };
  return {
    people: people.map((one) => ({
      ...one,
      friends: one.friends?.map((friend) => ({ ...friend, reputation: null })) ?? null,
    })),
    things: things.map((thing) => thing && { ...thing, rating: null }),
  };
}

/** Asks until an answer comes as soon as it should: a machine that is busy with others makes some of them late. */
async function expectHonestWithin(ms: number, fault: RequestListener | null, code: string): Promise<ExecutionResult> {
  if (fault) small.faults.set('ratings', fault);
  const tries: number[] = [];
  for (;;) {
    const started = performance.now();
    const answer = await small.ask(text);
    tries.push(performance.now() - started);
    expectHonest(answer, code);
    if (Math.min(...tries) < ms) return answer;
    if (tries.length === mostTries) throw new Error(`All of ${tries.map(Math.round).join(', ')} ms are beyond ${ms}.`);
  }
}

function expectHonest({ data, errors = [] }: ExecutionResult, code: string) {
  expect(data).toEqual(withoutRatings());
  expect(errors.length).toBeGreaterThan(0);
  for (const { extensions } of errors) expect(extensions).toMatchObject({ agency: 'ratings', code, retryable: true });
  // Where the healthy answer has null too, nobody can know while the agency is silent: it is told like the others.
  const told = errors.map(({ path = [] }) => path);
  expect(told.map((path) => JSON.stringify(path))).toEqual(expect.arrayContaining(nullsOf(data as Node)));
  for (const path of told) expect([path, valueAt(data as Node, path)]).toEqual([path, null]);
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((value, step) => (value as Record<string | number, unknown>)[step], data);
}

/** The place of each null that the healthy answer does not have. */
function nullsOf(data: Node): string[] {
  const nulls: string[] = [];
  const walk = (value: unknown, before: unknown, path: readonly (string | number)[]): void => {
    if (value === null && before !== null) nulls.push(JSON.stringify(path));
    if (value === null || typeof value !== 'object') return;
    for (const [key, child] of Object.entries(value)) {
      walk(child, (before as Node)[key], [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  walk(data, healthy, []);
  return nulls;
}

describe('an agency that is slow (R7)', () => {
  it.each([
    ['answers after the end', later],
    ['takes the request and never answers', never],
    ['sends a byte now and then', dripping],
  ])('and %s costs its own fields, within the budget', async (_what, fault) => {
    await expectHonestWithin(budgetMs + 100, fault, 'SUBGRAPH_TIMEOUT');
  });

  it('leaves those who are asked after it the time that they need', async () => {
    // What shipping costs is known only once works has said what the book weighs.
    small.faults.set('works', never);
    const { data, errors = [] } = await small.ask('{ people { name shelf { full } } }');
    expect(errors.every(({ extensions }) => extensions?.agency === 'works')).toBe(true);
    expect((data as { people: Node[] }).people.map(({ name }) => name)).toEqual(
      (healthy.people as Node[]).map(({ name }) => name),
    );
  });
});

describe('an agency that is down (R8)', () => {
  it.each([
    ['resets connections', reset, 'SUBGRAPH_UNAVAILABLE'],
    ['answers 500', answering(500, 'Internal error at 10.0.0.7'), 'SUBGRAPH_INVALID_RESPONSE'],
    ['answers 500 in JSON', answering(500, '{"statusCode":500,"at":"10.0.0.7"}'), 'SUBGRAPH_INVALID_RESPONSE'],
    ['answers 503 in JSON', answering(503, ' {"error":"10.0.0.7"}'), 'SUBGRAPH_INVALID_RESPONSE'],
    ['answers bad JSON', answering(200, '{"data":'), 'SUBGRAPH_INVALID_RESPONSE'],
    ['answers a page', answering(200, '<html></html>'), 'SUBGRAPH_INVALID_RESPONSE'],
    ['sends elsewhere', answering(307, '', { location: 'http://127.0.0.1:1/' }), 'SUBGRAPH_INVALID_RESPONSE'],
    [
      'sends elsewhere, with data',
      answering(307, '{"data":{"_entities":[{"rating":9}]}}'),
      'SUBGRAPH_INVALID_RESPONSE',
    ],
  ])('and %s costs its own fields at once', async (_what, fault, code) => {
    const answer = await expectHonestWithin(atOnceMs, fault, code);
    expect(JSON.stringify(answer.errors)).not.toMatch(/10\.0\.0\.7|127\.0\.0\.1|html/);
  });

  it('and refuses connections costs its own fields at once', async () => {
    const bringBack = small.takeAway('ratings');
    try {
      const { errors } = await expectHonestWithin(atOnceMs, null, 'SUBGRAPH_UNAVAILABLE');
      expect(JSON.stringify(errors)).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/);
    } finally {
      await bringBack();
    }
  });
});

describe('an answer beyond 5 MB (R23)', () => {
  it('is given up before it is held in memory', async () => {
    const before = process.memoryUsage().rss;
    const flood: RequestListener = (_request, response) => {
      const megabyte = Buffer.alloc(1_000_000, ' ');
      const send = () => {
        while (!response.destroyed && response.write(megabyte));
      };
      response.on('drain', send);
      send();
    };
    small.faults.set('ratings', flood);
    expectHonest(await small.ask(text), 'SUBGRAPH_INVALID_RESPONSE');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });
});

describe('a connection that breaks', () => {
  const breakOnce = (agency: string) => {
    let broke = 0;
    small.requests.clear();
    const fault: RequestListener = (request, response) => {
      broke += 1;
      small.faults.delete(agency);
      reset(request, response);
    };
    small.faults.set(agency, fault);
    return () => broke;
  };

  it('is tried once more for a query', async () => {
    const broken = breakOnce('ratings');
    expect(await small.ask(text)).toEqual({ data: healthy });
    expect(broken()).toBe(1);
  });

  it('is not tried again for a change: nobody knows whether it was made', async () => {
    const broken = breakOnce('people');
    const { errors } = await small.ask('mutation { noteAtPeople(text: "a") { texts } }');
    expect(errors).toMatchObject([{ extensions: { agency: 'people', code: 'SUBGRAPH_UNAVAILABLE' } }]);
    expect(broken()).toBe(1);
    expect(small.requests.get('people')).toBe(1);
  });
});
