import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { defaultQueryLimits } from '../gateway/admit/limits.ts';
import { aliased, bombs } from '../gateway/tests/support/bombs.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

/** Documents of a client of ours that lie beyond a limit, each with its code: a client may be wrong, too. */
const heavy: Readonly<Record<string, readonly [code: string, text: string]>> = {
  TooDeep: ['DEPTH_LIMIT', `query TooDeep { region(code: "35") { ${'parent { '.repeat(12)}code${' }'.repeat(14)}`],
  TooManyAliases: ['ALIAS_LIMIT', `query TooManyAliases ${aliased(16).replaceAll(': a', ': __typename')}`],
  TooDear: ['COST_LIMIT', 'query TooDear { malls(first: 100) { services(first: 100) { code } } }'],
  TooMuch: [
    'EXPANSION_LIMIT',
    bombs.plain?.(12).replace('query', 'query TooMuch').replaceAll('Person', 'Citizen') ?? '',
  ],
  Sliced: ['COST_LIMIT', 'query Sliced($n: Int) { malls(first: $n) { services(first: $n) { code } } }'],
};

const p = '(first: 100)';
const documents = mkdtempSync(join(tmpdir(), 'limits-'));
let platform: TestPlatform;
beforeAll(async () => {
  for (const [name, [, text]] of Object.entries(heavy)) writeFileSync(join(documents, `${name}.graphql`), text);
  const operationsFolder = pathToFileURL(`${documents}/`);
  platform = await startTestPlatform({
    operationsFolder,
    proxies: 1,
    rateLimits: { callerPerMinute: 40, addressPerMinute: 60 },
  });
}, 90_000);
afterAll(async () => {
  await platform.stop();
  rmSync(documents, { recursive: true });
});

let addresses = 0;
/** Each test comes from an address of its own, so that none uses up what another may ask. */
const fromElsewhere = () => ({ 'x-forwarded-for': `192.0.2.${++addresses}` });

async function ask(body: unknown, headers: Readonly<Record<string, string>> = fromElsewhere()) {
  const response = await platform.post(typeof body === 'string' ? body : JSON.stringify(body), headers);
  const text = await response.text();
  const {
    errors = [],
    data,
    extensions,
  } = JSON.parse(text) as {
    errors?: { message: string; extensions: Record<string, unknown> }[];
    data?: unknown;
    extensions?: { cost?: unknown };
  };
  return {
    status: response.status,
    text,
    errors,
    data,
    extensions,
    headers: response.headers,
    code: errors[0]?.extensions.code,
  };
}

describe('an operation beyond a limit', () => {
  it.each(Object.entries(heavy))(
    'is refused alike as a known document and as any other: %s',
    async (_name, [code, text]) => {
      const variables = { n: 100 };
      const asOther = await ask({ query: `${text} # not the known text`, variables });
      const asKnown = await ask({ query: text, variables });
      const byId = await ask({ id: createHash('sha256').update(text).digest('hex'), variables });
      expect(asOther).toMatchObject({ status: 400, code });
      expect(asOther.errors[0]?.extensions).toEqual({
        code,
        limit: expect.any(Number),
        value: expect.any(Number),
        where: expect.any(String),
      });
      for (const known of [asKnown, byId]) expect(known).toMatchObject({ status: 400, text: asOther.text });
    },
  );

  it('costs by its variables, whether it is known or not', async () => {
    const query = heavy.Sliced?.[1] ?? '';
    for (const text of [query, `${query} # not the known text`]) {
      const light = await ask({ query: text, variables: { n: 10 } }, { ...fromElsewhere(), 'x-explain': 'cost' });
      expect(light.status).toBe(200);
      expect(light.extensions?.cost).toEqual({ value: 110, limit: 5_000 });
      const heavier = await ask({ query: text, variables: { n: 100 } });
      expect(heavier.errors[0]?.extensions).toMatchObject({ value: 10_100, limit: 5_000, where: 'query Sliced' });
    }
  });

  it.each([
    ['array batching', Array.from({ length: 100 }, () => ({ query: '{ __typename }' })), 'BAD_USER_INPUT'],
    ['three thousand aliases', { query: aliased(3_000) }, 'TOKEN_LIMIT'],
    ['pages of pages of pages', { query: `{ malls${p} { services${p} { malls${p} { id } } } }` }, 'COST_LIMIT'],
    [
      'fragments in fragments over the same fields',
      { query: `{ me { ${'... on Citizen { id fullName '.repeat(60)}${'} '.repeat(60)}} }` },
      'DEPTH_LIMIT',
    ],
    ['ten operations', { query: 'query Q { a } '.repeat(10), operationName: 'Q' }, 'OPERATION_LIMIT'],
    ['sixty directives', { query: `{ me { id ${'@include(if: true) '.repeat(60)}} }` }, 'DIRECTIVE_LIMIT'],
    ['five thousand directives', { query: `{ me { id ${'@a '.repeat(5_000)}} }` }, 'TOKEN_LIMIT'],
    ['five thousand fields', { query: `{ ${'__typename '.repeat(5_000)}}` }, 'TOKEN_LIMIT'],
    ['fifteen thousand comments', { query: `{ __typename } ${'#\n'.repeat(15_000)}` }, 'TOKEN_LIMIT'],
    [
      'a circle of fragments',
      { query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }' },
      'EXPANSION_LIMIT',
    ],
    ['ten thousand levels', { query: `${'{a'.repeat(10_000)}` }, 'DEPTH_LIMIT'],
    [
      'a page of a thousand million',
      { query: '{ regions(first: 999999999) { edges { node { code } } } }' },
      'COST_LIMIT',
    ],
    ['a negative page', { query: '{ regions(first: -1) { edges { node { code } } } }' }, 'BAD_USER_INPUT'],
  ])('is refused in few words: %s', async (_what, body, code) => {
    const answer = await ask(body);
    expect(answer.code).toBe(code);
    expect(answer.text.length).toBeLessThan(2_000);
  });

  it('is refused for variables ten thousand levels deep', async () => {
    const answer = await ask(`{"query":"{ __typename }","variables":{"v":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`);
    expect(answer).toMatchObject({ status: 400, code: 'DEPTH_LIMIT' });
  });

  it('is refused before anything is planned', async () => {
    const headers = { ...(await signedIn()), 'x-explain': 'plan' };
    const answer = await ask({ query: heavy.TooDear?.[1] }, headers);
    expect(answer.data).toBeUndefined();
    expect(answer.extensions).toBeUndefined();
  });
});

describe('a question for the schema', () => {
  it('is answered as the playground asks it', async () => {
    const { data, errors } = await ask({ query: getIntrospectionQuery() });
    expect(errors).toEqual([]);
    expect(data).toHaveProperty('__schema');
  });

  it('is refused when it goes round in circles', async () => {
    const query = `{ __type(name: "Query") ${'{ ofType '.repeat(20)}{ name ${'}'.repeat(22)}`;
    expect(await ask({ query })).toMatchObject({ status: 400, code: 'DEPTH_LIMIT' });
  });
});

describe('a body', () => {
  it('that is compressed is refused before it is read', async () => {
    const packed = gzipSync(Buffer.alloc(10_000_000, ' '));
    for (const encoding of ['gzip', 'br', 'gzip, gzip', 'identity']) {
      const response = await fetch(`${platform.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-encoding': encoding, ...fromElsewhere() },
        body: packed,
      });
      expect(response.status).toBe(415);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }] });
    }
  });

  it('of 65 kB is refused, in JSON', async () => {
    expect(await ask({ query: '{ __typename }', more: 'x'.repeat(65 * 1024) })).toMatchObject({
      status: 413,
      code: 'REQUEST_TOO_LARGE',
    });
  });

  it('without an end is cut off', async () => {
    const { status, sent } = await endlessBody(`${platform.url}/graphql`);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(10_000_000);
  });
});

describe('somebody who asks too often', () => {
  it('is told when to try again, and nobody else waits', async () => {
    const headers = await signedIn();
    const answers = await Promise.all(Array.from({ length: 45 }, () => ask({ query: '{ __typename }' }, headers)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMIT', limit: 40, retryable: true });
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await ask({ query: '{ __typename }' })).toMatchObject({ status: 200 });
  });

  it('gains nothing by looking up ten things in one request', async () => {
    const ten = Array.from(
      { length: 10 },
      (_, index) => `a${index}: verifyCertificate(code: "x${index}") { __typename }`,
    );
    const query = `{ ${ten.join(' ')} }`;
    const headers = fromElsewhere();
    for (let times = 0; times < 6; times++) expect((await ask({ query }, headers)).status).toBe(200);
    const refused = await ask({ query }, headers);
    expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMIT', data: undefined });
    expect(refused.errors[0]?.extensions).toMatchObject({ limit: 60, where: 'Query.verifyCertificate' });
    expect((await ask({ query: '{ __typename }' }, headers)).status).toBe(200);
  });
});

describe('the settings', () => {
  it('let through what the defaults refuse', async () => {
    const raised = await startTestPlatform({ queryLimits: { ...defaultQueryLimits, aliases: 16, rootFields: 20 } });
    try {
      const { status } = await raised.ask(aliased(16).replaceAll(': a', ': __typename'));
      expect(status).toBe(200);
    } finally {
      await raised.stop();
    }
  }, 60_000);
});

async function signedIn() {
  return { authorization: `Bearer ${await platform.tokenFor('nurse')}` };
}

/** Sends a body that never ends, in chunks, until it is answered. */
function endlessBody(url: string): Promise<{ status: number | undefined; sent: number }> {
  return new Promise((resolve, reject) => {
    let sent = 0;
    const chunk = ' '.repeat(16_384);
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked', ...fromElsewhere() };
    const sending = request(url, { method: 'POST', headers }, (response) => {
      clearInterval(timer);
      resolve({ status: response.statusCode, sent });
      sending.destroy();
    });
    const timer = setInterval(() => {
      sent += chunk.length;
      sending.write(chunk);
    }, 5);
    sending.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
  });
}
