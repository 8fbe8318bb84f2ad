import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Answered, askGraph } from '../askGraph.ts';
import { noFacts, type SchemaFacts } from '../facts.ts';
import { personaTokens } from '../tokens.ts';

const dashboard = { query: 'query CitizenDashboard { me { id } }', operationName: 'CitizenDashboard' };
const cost = { value: 12, limit: 5000 };
const facts = { types: {} };
const plan = { steps: [{ calls: [{ agency: 'identity', path: '', fields: ['me'], ms: 3, error: null }] }] };

/** A gateway that issues `token-1`, `token-2`, ... and takes those in `accepted`. */
function aGateway({ accepted = /^Bearer / }: { accepted?: RegExp } = {}) {
  const asked: Headers[] = [];
  const bodies: Record<string, unknown>[] = [];
  let issued = 0;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (address, request) => {
    if (address === '/playground/token') {
      issued += 1;
      return Response.json({ token: `token-${issued}` });
    }
    const headers = new Headers(request?.headers);
    if (address === '/playground/schema-facts.json') return Response.json(facts);
    asked.push(headers);
    bodies.push(JSON.parse(String(request?.body)));
    const authorization = headers.get('authorization');
    if (authorization && !accepted.test(authorization)) return Response.json({ errors: [] }, { status: 401 });
    return Response.json({
      data: { me: null },
      ...(headers.has('x-explain') ? { extensions: { plan, cost, other: 4 } } : {}),
    });
  });
  return { asked, bodies, issued: () => issued };
}

function asker(persona: string | null) {
  const answers: Answered[] = [];
  const learnt: SchemaFacts[] = [];
  const ask = askGraph({
    caller: persona === null ? null : personaTokens().of(persona),
    idOf: (text) => (text === 'query Known { me { id } }' ? 'the-id' : undefined),
    begin: () => (each) => answers.push(each),
    learnt: (each) => learnt.push(each),
  });
  return { ask, answers, learnt };
}

describe('asking the graph from the playground', () => {
  let gateway: ReturnType<typeof aGateway>;
  beforeEach(() => {
    gateway = aGateway();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('asks as the chosen persona, with one token for all questions', async () => {
    const { ask } = asker('food-seller');
    await Promise.all([ask(dashboard), ask(dashboard)]);
    expect(gateway.asked.map((headers) => headers.get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-1']);
    expect(gateway.issued()).toBe(1);
  });

  it('asks as nobody without a token', async () => {
    await asker(null).ask(dashboard);
    expect(gateway.asked[0]?.has('authorization')).toBe(false);
    expect(gateway.issued()).toBe(0);
  });

  it('lets a token of the headers editor go before the persona', async () => {
    await asker('food-seller').ask(dashboard, { headers: { Authorization: 'Bearer pasted' } });
    expect(gateway.asked[0]?.get('authorization')).toBe('Bearer pasted');
    expect(gateway.issued()).toBe(0);
  });

  it('takes a new token when the old one is refused, once', async () => {
    jest.restoreAllMocks();
    gateway = aGateway({ accepted: /token-2$/ });
    const answer = await asker('food-seller').ask(dashboard);
    expect(gateway.asked.map((headers) => headers.get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(answer).toMatchObject({ data: { me: null } });

    jest.restoreAllMocks();
    gateway = aGateway({ accepted: /never/ });
    expect(await asker('food-seller').ask(dashboard)).toEqual({ errors: [] });
    expect(gateway.asked).toHaveLength(2);
  });

  it('takes plan and cost out of the answer, and tells them to the tab that asked', async () => {
    const { ask, answers } = asker('food-seller');
    expect(await ask(dashboard)).toEqual({ data: { me: null }, extensions: { other: 4 } });
    expect(gateway.asked[0]?.get('x-explain')).toBe('plan, cost');
    expect(answers).toEqual([{ operation: 'CitizenDashboard', data: { me: null }, plan, cost }]);
  });

  it('asks no plan for reading the schema, but what there is to know of it', async () => {
    const { ask, answers, learnt } = asker('food-seller');
    await ask({ ...dashboard, operationName: 'IntrospectionQuery' });
    expect(gateway.asked[0]?.has('x-explain')).toBe(false);
    expect(answers).toEqual([]);
    expect(learnt).toEqual([noFacts]);
  });

  it('sends the id of a document that is known by one, and the text of any other', async () => {
    const { ask } = asker('food-seller');
    await ask({ query: 'query Known { me { id } }' });
    await ask(dashboard);
    expect(gateway.bodies[0]).toEqual({ id: 'the-id' });
    expect(gateway.bodies[1]).toMatchObject({ query: dashboard.query });
  });

  it('says so when the answer is not JSON', async () => {
    jest.restoreAllMocks();
    jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('Bad gateway', { status: 502 }));
    await expect(asker(null).ask(dashboard)).rejects.toThrow('HTTP 502 without JSON: Bad gateway');
  });
});
