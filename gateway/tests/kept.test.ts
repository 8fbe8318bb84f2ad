import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'graphql';
import type { Agency, AgencyAnswer } from '../call/agency.ts';
import { PlanningGateway } from '../plan/planningGateway.ts';
import { readSupergraph } from '../plan/supergraph.ts';
import { compose, contextOf, silentLog } from './support/smallGraph.ts';

const schemas = {
  homes: `
    type Query { homes(of: ID): [Home] }
    type Home { town: Town }
    type Town @key(fields: "code") { code: ID! homeless: Int }`,
  towns: 'type Town @key(fields: "code") { code: ID! name: String near: [Town] mayor: String }',
};
const marks = 'directive @cacheControl(maxAge: Int!) on FIELD_DEFINITION directive @public on FIELD_DEFINITION';
const marked = (mark: string) =>
  `${marks}\n${compose(schemas).supergraph.replace(/(name: String|near: \[Town\])( @join__field\(graph: TOWNS\))/g, `$1$2 ${mark}`)}`;
const supergraph = marked('@public @cacheControl(maxAge: 60)');

/** The towns that were asked about, call by call. */
let asked: string[][];
/** The towns that people live in. */
let lived: string[];
let answer: (codes: string[]) => AgencyAnswer;

const named = (codes: string[]): AgencyAnswer => ({
  data: {
    _entities: codes.map((code) => ({ name: `town ${code}`, mayor: 'm', near: [{ __typename: 'Town', code: 'z' }] })),
  },
  errors: [],
});

const towns: Agency = {
  agency: 'towns',
  async ask({ variables }) {
    const { representations } = JSON.parse(variables) as { representations: { code: string }[] };
    const codes = representations.map(({ code }) => code);
    asked.push(codes);
    return JSON.parse(JSON.stringify(answer(codes))) as AgencyAnswer;
  },
};
const homes: Agency = {
  agency: 'homes',
  async ask({ variables }) {
    const { representations } = JSON.parse(variables) as { representations?: unknown[] };
    if (representations) return { data: { _entities: representations.map(() => ({ homeless: 3 })) }, errors: [] };
    return { data: { homes: lived.map((code) => ({ town: { __typename: 'Town', code, homeless: 3 } })) }, errors: [] };
  },
};

let gateway: PlanningGateway;
beforeEach(async () => {
  [asked, lived, answer] = [[], ['a', 'b', 'a'], named];
  gateway = await started();
});
afterEach(() => {
  jest.restoreAllMocks();
});

async function started(keepReference = true): Promise<PlanningGateway> {
  const made = new PlanningGateway({
    supergraph: readSupergraph(supergraph),
    connect: (name) => (name === 'towns' ? towns : homes),
    log: silentLog,
    executor: 'compiled',
    keepReference,
  });
  await made.load({ apollo: {} });
  return made;
}

async function ask(text: string, id = 'sari', variables = {}) {
  const context = contextOf({ kind: 'citizen', id, scopes: [] });
  const result = await gateway.operation({ queryHash: text, document: parse(text) }).execute(variables, context);
  return JSON.parse(JSON.stringify(result)) as { data: unknown; errors?: unknown };
}

describe('what is the same for everybody', () => {
  it('is asked once, whoever wants to know it and under whatever name', async () => {
    const first = await ask('query One { homes { town { name } } }');
    const second = await ask('query Other { homes { town { name } } }', 'budi');
    expect(second).toEqual(first);
    expect(second.data).toEqual({ homes: ['a', 'b', 'a'].map((code) => ({ town: { name: `town ${code}` } })) });
    expect(asked).toEqual([['a', 'b']]);
    expect(gateway.keptCounts).toEqual({ found: 2, asked: 2 });
  });

  it('is asked for where it is not at hand, and for nothing else', async () => {
    await ask('{ homes { town { name } } }');
    lived = ['c', 'a', 'd'];
    expect((await ask('{ homes { town { name } } }')).data).toEqual({
      homes: ['c', 'a', 'd'].map((code) => ({ town: { name: `town ${code}` } })),
    });
    expect(asked).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('is asked again when its time is over', async () => {
    await ask('{ homes { town { name } } }');
    const now = performance.now();
    jest.spyOn(performance, 'now').mockReturnValue(now + 59_000);
    await ask('{ homes { town { name } } }');
    expect(asked).toHaveLength(1);
    jest.spyOn(performance, 'now').mockReturnValue(now + 61_000);
    await ask('{ homes { town { name } } }');
    expect(asked).toHaveLength(2);
  });

  it('does not show what other agencies said of it to somebody else', async () => {
    const text = '{ homes { town { near { code } homeless } } }';
    const first = await ask(text);
    expect(first.data).toMatchObject({ homes: [{ town: { homeless: 3 } }, {}, {}] });
    expect(await ask(text)).toEqual(first);
    expect((await ask('{ homes { town { near { code homeless } } } }')).data).toMatchObject({
      homes: [{ town: { near: [{ code: 'z', homeless: 3 }] } }, {}, {}],
    });
    expect((await ask(text)).data).toEqual(first.data);
  });
});

describe('what is not kept', () => {
  it.each([
    ['a field that says nothing of a time', '{ homes { town { name mayor } } }'],
    ['an answer by what the client gave', 'query ($x: Boolean!) { homes { town { name @include(if: $x) mayor } } }'],
  ])('is %s', async (_what, text) => {
    for (const id of ['sari', 'budi']) await ask(text, id, { x: true });
    expect(asked).toHaveLength(2);
  });

  it('is anything, where that is switched off', async () => {
    gateway = await started(false);
    for (const id of ['sari', 'budi']) await ask('{ homes { town { name } } }', id);
    expect(asked).toHaveLength(2);
  });

  it('is what an agency does not know, or says with an error', async () => {
    answer = (codes) => ({ data: { _entities: codes.map(() => null) }, errors: [] });
    await ask('{ homes { town { name } } }');
    answer = (codes) => ({
      ...named(codes),
      errors: [{ message: 'Not all.', path: ['_entities', 0], extensions: {} }],
    });
    await ask('{ homes { town { name } } }');
    answer = named;
    expect((await ask('{ homes { town { name } } }')).errors).toBeUndefined();
    expect(asked).toHaveLength(3);
  });
});

describe('a supergraph that would keep what is not for everybody', () => {
  it.each([
    ['not @public', '@cacheControl(maxAge: 60)'],
    ['for those who are signed in', '@public @authenticated @cacheControl(maxAge: 60)'],
    ['kept for no time', '@public @cacheControl(maxAge: 0)'],
    ['made of what others say', '@public @join__field(graph: HOMES, requires: "homeless") @cacheControl(maxAge: 60)'],
  ])('is refused: %s', (_what, mark) => {
    expect(() => readSupergraph(marked(mark))).toThrow(/@cacheControl on Town\.name, which (is|has|rests)/);
  });
});
