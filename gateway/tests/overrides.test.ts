import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { explainPlan } from '../plan/explain.ts';
import { overrideOutcomes } from '../plan/overrideOutcomes.ts';
import { askExecutor, compose, contextOf, type Scene, startSmallGateway } from './support/smallGraph.ts';

const taking = (label: string, field: string) =>
  `type Book @key(fields: "id") { id: ID! ${field}: Int @override(from: "shop", label: "${label}") }`;
const schemas = {
  shop: 'type Query { top: Book } type Book @key(fields: "id") { id: ID! title: String weight: Int stock: Int }',
  post: taking('percent(80)', 'weight'),
  yard: taking('percent(20)', 'stock'),
};
const book = { __typename: 'Book', id: 'b1', title: 'a book', weight: 10, stock: 3 };
const known = (text: string) => ({ queryHash: text, document: parse(text) });
const ofBoth = known('{ top { weight stock } }');

const asked: string[] = [];
const drawn = { next: 0, count: 0 };
const scene: Scene = {
  world: { roots: { top: book }, find: () => book },
  weather: (agency, call) => {
    asked.push(agency);
    return call();
  },
};
const draw = () => {
  drawn.count += 1;
  return drawn.next;
};

describe('fields that agencies take over step by step', () => {
  let graph: Awaited<ReturnType<typeof startSmallGateway>>;
  beforeAll(async () => {
    graph = await startSmallGateway(scene, 'compiled', schemas, { warm: [ofBoth], draw });
  });

  /** The agencies that an operation asks for a draw, and how many plans had to be made for it. */
  async function askedFor(draw: number, operation = ofBoth) {
    const { gateway } = graph;
    const { misses } = gateway.counts;
    Object.assign(drawn, { next: draw, count: 0 });
    asked.length = 0;
    const context = contextOf();
    const { data } = await gateway.operation(operation).execute({}, context);
    return { data, asked: [...asked], draws: drawn.count, plans: gateway.counts.misses - misses, context };
  }

  it('are planned for every outcome before the first request comes', async () => {
    const outcomes = [0.1, 0.5, 0.9].map((draw) => askedFor(draw));
    expect(graph.gateway.operation(ofBoth).labelSets).toHaveLength(3);
    for (const { plans, draws } of await Promise.all(outcomes))
      expect({ plans, draws }).toEqual({ plans: 0, draws: 1 });
  });

  it('cost an operation without them no draw', async () => {
    const title = known('{ top { title } }');
    expect(await askedFor(0, title)).toMatchObject({ draws: 0, plans: 1 });
    expect(await askedFor(0.9, title)).toMatchObject({ draws: 0, plans: 0 });
  });

  it('are told in the explained plan as they were asked', async () => {
    const told = async (draw: number) => {
      const { context } = await askedFor(draw);
      const { steps } = explainPlan(context.trail);
      return steps.map(({ calls }) => calls.map(({ agency, fields }) => `${agency} ${fields}`).sort());
    };
    expect(await told(0.5)).toEqual([['shop top.id,top.stock'], ['post weight']]);
    expect(await told(0.9)).toEqual([['shop top.weight,top.stock']]);
  });

  it('are asked in the same way past Apollo Server and through it', async () => {
    for (const [draw, agencies] of [
      [0.5, ['shop', 'post']],
      [0.9, ['shop']],
    ] as const) {
      expect((await askedFor(draw)).asked).toEqual(agencies);
      asked.length = 0;
      const question = { text: ofBoth.queryHash, document: ofBoth.document, variables: {} };
      const { data } = await askExecutor(graph.executor as GatewayExecutor, question);
      expect(asked).toEqual(agencies);
      expect(data).toEqual({ top: { weight: 10, stock: 3 } });
    }
  });

  it('are planned anew for the shares of another supergraph before it takes over', async () => {
    const unrecorded = known('{ top { id weight } }');
    await askedFor(0.5, unrecorded);
    await graph.gateway.exchange(compose({ ...schemas, post: taking('percent(30)', 'weight') }).supergraph);
    for (const operation of [ofBoth, unrecorded]) {
      expect(await askedFor(0.5, operation)).toMatchObject({ asked: ['shop'], plans: 0 });
      expect(await askedFor(0.25, operation)).toMatchObject({ asked: ['shop', 'post'], plans: 0 });
    }
  });
});

describe('labels', () => {
  const none = new Set<string>();

  it('are on for their share of the requests, each a part of the next', () => {
    let [state, total] = [7, 0];
    const random = () => {
      state = (state * 16_807) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const outcomes = overrideOutcomes(['percent(10)', 'percent(0.5)'], none, random);
    for (let n = 0; n < 10_000; n += 1) total += outcomes.pick().length;
    expect(outcomes.all).toEqual([[], ['percent(10)'], ['percent(10)', 'percent(0.5)']]);
    expect(total / 10_000).toBeGreaterThan(0.095);
    expect(total / 10_000).toBeLessThan(0.115);
  });

  it('of n shares have n + 1 outcomes, and those that are not left to chance have one', () => {
    const shares = Array.from({ length: 40 }, (_, n) => `percent(${n + 1})`);
    expect(overrideOutcomes(shares, none, draw).all).toHaveLength(41);
    const fixed = overrideOutcomes(['percent(0)', 'percent(100)', 'set', 'unset'], new Set(['set']), draw);
    drawn.count = 0;
    expect(fixed.pick()).toEqual(['percent(100)', 'set']);
    expect(fixed.all).toHaveLength(1);
    expect(drawn.count).toBe(0);
  });
});
