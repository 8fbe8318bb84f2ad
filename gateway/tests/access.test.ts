import { beforeAll, describe, expect, it } from '@jest/globals';
import { agreement } from './support/agreement.ts';
import { type GuardedGraph, nobody, startGuardedGraph, withheldFrom, withScopes } from './support/guardedGraph.ts';
import { randomOperation } from './support/randomOperation.ts';

let graph: GuardedGraph;
beforeAll(async () => {
  graph = await startGuardedGraph();
});

const somebody = withScopes();
const refused = (path: (string | number)[] | undefined, reason = 'FORBIDDEN', more: object = {}) => ({
  message: reason === 'FORBIDDEN' ? 'You may not see or do this.' : 'Please sign in first.',
  ...(path ? { path } : {}),
  extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', reason, ...more },
});
const plain = (result: object): unknown => JSON.parse(JSON.stringify(result));

describe('a field that the caller may not see', () => {
  it('is null in its place, and no agency is asked for it', async () => {
    const answer = await graph.ask('{ me { id age name } }', somebody);
    expect(plain(answer)).toEqual({
      errors: [refused(['me', 'age'])],
      data: { me: { id: 'p0', age: null, name: 'person 0' } },
    });
    expect(JSON.stringify(answer.data)).toBe('{"me":{"id":"p0","age":null,"name":"person 0"}}');
    expect(graph.traffic.join()).not.toContain('age');
  });

  it('is answered to whoever has the scope', async () => {
    const { data, errors } = await graph.ask('{ me { age } }', withScopes('other', 'age:read'));
    expect(errors).toBeUndefined();
    expect(data).toEqual({ me: { age: 20 } });
  });

  it.each([
    ['one list of scopes', ['nick:read'], true],
    ['the other list as a whole', ['nick:any', 'age:read'], true],
    ['a part of a list', ['nick:any'], false],
  ])('needs %s', async (_what, scopes, isSeen) => {
    const { data } = await graph.ask('{ me { nick } }', withScopes(...scopes));
    expect(data).toEqual({ me: isSeen ? { nick: 'nick 0' } : null });
  });

  it('says that signing in may help to somebody who is not signed in', async () => {
    const { data, errors } = await graph.ask('{ parcels { id } me { id } }', nobody);
    expect(data).toEqual({ parcels: null, me: { id: 'p0' } });
    expect(plain({ errors })).toEqual({ errors: [refused(['parcels'], 'UNAUTHENTICATED')] });
  });

  it.each([
    ['an alias', '{ me { name: age } }', { me: { name: null } }, ['me', 'name']],
    ['an inline fragment', '{ me { ... on Person { age } } }', { me: { age: null } }, ['me', 'age']],
    ['a named fragment', '{ me { ...F } } fragment F on Person { age }', { me: { age: null } }, ['me', 'age']],
    ['a list', '{ people(first: 1) { age } }', { people: [{ age: null }] }, ['people', 0, 'age']],
    [
      'a union',
      '{ search { ... on Person { age } } }',
      { search: [{}, { age: null }, null, null, null] },
      ['search', 1, 'age'],
    ],
    [
      'an interface',
      '{ thing(id: "b0") { maker { age } } }',
      { thing: { maker: { age: null } } },
      ['thing', 'maker', 'age'],
    ],
    [
      'a reference',
      '{ towns { code } parcels { to { age } } }',
      { parcels: [{ to: { age: null } }, { to: { age: null } }] },
      ['parcels', 0, 'to', 'age'],
    ],
    ['a field that is made from it', '{ me { discountAge } }', { me: { discountAge: null } }, ['me', 'discountAge']],
  ])('is withheld through %s as well', async (_way, text, data, path) => {
    const answer = await graph.ask(text, somebody);
    expect(answer.data).toMatchObject(data);
    expect(plain(answer)).toMatchObject({ errors: expect.arrayContaining([refused(path)]) });
    expect(graph.traffic.join()).not.toMatch(/\bage\b|discountAge/);
  });
});

describe('null, where a field may not be null', () => {
  it('takes the object round it along, of which nothing is asked', async () => {
    const answer = await graph.ask('{ me { id boss { name nick } } }', somebody);
    expect(plain(answer)).toEqual({
      errors: [refused(['me', 'boss', 'nick'])],
      data: { me: { id: 'p0', boss: null } },
    });
    expect(graph.traffic.join()).not.toContain('boss');
  });

  it('takes along what several places select of one object together', async () => {
    const { data } = await graph.ask('{ me { boss { name } ... on Person { boss { nick } } } }', somebody);
    expect(data).toEqual({ me: { boss: null } });
    expect(graph.traffic.join()).not.toContain('boss');
  });

  it('takes a list along that may hold no null, and says of which items', async () => {
    expect(plain(await graph.ask('{ me { id friends { nick } } }', somebody))).toEqual({
      errors: [refused(['me', 'friends'], 'FORBIDDEN', { missing: ['me.friends.@.nick'] })],
      data: { me: { id: 'p0', friends: null } },
    });
  });

  it('takes only the items of a list that may hold nulls', async () => {
    const text = '{ person(id: "p1") { works { maker { id } ... on Film { minutes } } } }';
    expect(plain(await graph.ask(text, somebody))).toEqual({
      errors: [refused(['person', 'works', 2])],
      data: { person: { works: [{ maker: { id: 'p1' } }, null, null] } },
    });
  });

  it('takes all data along where nothing above may be null, and nobody is asked', async () => {
    expect(plain(await graph.ask('{ me { id } strictPerson(id: "p1") { nick } }', somebody))).toEqual({
      errors: [refused(['strictPerson', 'nick'])],
      data: null,
    });
    expect(graph.traffic).toEqual([]);
  });
});

describe('a type that the caller may not see', () => {
  it('costs a list of an interface its own objects only', async () => {
    const answer = await graph.ask('{ things { id title rating } }', somebody);
    const { things } = answer.data as { things: ({ id: string; rating: number } | null)[] };
    expect(things.map((thing) => thing?.id ?? null)).toEqual(['b0', 'b1', 'b2', 'b3', null, null, null, null]);
    expect(things[1]).toMatchObject({ rating: 1.5 });
    expect(plain({ errors: answer.errors })).toEqual({ errors: [5, 6, 7].map((n) => refused(['things', n])) });
    expect(graph.traffic.join()).not.toMatch(/"f[012]"/);
  });

  it('costs a union its own objects only', async () => {
    const { data } = await graph.ask(
      '{ search { __typename ... on Film { minutes } ... on Book { pages } } }',
      somebody,
    );
    expect(data).toEqual({
      search: [{ __typename: 'Book', pages: 100 }, { __typename: 'Person' }, null, null, null],
    });
  });

  it('is told at twenty places, and of the others that there are more', async () => {
    const text = '{ people(first: 5) { friends { friends { friends { works { id } } } } } }';
    const { errors = [] } = await graph.ask(text, somebody);
    const last = refused(undefined, 'FORBIDDEN', { missing: ['people.@.friends.@.friends.@.friends.@.works.@'] });
    expect(errors).toHaveLength(21);
    expect(errors.every(({ path }, index) => (path === undefined) === (index === 20))).toBe(true);
    expect(plain(errors.at(-1) as object)).toEqual(last);
  });

  it('that stands behind an interface object is for nobody who is not signed in', async () => {
    const { data, errors } = await graph.ask('{ topRated { rating } }', nobody);
    expect(data).toEqual({ topRated: null });
    expect(plain({ errors })).toEqual({ errors: [refused(['topRated'], 'UNAUTHENTICATED')] });
    expect(graph.traffic).toEqual([]);
  });
});

describe('an operation with rules', () => {
  it('asks what its conditions leave in, and withholds that', async () => {
    const text = 'query ($if: Boolean!) { me { id age @include(if: $if) nick @skip(if: true) } }';
    expect((await graph.ask(text, somebody, { if: false })).errors).toBeUndefined();
    expect((await graph.ask(text, somebody, { if: true })).data).toEqual({ me: { id: 'p0', age: null } });
  });

  it('tells of the schema what the caller may see, and type names to everybody', async () => {
    const text =
      '{ __typename film: __type(name: "Film") { name } query: __type(name: "Query") { name } me { __typename nick } }';
    const { data, errors } = await graph.ask(text, nobody);
    expect(errors).toHaveLength(1);
    expect(data).toEqual({ __typename: 'Query', film: null, query: { name: 'Query' }, me: null });
    expect((await graph.ask(text, withScopes('film:watch'))).data).toMatchObject({ film: { name: 'Film' } });
  });

  it('does not make a change that is refused, and makes the others in order', async () => {
    const { data } = await graph.ask(
      'mutation { a: noteAtWorks(text: "1") { texts } failAtPeople b: noteAtWorks(text: "2") { texts } }',
      somebody,
    );
    expect(data).toEqual({ a: { texts: ['works: 1'] }, failAtPeople: null, b: { texts: ['works: 1', 'works: 2'] } });
    expect(graph.traffic.join()).not.toContain('failAtPeople');
  });

  it('makes no change at all when it could not say what came of it', async () => {
    const { data } = await graph.ask(
      'mutation { noteAtWorks(text: "1") { by } noteAtPeople(text: "2") { by } }',
      somebody,
    );
    expect(data).toBeNull();
    expect(graph.traffic).toEqual([]);
  });

  it('is planned once for all callers who are alike to its rules', async () => {
    const text = '{ me { email age } }';
    const callers = [withScopes(), withScopes('film:watch'), withScopes('nick:read', 'film:watch')];
    const { misses } = graph.gateway.counts;
    for (const caller of callers) await graph.ask(text, caller);
    expect(graph.gateway.counts.misses - misses).toBe(1);
    await graph.ask(text, withScopes('age:read'));
    expect(graph.gateway.counts.misses - misses).toBe(2);
  });
});

describe('random operations', () => {
  const callers = [nobody, somebody, withScopes('age:read', 'film:watch'), withScopes('nick:read', 'notes:write')];

  it.each(callers)(
    'withhold from %j what one server would, and ask no agency for it',
    async (caller) => {
      const { fields, types } = withheldFrom(caller);
      const words = [
        ...fields.map((one) => one.split('.')[1]),
        ...(types.includes('Film') ? ['minutes', 'related'] : []),
      ];
      const asked = new RegExp(`\\b(${words.join('|')})\\b`);
      const wrong: string[] = [];
      for (let seed = 1; seed <= 300 && wrong.length < 3; seed += 1) {
        const operation = randomOperation(graph.api, seed);
        const [ours, theirs] = [
          await graph.ask(operation.text, caller, operation.variables),
          await graph.askMonolith(operation, caller),
        ];
        const found = agreement.withholding(ours, theirs) ?? graph.traffic.find((one) => asked.test(one));
        if (found) wrong.push(`seed ${seed}: ${operation.text} ${JSON.stringify(operation.variables)}\n${found}`);
      }
      expect(wrong).toEqual([]);
    },
    600_000,
  );

  it('answer all to whoever has every scope', async () => {
    const everything = withScopes('age:read', 'nick:read', 'film:watch', 'notes:write');
    for (let seed = 1; seed <= 100; seed += 1) {
      const operation = randomOperation(graph.api, seed);
      const ours = await graph.ask(operation.text, everything, operation.variables);
      const theirs = await graph.askMonolith(operation, everything);
      expect(JSON.stringify(ours.data)).toBe(JSON.stringify(theirs.data));
    }
  }, 600_000);
});
