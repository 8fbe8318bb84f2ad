import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { askGraph, type Explained } from '../askGraph.ts';
import { personaTokens } from '../tokens.ts';

const dashboard = { query: 'query CitizenDashboard { me { id } }', operationName: 'CitizenDashboard' };
const plan = { steps: [{ calls: [{ agency: 'identity', path: '', fields: ['me'], ms: 3, error: null }] }] };

/** A gateway that issues `token-1`, `token-2`, ... and takes those in `accepted`. */
function aGateway({ accepted = /^Bearer / }: { accepted?: RegExp } = {}) {
  const asked: Headers[] = [];
  let issued = 0;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (address, request) => {
    if (address === '/playground/token') {
      issued += 1;
      return Response.json({ token: `token-${issued}` });
    }
    const headers = new Headers(request?.headers);
    asked.push(headers);
    const authorization = headers.get('authorization');
    if (authorization && !accepted.test(authorization)) return Response.json({ errors: [] }, { status: 401 });
    return Response.json({
      data: { me: null },
      ...(headers.get('x-explain') === 'plan' ? { extensions: { plan, cost: 4 } } : {}),
    });
  });
  return { asked, issued: () => issued };
}

function asker(persona: string | null, wantsPlan = false) {
  const explained: Explained[] = [];
  const ask = askGraph({
    persona,
    tokens: personaTokens(),
    wantsPlan: () => wantsPlan,
    explain: (each) => explained.push(each),
  });
  return { ask, explained };
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
    expect(answer).toEqual({ data: { me: null } });

    jest.restoreAllMocks();
    gateway = aGateway({ accepted: /never/ });
    expect(await asker('food-seller').ask(dashboard)).toEqual({ errors: [] });
    expect(gateway.asked).toHaveLength(2);
  });

  it('asks for the plan when it is wanted, and takes it out of the answer', async () => {
    const { ask, explained } = asker('food-seller', true);
    expect(await ask(dashboard)).toEqual({ data: { me: null }, extensions: { cost: 4 } });
    expect(explained).toEqual([{ operation: 'CitizenDashboard', plan }]);
  });

  it('asks no plan for reading the schema', async () => {
    const { ask, explained } = asker('food-seller', true);
    await ask({ ...dashboard, operationName: 'IntrospectionQuery' });
    expect(gateway.asked[0]?.has('x-explain')).toBe(false);
    expect(explained).toEqual([]);
  });

  it('says so when the answer is not JSON', async () => {
    jest.restoreAllMocks();
    jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('Bad gateway', { status: 502 }));
    await expect(asker(null).ask(dashboard)).rejects.toThrow('HTTP 502 without JSON: Bad gateway');
  });
});
