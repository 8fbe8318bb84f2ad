import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type LoneGateway, startLoneGateway } from './support/loneGateway.ts';
import { requestOf, sendRaw } from './support/rawClient.ts';

const typename = '{"query":"{ __typename }"}';
const json = 'content-type: application/json';
const opening = ['POST /graphql HTTP/1.1', 'host: x', json];
const length = `content-length: ${typename.length}`;

let gateway: LoneGateway;
beforeAll(async () => {
  gateway = await startLoneGateway();
}, 90_000);
afterEach(async () => {
  expect((await gateway.post(typename)).status).toBe(200);
});
afterAll(() => gateway.stop());

const codesIn = (body: string) =>
  (JSON.parse(body) as { errors: { extensions: { code: string } }[] }).errors.map(({ extensions }) => extensions.code);

describe('bytes that two servers could read in two ways (A20)', () => {
  const smuggled = 'GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n';

  it.each([
    ['a length and chunks', [length, 'transfer-encoding: chunked'], `0\r\n\r\n${smuggled}`],
    ['chunks and a length', ['transfer-encoding: chunked', 'content-length: 4'], `0\r\n\r\n${smuggled}`],
    ['two lengths', [length, 'content-length: 4'], typename + smuggled],
    ['a length that is none', ['content-length: 4x'], typename + smuggled],
    ['chunks in another spelling', ['transfer-encoding: xchunked'], `0\r\n\r\n${smuggled}`],
    ['chunks that are none', ['transfer-encoding: chunked'], `zz\r\n${typename}\r\n0\r\n\r\n${smuggled}`],
    ['a header over two lines', [length, 'x-purpose: a\r\n b'], typename + smuggled],
    ['a header that ends with a bare CR', [length, 'x-purpose: a\rx-mpp-identity: b'], typename + smuggled],
    ['a space before the colon', ['content-length : 4'], typename + smuggled],
    ['a NUL in a header', [length, 'x-purpose: a\0b'], typename + smuggled],
  ])('are refused in JSON, and nothing behind them is read: %s', async (_what, headers, body) => {
    const answers = await sendRaw(gateway.url, requestOf([...opening, ...headers], body));
    expect(answers.map(({ status }) => status)).toEqual([400]);
    expect(codesIn(answers[0]?.body ?? '')).toEqual(['BAD_USER_INPUT']);
  });

  it('are refused beyond 16 kB of headers', async () => {
    const [answer] = await sendRaw(gateway.url, requestOf([...opening, `x-purpose: ${'x'.repeat(20_000)}`]));
    expect(answer?.status).toBe(431);
    expect(codesIn(answer?.body ?? '')).toEqual(['REQUEST_TOO_LARGE']);
  });
});

describe('a body that is announced (A9)', () => {
  it('with ten megabytes is refused before it is sent', async () => {
    const [answer] = await sendRaw(gateway.url, requestOf([...opening, 'content-length: 10000000']));
    expect(answer?.status).toBe(413);
    expect(codesIn(answer?.body ?? '')).toEqual(['REQUEST_TOO_LARGE']);
  });

  it.each(['utf-7', 'utf-32', 'ibm037', 'iso-2022-kr', 'utf-16le'])('in %s is not read (V11)', async (charset) => {
    const response = await gateway.post(typename, { 'content-type': `application/json; charset=${charset}` });
    expect([response.status, codesIn(await response.text())]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
  });

  it('in UTF-8, however it is written, is read', async () => {
    for (const charset of ['utf-8', 'UTF-8', '"utf-8"', 'utf8']) {
      expect((await gateway.post(typename, { 'content-type': `application/json; charset=${charset}` })).status).toBe(
        200,
      );
    }
  });
});

describe('many requests on one connection (A11)', () => {
  it('are answered in their order, none for another', async () => {
    const asked = Array.from({ length: 50 }, (_, n) => {
      const body = JSON.stringify({ query: `{ a${n}: __typename }` });
      const last = n === 49 ? ['connection: close'] : [];
      return requestOf([...opening, `content-length: ${body.length}`, ...last], body);
    });
    const answers = await sendRaw(gateway.url, asked.join(''), 10_000);
    expect(answers.map(({ body }) => body.trim())).toEqual(asked.map((_, n) => `{"data":{"a${n}":"Query"}}`));
  });
});

describe('odd values (A14)', () => {
  const first = 'query ($v: Int) { regions(first: $v) { totalCount } }';

  it.each([
    ['a number without an end', first, '1e400'],
    ['a number that is no whole one', first, '1.0000000000000001e-7'],
    ['a number beyond 32 bits', first, '99999999999999999999'],
    ['an object', first, '{"$gt":0}'],
  ])('get a coded answer: %s', async (_what, query, value) => {
    const response = await gateway.post(`{"query":${JSON.stringify(query)},"variables":{"v":${value}}}`);
    expect([response.status, codesIn(await response.text())]).toEqual([400, ['BAD_USER_INPUT']]);
  });

  it.each([
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ['nothing but a byte order mark', Buffer.from('\ufeff')],
    ['ten thousand brackets', Buffer.from('['.repeat(10_000))],
    ['a key that reaches for all objects', Buffer.from('{"query":"{ __typename }","__proto__":{"polluted":1}}')],
  ])('are refused as a body: %s', async (_what, body) => {
    const [answer] = await sendRaw(
      gateway.url,
      Buffer.concat([Buffer.from(requestOf([...opening, `content-length: ${body.length}`])), body]),
    );
    expect(answer?.status).toBe(400);
    expect(codesIn(answer?.body ?? '')).toEqual(['BAD_USER_INPUT']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
