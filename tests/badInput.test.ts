import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
}, 90_000);
afterAll(() => platform.stop());

const purpose = { 'x-purpose': 'a test' };
const byNik = 'query ($nik: Nik!) { citizen(nik: $nik) { fullName } }';
const badNik = '3510012902010001';

describe('bad input', () => {
  it.each([
    ['a NIK with an impossible birth date', byNik, { nik: badNik }],
    ['a NIK that is too short', byNik, { nik: '351001250890001' }],
    ['a region code that is none', 'query ($code: RegionCode!) { region(code: $code) { name } }', { code: '35.1' }],
    ['a cursor that no list gave', '{ services(after: "bm9uc2Vuc2U") { totalCount } }', {}],
    ['a page that is too large', '{ services(first: 101) { totalCount } }', {}],
    ['a page of nothing', '{ regions(first: 0) { totalCount } }', {}],
    [
      'an enum value that does not exist',
      'query ($by: RegionLevel) { regions(level: $by) { totalCount } }',
      { by: 'X' },
    ],
  ])('%s gets a coded, worded error', async (_what, query, variables) => {
    const { errors } = await platform.ask(query, { as: 'officer-identity', variables, headers: purpose });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toMatch(/\w+ \w+/);
  });

  it.each([
    ['in a variable', byNik, { nik: badNik }],
    ['in the text', `{ citizen(nik: "${badNik}") { fullName } }`, {}],
    ['as an enum', `{ regions(level: N${badNik}) { totalCount } }`, {}],
    ['as a number', 'query ($nik: Int!) { regions(first: $nik) { totalCount } }', { nik: badNik }],
  ])('never has a personal number repeated: %s', async (_where, query, variables) => {
    const answer = await platform.ask(query, { as: 'officer-identity', variables, headers: purpose });
    expect(answer.errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(answer)).not.toContain(badNik);
  });
});

describe('an unknown field', () => {
  it('gets no suggestion of what there is', async () => {
    const { errors } = await platform.ask('{ citizn { id } }');
    expect(errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(errors[0]?.message).not.toMatch(/did you mean/i);
  });
});

describe('the endpoint', () => {
  const post = (body: string, headers: Record<string, string> = {}) => platform.post(body, headers);

  it('does not answer GET', async () => {
    const response = await fetch(`${platform.url}/graphql?query=%7B__typename%7D`);
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
  });

  it('refuses a body over 64 kB, in JSON', async () => {
    const response = await post(JSON.stringify({ query: `{ __typename } #${'x'.repeat(70_000)}` }));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }] });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])('refuses %s', async (type) => {
    const response = await post('{"query":"{ __typename }"}', { 'content-type': type });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }] });
  });

  it('refuses a batch', async () => {
    const response = await post('[{"query":"{ __typename }"},{"query":"{ __typename }"}]');
    expect(response.status).toBe(400);
  });

  it('tells nothing of its inside when JSON is broken', async () => {
    const response = await post('{"query":');
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      errors: [{ message: 'The request is not JSON.', extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('is never cached', async () => {
    const response = await post('{"query":"{ __typename }"}');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
