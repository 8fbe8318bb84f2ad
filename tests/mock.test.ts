import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askMock, type MockAnswer } from '../mock/askMock.ts';
import { exampleVariables } from '../mock/exampleVariables.ts';
import { type RunningMock, startMock } from '../mock/startMock.ts';
import { World } from '../mock/world.ts';
import { type ClientOperation, clientOperation, clientOperations } from '../schema/clientOperations.ts';

interface Answer extends MockAnswer {
  readonly data: { me: Record<string, unknown> | null } & Record<string, unknown>;
}

const frontEnd = 'http://localhost:5173';
let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0, seed: '1', origins: [frontEnd], gateway: { agencyTimeoutMs: 4_000 } });
}, 60_000);
afterAll(() => mock.stop());

const world = new World('1');
const dashboard = clientOperation('CitizenDashboard');

interface Asking {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly at?: RunningMock;
}

async function ask(
  { document, persona }: Pick<ClientOperation, 'document' | 'persona'>,
  { variables = {}, headers = {}, at = mock }: Asking = {},
): Promise<Answer> {
  return (await askMock(at, { document, persona, variables, headers })) as Answer;
}

function mine({ me }: Answer['data']): Record<string, unknown> {
  if (!me) throw new Error('Nobody is signed in.');
  return me;
}

const asDashboard = (document: string) => ({ document, persona: 'food-seller' });

describe('the mocked graph', () => {
  it.each(clientOperations().map((operation) => [operation.name, operation] as const))(
    'answers %s without an error',
    async (_name, operation) => {
      const { data, errors } = await ask(operation, { variables: exampleVariables(operation, world) });
      expect(errors).toBeUndefined();
      expect(Object.values(data).some((value) => value !== null)).toBe(true);
    },
  );

  it.each(clientOperations().map((operation) => [operation.name, operation] as const))(
    'says what each call of %s costs, and together they cost what the operation does',
    async (_name, operation) => {
      const [variables, headers] = [exampleVariables(operation, world), { 'x-explain': 'plan, cost' }];
      const asked = { ...operation, persona: operation.persona ?? 'food-seller' };
      const { extensions } = await ask(asked, { variables, headers });
      const calls = extensions?.plan?.steps.flatMap((step) => step.calls) ?? [];
      const ofCalls = calls.reduce((sum, { cost }) => sum + (cost ?? Number.NaN), 0);
      // A change costs ten before its first field, and that is no call's.
      const ofChange = /^mutation\b/m.test(operation.document) ? 10 : 0;
      expect(ofCalls).toBeGreaterThan(0);
      expect(ofCalls + ofChange).toBe(extensions?.cost?.value);
    },
  );

  it('says the same to the same seed and something else to another', async () => {
    // Without documents to plan beforehand a gateway starts in a moment.
    const gateway = { operationsFolder: pathToFileURL(`${mkdtempSync(join(tmpdir(), 'mpp-mock-'))}/`) };
    const [again, other] = [
      await startMock({ port: 0, seed: '1', gateway }),
      await startMock({ port: 0, seed: 'another', gateway }),
    ];
    try {
      const short = asDashboard('{ me { civilRecords { registrationNumber eventDate } taxpayer { returns { id } } } }');
      const first = await ask(short);
      expect(await ask(short, { at: again })).toEqual(first);
      expect(await ask(short, { at: other })).not.toEqual(first);
    } finally {
      await Promise.all([again.stop(), other.stop()]);
    }
  }, 60_000);

  it('knows who signed in, and an application by its number from whichever page it was found on', async () => {
    const inbox = '{ me { fullName applications(first: 2) { edges { node { id status service { code } } } } } }';
    const { data } = await ask(asDashboard(inbox));
    expect(data.me?.['fullName']).toBe('Sari Contohwati');
    const { edges } = mine(data)['applications'] as { edges: { node: { id: string } }[] };
    const node = edges[0]?.node;
    const single = 'query Single($id: ID!) { application(id: $id) { id status service { code } } }';
    const found = await ask(asDashboard(single), { variables: { id: node?.id } });
    expect(found.data['application']).toEqual(node);
  });

  it('pages through a list without repeating or leaving out anything', async () => {
    const document =
      'query Page($first: Int, $after: String) { me { applications(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } } }';
    const pageOf = async (variables: Record<string, unknown>) =>
      mine((await ask(asDashboard(document), { variables })).data)['applications'] as {
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string };
        edges: { node: { id: string } }[];
      };
    const whole = await pageOf({ first: 100 });
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await pageOf({ first: 2, after });
      paged.push(...page.edges.map(({ node }) => node.id));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(paged).toEqual(whole.edges.map(({ node }) => node.id));
    expect(new Set(paged).size).toBe(whole.totalCount);
  });

  it('lets nobody see what the schema withholds', async () => {
    const { data, errors } = await ask({ document: '{ me { fullName } }', persona: null });
    expect(data.me).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });
});

describe('a front-end on another port', () => {
  it('may ask, send the mock its wishes and fetch a token of a persona; other pages may not', async () => {
    const preflight = async (path: string, origin: string) =>
      (await fetch(`${mock.url}${path}`, { method: 'OPTIONS', headers: { origin } })).headers;
    for (const path of ['/graphql', '/playground/token']) {
      const allowed = await preflight(path, frontEnd);
      expect(allowed.get('access-control-allow-origin')).toBe(frontEnd);
      expect(allowed.get('access-control-allow-headers')).toContain('x-mock-fail');
      expect((await preflight(path, 'http://localhost:6666')).get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('what a client wishes for by headers', () => {
  it.each([
    ['civil-records', 'SUBGRAPH_UNAVAILABLE'],
    ['civil-records=timeout', 'SUBGRAPH_TIMEOUT'],
    ['civil-records=invalid', 'SUBGRAPH_INVALID_RESPONSE'],
  ])('fails %s with the error of the real gateway, and costs no other agency anything', async (wish, code) => {
    const whole = await ask(dashboard);
    const { data, errors = [] } = await ask(dashboard, { headers: { 'x-mock-fail': wish } });
    expect(errors[0]).toMatchObject({
      path: ['me', 'civilRecords'],
      extensions: { code, agency: 'civil-records', retryable: true },
    });
    expect(data.me).toMatchObject({ civilRecords: null, taxpayer: whole.data.me?.['taxpayer'] });
    expect(errors.every(({ extensions }) => extensions.agency === 'civil-records')).toBe(true);
  });

  it('delays one agency, and beyond its time gives it up', async () => {
    const document = '{ me { fullName taxpayer { status } } }';
    const timed = async (delay: string) => {
      const started = performance.now();
      const answer = await ask(asDashboard(document), { headers: { 'x-mock-delay': delay } });
      return { ms: performance.now() - started, answer };
    };
    const slow = await timed('tax=200');
    expect(slow.ms).toBeGreaterThanOrEqual(195);
    expect(slow.answer.errors).toBeUndefined();
    const late = await timed('tax=6000');
    expect(late.answer.errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_TIMEOUT', agency: 'tax' });
  });

  it('refuses a change with the code that was asked for, as a payload does', async () => {
    const operation = clientOperation('FileComplaint');
    const variables = exampleVariables(operation, world);
    const { data } = await ask(operation, { variables, headers: { 'x-mock-refuse': 'CONFLICT' } });
    expect(data['fileComplaint']).toMatchObject({ complaint: null, errors: [{ code: 'CONFLICT' }] });
  });

  it.each([[{ 'x-mock-fail': 'nobody' }], [{ 'x-mock-delay': 'tax=soon' }], [{ 'x-mock-refuse': 'BECAUSE' }]])(
    'says that %j cannot be understood',
    async (headers) => {
      const { errors } = await ask(dashboard, { headers });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );
});
