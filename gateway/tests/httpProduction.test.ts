import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import type { Principal } from '#kit/principal.ts';
import { circuitFigures } from '../call/circuit.ts';
import { type LoneGateway, startLoneGateway } from './support/loneGateway.ts';

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly codes: readonly string[];
  readonly extensions: Record<string, unknown> | undefined;
}

/** In production, but with texts of everybody's own: what the list of documents would refuse anyway has to hold without it. */
let gateway: LoneGateway;
beforeAll(async () => {
  gateway = await startLoneGateway({ production: true, trustedOnly: false, circuit: circuitFigures });
}, 90_000);
afterAll(() => gateway.stop());

async function ask(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await gateway.post(JSON.stringify(body), headers);
  const text = await response.text();
  const { errors = [], extensions } = JSON.parse(text) as {
    errors?: { extensions: { code: string } }[];
    extensions?: Record<string, unknown>;
  };
  return { status: response.status, text, extensions, codes: errors.map((error) => error.extensions.code) };
}

const as = async (principal: Exclude<Principal, { kind: 'anonymous' }>) => ({
  authorization: `Bearer ${await gateway.issuer.tokenFor(principal)}`,
});
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

describe('the checks of graphql-cop, in production (A2, A3, A4, A7, A13, A16, A17)', () => {
  it.each([
    ['alias overloading', `{ ${times(101, (n) => `a${n}: __typename`)} }`, 'ALIAS_LIMIT'],
    ['directive overloading', `{ __typename ${'@aa '.repeat(60)}}`, 'DIRECTIVE_LIMIT'],
    ['field duplication', `{ ${'__typename '.repeat(500)}}`, 'ROOT_FIELD_LIMIT'],
    [
      'circular introspection',
      `{ __schema { types { fields { type { fields { type ${'{ ofType '.repeat(12)}{ name }${' }'.repeat(18)}`,
      'DEPTH_LIMIT',
    ],
    ['introspection', getIntrospectionQuery(), 'GRAPHQL_VALIDATION_FAILED'],
    ['introspection of one type', '{ __type(name: "Citizen") { name } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['field suggestions', '{ citizn { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['suggestions of arguments', '{ citizen(nikk: "1") { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['suggestions of types', 'query ($v: Citizn) { __typename }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('are clean: %s', async (_check, query, code) => {
    const { status, codes, text } = await ask({ query });
    expect([status, codes[0]]).toEqual([400, code]);
    expect(text).not.toMatch(/did you mean|"data":\{"__/i);
    expect(text.length).toBeLessThan(2_000);
  });

  it.each([
    ['ten directives that nobody knows', { query: `{ __typename ${'@aa '.repeat(10)}}` }],
    ['a batch of ten', Array.from({ length: 10 }, () => ({ query: '{ __typename }' }))],
    ['what makes a server stumble', { query: 'qwerty', variables: 7 }],
  ])('are clean: %s', async (_check, body) => {
    const { status, text } = await ask(body);
    expect(status).toBe(400);
    expect(text.length).toBeLessThan(2_000);
    expect(text).not.toMatch(/node_modules|\.ts:|\.js:|stacktrace|Error:/);
  });

  it.each([
    ['GET with a query', 'GET', '/graphql?query=%7B__typename%7D', 405],
    ['GET with a mutation', 'GET', '/graphql?query=mutation%20%7B__typename%7D', 405],
    ['GraphiQL', 'GET', '/graphql', 405],
    ['GraphiQL at its own address', 'GET', '/graphiql', 404],
    ['the landing page', 'GET', '/', 404],
    ['tokens of personas', 'POST', '/playground/token', 404],
    ['PUT', 'PUT', '/graphql', 404],
  ])('are clean: %s', async (_check, method, path, status) => {
    const headers = { accept: 'text/html', connection: 'close' };
    const response = await fetch(`${gateway.url}${path}`, { method, headers });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/json');
  });

  it('are clean: a form of another page', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const response = await gateway.post('query=%7B__typename%7D', { 'content-type': type });
      expect(response.status).toBe(415);
    }
  });

  it('are clean: traces and plans, whoever asks for them without a name', async () => {
    const wished = {
      'apollo-federation-include-trace': 'ftv1',
      'apollo-query-plan-experimental': 'true',
      'apollo-expose-query-plan': 'true',
      'x-apollo-tracing': '1',
      'x-explain': 'plan, agencies',
    };
    // An agency is asked, so that there would be a plan and a trace to tell.
    const { status, text } = await ask({ query: '{ services(first: 1) { edges { node { code } } } }' }, wished);
    expect([status, Object.keys(JSON.parse(text))]).toEqual([200, ['errors', 'data']]);
    expect(text).toContain('SUBGRAPH_UNAVAILABLE');
    expect(text).not.toMatch(/ftv1|tracing|queryPlan|"plan"/);
  });
});

describe('what comes in parts (A15, V15)', () => {
  it.each([
    ['a subscription', 'subscription { applicationChanged { id } }'],
    ['a subscription without a name', 'subscription { __typename }'],
    ['@defer', '{ me { ... @defer { fullName } } }'],
    ['@stream', '{ regions(first: 2) { edges @stream(initialCount: 1) { cursor } } }'],
  ])('is refused whole: %s', async (_what, query) => {
    for (const accept of ['*/*', 'multipart/mixed; deferSpec=20220824, application/json', 'text/event-stream, */*']) {
      const { codes, text } = await ask({ query }, { accept });
      expect(codes.length).toBeGreaterThan(0);
      expect(text).not.toContain('hasNext');
      expect(JSON.parse(text).data ?? null).toBeNull();
    }
    expect((await ask({ query: '{ __typename }' })).status).toBe(200);
  });

  it('is never what an answer is sent as', async () => {
    const response = await gateway.post('{"query":"{ __typename }"}', { accept: 'multipart/mixed' });
    expect(response.headers.get('content-type')).toContain('application/json');
  });
});

describe('how the agencies are', () => {
  it('is told to those at work who ask, and to nobody else', async () => {
    const officer = await as({ kind: 'officer', id: 'off-1', agency: 'tax', region: '35.10', scopes: [] });
    const citizen = await as({ kind: 'citizen', id: 'ctz-1', scopes: [] });
    const asked = { 'x-explain': 'agencies' };
    const { extensions } = await ask({ query: '{ __typename }' }, { ...officer, ...asked });
    expect(Object.keys(extensions?.agencies ?? {}).length).toBeGreaterThanOrEqual(5);
    expect(new Set(Object.values(extensions?.agencies ?? {}))).toEqual(new Set(['closed']));
    for (const who of [{}, citizen]) {
      expect((await ask({ query: '{ __typename }' }, { ...who, ...asked })).extensions).toBeUndefined();
    }
  });

  it('is read at /health/ready, agency by agency, and makes nobody unready', async () => {
    const response = await fetch(`${gateway.url}/health/ready`);
    const { status, agencies, circuits } = (await response.json()) as Record<string, Record<string, string>>;
    expect([response.status, status]).toEqual([200, 'ready']);
    expect(Object.keys(agencies ?? {}).length).toBeGreaterThanOrEqual(5);
    expect(new Set(Object.values(agencies ?? {}))).toEqual(new Set(['not ready']));
    expect(Object.keys(circuits ?? {}).sort()).toEqual(Object.keys(agencies ?? {}).sort());
  });
});
