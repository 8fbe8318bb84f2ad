import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '#kit/principal.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { type GraphAnswer, startTestPlatform, type TestPlatform } from './support/platform.ts';
import { type RecordedTraffic, recordTraffic } from './support/recordedTraffic.ts';

let traffic: RecordedTraffic;
let platform: TestPlatform;
beforeAll(async () => {
  traffic = await recordTraffic();
  platform = await startTestPlatform({ agencyUrl: (agency) => traffic.urlOf(agency) });
  traffic.leadTo(platform.agencyUrls);
}, 90_000);
afterAll(async () => {
  await platform.stop();
  await traffic.stop();
});

type SignedIn = Exclude<Principal, { kind: 'anonymous' }>;
const without = (...scopes: string[]): SignedIn => {
  const principal = principalOf('food-seller') as SignedIn;
  return { ...principal, scopes: principal.scopes.filter((scope) => !scopes.includes(scope)) };
};
const withoutNpwp = without('tax:npwp');

/** Asks as somebody with just these scopes, and forgets what was asked before. */
async function ask(query: string, principal?: SignedIn): Promise<Pick<GraphAnswer, 'data' | 'errors'>> {
  traffic.forget();
  const authorization = principal ? { authorization: `Bearer ${await platform.issuer.tokenFor(principal)}` } : {};
  const answer = (await (await platform.post(JSON.stringify({ query }), authorization)).json()) as GraphAnswer;
  return { data: answer.data, errors: answer.errors ?? [] };
}

const withheld = (path: (string | number)[], reason = 'FORBIDDEN') =>
  expect.objectContaining({ path, extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', reason } });

describe('a citizen whose token lacks a scope', () => {
  it('gets null for what needs it, with one error, and everything else', async () => {
    const { data, errors } = await ask('{ me { id taxpayer { npwp maskedNpwp } nik } }', withoutNpwp);
    expect(data).toMatchObject({
      me: { taxpayer: { npwp: null, maskedNpwp: expect.any(String) }, nik: expect.any(String) },
    });
    expect(errors).toEqual([withheld(['me', 'taxpayer', 'npwp'])]);
  });

  it.each([
    ['an alias', '{ me { taxpayer { id: npwp } } }'],
    ['an inline fragment', '{ me { ... on Citizen { taxpayer { ... on Taxpayer { npwp } } } } }'],
    ['a named fragment', '{ me { ...F } } fragment F on Citizen { taxpayer { npwp } }'],
    ['a list', '{ me { businesses { taxpayer { npwp } } } }'],
    ['a deeper list', '{ me { taxpayer { branches { nitku } } } }'],
    ['a condition', '{ me { taxpayer { npwp @include(if: true) } } }'],
    [
      'the types of an interface',
      '{ me { applications { edges { node { ... on LicenseApplication { business { taxpayer { npwp } } } } } } } }',
    ],
    ['another citizen of the record', '{ me { family { members { citizen { taxpayer { npwp } } } } } }'],
  ])('is refused through %s as well, and no agency hears of it', async (_way, query) => {
    const { data, errors } = await ask(query, withoutNpwp);
    expect(JSON.stringify(data)).not.toMatch(/\d{15}/);
    expect(errors.map(({ extensions }) => extensions.code)).toContain('UNAUTHORIZED_FIELD_OR_TYPE');
    expect(traffic.requests.length).toBeGreaterThan(0);
    expect(traffic.requests.filter((request) => /npwp|nitku/i.test(request))).toEqual([]);

    await ask(query, without());
    expect(traffic.requests.some((request) => /npwp|nitku/i.test(request))).toBe(true);
  });

  it('is refused a field of which the type, not the field, has the rule', async () => {
    const query = '{ me { applications { edges { node { id officer { priority } } } } } }';
    const { data, errors } = await ask(query, withoutNpwp);
    expect(data).toMatchObject({
      me: { applications: { edges: expect.arrayContaining([{ node: { id: expect.any(String), officer: null } }]) } },
    });
    expect(errors).toContainEqual(withheld(['me', 'applications', 'edges', 0, 'node', 'officer']));
    expect(traffic.requests.join()).not.toMatch(/officer|priority/);
  });
});

describe('somebody who is not signed in', () => {
  it('can tell that signing in may help, and no agency is asked anything', async () => {
    const { data, errors } = await ask('{ me { fullName eligibility(service: "X", region: "35.10") { eligible } } }');
    expect(data).toEqual({ me: null });
    expect(errors).toEqual([withheld(['me'], 'UNAUTHENTICATED')]);
    expect(traffic.requests).toEqual([]);
  });

  it('still gets what is for everybody', async () => {
    const { data, errors } = await ask(
      '{ region(code: "35.10") { name } application(id: "x") { id } worklist { totalCount } }',
    );
    expect(data).toBeNull();
    expect(errors).toEqual(
      expect.arrayContaining([withheld(['application'], 'UNAUTHENTICATED'), withheld(['worklist'], 'UNAUTHENTICATED')]),
    );
    const open = await ask('{ region(code: "35.10") { name } application(id: "x") { id } }');
    expect(open.data).toEqual({ region: { name: 'Kabupaten Banyuwangi' }, application: null });
    expect(traffic.requests).toHaveLength(1);
  });

  it('reads what the schema has for everybody without asking anybody', async () => {
    const query = '{ region: __type(name: "Region") { name } citizen: __type(name: "Citizen") { name } __typename }';
    const { data, errors } = await ask(query);
    expect({ data, errors }).toEqual({
      data: { region: { name: 'Region' }, citizen: null, __typename: 'Query' },
      errors: [],
    });
    expect(traffic.requests).toEqual([]);
  });
});
