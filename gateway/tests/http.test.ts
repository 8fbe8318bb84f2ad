import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { clientOperation } from '../../schema/clientOperations.ts';
import { type LoneGateway, startLoneGateway } from './support/loneGateway.ts';

const portal = 'https://portal.example.go.id';
const inbox = clientOperation('Inbox').document;
const idOfInbox = createHash('sha256').update(inbox).digest('hex');

let gateway: LoneGateway;
let strict: LoneGateway;
let citizen: { authorization: string };
let writers: readonly { authorization: string }[];
beforeAll(async () => {
  gateway = await startLoneGateway({ corsOrigins: [portal] });
  strict = await startLoneGateway({ trustedOnly: true });
  const tokenOf = async (kind: 'citizen' | 'analyst' | 'developer') => ({
    authorization: `Bearer ${await strict.issuer.tokenFor({ kind, id: 'somebody', scopes: [] })}`,
  });
  citizen = await tokenOf('citizen');
  writers = [await tokenOf('analyst'), await tokenOf('developer')];
}, 90_000);
afterAll(async () => {
  await gateway.stop();
  await strict.stop();
});

const codeOf = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe('where only our own documents are answered', () => {
  it('one comes by its id', async () => {
    const answer = (await (await strict.post(JSON.stringify({ id: idOfInbox }), citizen)).json()) as { data: object };
    expect(answer.data).toMatchObject({ me: { applications: null } });
  });

  it.each([
    ['a text of its own', { query: '{ __typename }' }],
    ['the text of a known one', { query: inbox }],
    ['a text beside an id', { id: idOfInbox, query: '{ __typename }' }],
  ])('a client may not send %s', async (_what, body) => {
    for (const headers of [{}, citizen]) {
      const response = await strict.post(JSON.stringify(body), headers);
      expect([response.status, await codeOf(response)]).toEqual([400, 'UNKNOWN_DOCUMENT']);
    }
  });

  it('an analyst and a developer may write', async () => {
    for (const writer of writers) expect((await strict.post('{"query":"{ __typename }"}', writer)).status).toBe(200);
  });
});

describe('automatic persisted queries (A46)', () => {
  it.each([
    ['a hash alone', { extensions: { persistedQuery: { version: 1, sha256Hash: idOfInbox } } }],
    ['a hash of another text', { query: '{ __typename }', extensions: { persistedQuery: { sha256Hash: idOfInbox } } }],
  ])('are refused: %s', async (_what, body) => {
    const response = await gateway.post(JSON.stringify(body));
    expect([response.status, await codeOf(response)]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('a request in another form', () => {
  it.each([
    ['GET with a query (A16)', 'GET', '?query=%7B__typename%7D', undefined, undefined, 405],
    ['GET with a mutation', 'GET', '?query=mutation%7Bx%7D', undefined, undefined, 405],
    ['GET as a form (V10)', 'GET', '?query=%7B__typename%7D', 'application/x-www-form-urlencoded', undefined, 405],
    ['GET as text (V10)', 'GET', '?query=%7B__typename%7D', 'text/plain', undefined, 405],
    ['GET as JSON with odd words (V10)', 'GET', '?query=%7B__typename%7D', 'application/json; a=b; c', undefined, 405],
    ['GET as nothing known (V10)', 'GET', '?query=%7B__typename%7D', 'a/b', undefined, 405],
    ['POST of text (A17)', 'POST', '', 'text/plain', '{"query":"{ __typename }"}', 415],
    ['POST of a form', 'POST', '', 'application/x-www-form-urlencoded', 'query={__typename}', 415],
    ['an upload (A15)', 'POST', '', 'multipart/form-data; boundary=x', '--x--', 415],
    ['broken JSON', 'POST', '', 'application/json', '{"query":', 400],
    ['a batch (A7)', 'POST', '', 'application/json', '[{"query":"{ __typename }"},{"query":"{ __typename }"}]', 400],
    ['65 kB (A9)', 'POST', '', 'application/json', JSON.stringify({ query: ' '.repeat(65_600) }), 413],
    ['nothing', 'POST', '', 'application/json', '', 400],
    ['another address', 'GET', '/../../etc/passwd', undefined, undefined, 404],
  ])('is refused in JSON with a code: %s', async (_what, method, path, type, body, status) => {
    const headers = type === undefined ? {} : { 'content-type': type };
    const response = await fetch(`${gateway.url}/graphql${path}`, { method, headers, ...(body ? { body } : {}) });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    expect(await codeOf(response)).toEqual(expect.any(String));
  });
});

it('a request without a word on its form is refused (A17)', async () => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    body: new Blob(['{"query":"{ __typename }"}']),
  });
  expect([response.status, await codeOf(response)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
});

it('a body that is too large is told its limit, how large it is, and where (A9)', async () => {
  const body = JSON.stringify({ query: ' '.repeat(65_600) });
  const { errors } = (await (await gateway.post(body)).json()) as { errors: { extensions: object }[] };
  const told = { code: 'REQUEST_TOO_LARGE', limit: 65_536, value: body.length, where: 'the body' };
  expect(errors[0]?.extensions).toEqual(told);
});

describe('a page of another origin (A18)', () => {
  const preflight = (origin: string) =>
    fetch(`${gateway.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  it.each(['https://evil.example', 'null', `${portal}.evil.example`, 'https://sub.portal.example.go.id'])(
    'is told nothing: %s',
    async (origin) => {
      const answers = [await preflight(origin), await gateway.post('{"query":"{ __typename }"}', { origin })];
      for (const { headers } of answers) {
        expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
    },
  );

  it('may ask when it is listed, without cookies', async () => {
    const { headers } = await preflight(portal);
    expect(headers.get('access-control-allow-origin')).toBe(portal);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });
});

it('every answer has the headers that browsers are kept in check by (A21)', async () => {
  for (const { headers } of [await gateway.post('{"query":"{ __typename }"}'), await fetch(`${gateway.url}/nowhere`)]) {
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age='),
    });
  }
});

describe('an operation that cannot be executed', () => {
  it.each([
    ['application/json', 200],
    ['application/json, application/graphql-response+json', 400],
    ['*/*', 400],
  ])('has for a client that accepts %s the status %i, whether it is known or not', async (accept, status) => {
    for (const query of [inbox, `${inbox} # unknown`, '{ nothing }', '{']) {
      const response = await gateway.post(JSON.stringify({ query, variables: { first: 'many' } }), { accept });
      expect([query, response.status]).toEqual([query, status]);
    }
  });

  it('is refused with 400 beyond a limit, whatever is accepted', async () => {
    const query = `{ ${'a '.repeat(11)}}`;
    expect((await gateway.post(JSON.stringify({ query }), { accept: 'application/json' })).status).toBe(400);
  });
});

describe('GraphQL over HTTP, by the audits of graphql-http', () => {
  const audits = serverAudits({ url: () => `${gateway.url}/graphql`, fetchFn: fetch });

  /** Three of MAY ask by GET. That is off: a link or a picture of another site could ask, and questions would stand in logs. */
  const offByGet = [
    'MAY accept application/x-www-form-urlencoded formatted GET requests',
    'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
    'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
  ];

  it('are 61, of which three ask by GET, which is off', () => {
    expect(audits).toHaveLength(61);
    expect(audits.filter(({ name }) => offByGet.includes(name))).toHaveLength(3);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    expect(result.status).toMatch(offByGet.includes(audit.name) ? /^(notice|warn)$/ : /^ok$/);
  });
});
