import { beforeAll, describe, expect, it } from '@jest/globals';
import { type ExecutionResult, parse } from 'graphql';
import { readAccessRules } from '../access/accessRules.ts';
import { KeptEntities } from '../call/kept.ts';
import type { Node } from '../call/node.ts';
import { compileVariant } from '../plan/compileVariant.ts';
import { PrivateNames } from '../plan/privateNames.ts';
import { typeTest } from '../plan/typeTest.ts';
import { UnderWay } from '../plan/underWay.ts';
import { silentLog, type Weather } from './support/smallGraph.ts';
import { type SmallPlatform, startSmallPlatform } from './support/smallPlatform.ts';

let small: SmallPlatform;
beforeAll(async () => {
  small = await startSmallPlatform();
});

/** What the executor of @apollo/gateway 2.14.4 answers, what ours does, and what one server would. */
async function answers(text: string, variables: Node = {}) {
  const operation = { text, document: parse(text), variables };
  return {
    apollo: plain(await small.askApollo(operation)),
    ours: plain(await small.ask(operation)),
    right: plain(await small.askMonolith(operation)),
  };
}

function plain(result: ExecutionResult): Node & { errors?: { path?: unknown }[] } {
  return JSON.parse(JSON.stringify(result));
}

describe('a fault of the default executor', () => {
  it.each([
    ['an alias onto the name of a key', '{ people { id: name reviews { stars } } }'],
    ['a field whose arguments differ from those of @requires', '{ books { price(currency: IDR) shipping } }'],
    [
      'a field that needs what another field left out needs',
      '{ people { wishes { shipping @include(if: false) bulky } } }',
    ],
    [
      'an object of which conditions leave nothing',
      'query ($no: Boolean = false, $yes: Boolean = true) { me @include(if: $yes) { address @include(if: $no) { town { code } } } }',
    ],
    [
      'mutations in fragments',
      'mutation { noteAtPeople(text: "a") { texts } ...More last: noteAtPeople(text: "c") { texts } } fragment More on Mutation { then: noteAtPeople(text: "b") { texts } }',
    ],
  ])('is mended: %s', async (_what, text) => {
    const { apollo, ours, right } = await answers(text);
    expect(ours.data).toEqual(right.data);
    expect({ data: apollo.data }).not.toEqual({ data: right.data });
  });

  it('is mended: a variable that is called representations', async () => {
    const text = 'query ($representations: Currency!) { people { budget(currency: $representations) } }';
    const operation = { text, document: parse(text), variables: { representations: 'USD' } };
    expect(plain(await small.ask(operation))).toEqual(plain(await small.askMonolith(operation)));
    expect(plain(await small.askApollo(operation)).errors).toHaveLength(1);
  });

  it('is mended: null where none may be is told as an error that names the agency', async () => {
    const text = '{ books { pages best { stars } } }';
    const weather: Weather = async (agency, call) => {
      const answer = await call();
      const entities = (answer.data?._entities ?? []) as { best?: Node }[];
      if (agency === 'ratings') for (const { best } of entities) Object.assign(best ?? {}, { stars: null });
      return answer;
    };
    const ours = plain(await small.ask({ text, document: parse(text), variables: {} }, weather));
    expect(ours.data).toEqual({
      books: [
        { pages: 100, best: null },
        { pages: 101, best: null },
      ],
    });
    expect(ours.errors).toEqual(
      [0, 1].map((index) => ({
        message: expect.any(String),
        path: ['books', index, 'best', 'stars'],
        extensions: { code: 'SUBGRAPH_INVALID_RESPONSE', agency: 'ratings', retryable: true },
      })),
    );
  });

  it('is mended: an error stands where its null is, whatever else the list holds', async () => {
    const { apollo, ours, right } = await answers('{ search { ... on Person { mood(strict: true) } } }');
    const places = ({ errors = [] }: { errors?: { path?: unknown }[] }) =>
      errors.map(({ path }) => JSON.stringify(path)).sort();
    expect(places(ours)).toEqual(places(right));
    expect(places(apollo)).not.toEqual(places(right));
  });

  it('is mended: a plan that asks nobody is an error, not null', () => {
    const schema = small.api;
    const document = parse('{ me { id } }');
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') throw new Error('There is one operation.');
    const plan = () => ({ kind: 'QueryPlan' }) as const;
    const planner = { apiSchema: schema, supergraphSchema: schema, agencies: [], plan };
    const graph = {
      planner,
      accessRules: readAccessRules(parse('type Query { me: ID }')),
      names: new PrivateNames(),
      overrides: new Map(),
      labelsSet: new Set<string>(),
      shareInFlight: false,
      draw: Math.random,
      planned: { hits: 0, misses: 0, missMs: 0 },
      plansMade: { since: 0 },
      underWay: new UnderWay(),
      budgetMs: 2_000,
      agencies: new Map(),
      isA: typeTest(schema),
      isAbstract: () => false,
      sharedRootFields: new Map(),
      kept: new KeptEntities(schema, new Map()),
      log: silentLog,
    };
    const source = { document, operation, fragments: new Map(), variables: {}, permissions: null, labelsOn: [] };
    expect(() => compileVariant(source, graph)).toThrow('nobody to ask');
  });
});
