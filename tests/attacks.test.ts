import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, isInputObjectType } from 'graphql';
import { committedGraph } from '../schema/compose.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
}, 90_000);
afterAll(() => platform.stop());

describe('the fields by which the gateway asks the agencies', () => {
  it.each([
    '{ _service { sdl } }',
    '{ _entities(representations: [{ __typename: "Citizen", id: "x" }]) { __typename } }',
  ])('are unknown to a client: %s', async (query) => {
    const { data, errors } = await platform.ask(query, { as: 'officer-identity' });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });
});

describe('what only a server may set', () => {
  it('is in no input of the graph', () => {
    const inputs = Object.values(buildSchema(committedGraph().api).getTypeMap()).filter(isInputObjectType);
    const names = inputs.flatMap((input) => Object.keys(input.getFields()).map((field) => `${input.name}.${field}`));
    expect(names.length).toBeGreaterThan(10);
    expect(
      names.filter((name) => /\.(_id|__v|roles?|scopes?|ownerId|applicantId|approvedBy|sequence)$/.test(name)),
    ).toEqual([]);
  });

  it.each(['role', 'scopes', '_id', '__v', '$set', 'address.villageCode'])(
    'is refused as %s in an input',
    async (extra) => {
      const input = { nik: '3510012508909001', fullName: 'Contoh', purpose: 'a test', [extra]: 'admin' };
      const query = 'query ($input: VerifyIdentityInput!) { verifyIdentity(input: $input) { matched } }';
      const { data, errors } = await platform.ask(query, { as: 'service-licensing', variables: { input } });
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    },
  );
});

describe('whoever has another role', () => {
  const row = 'id status submittedAt';

  it.each([
    ['an analyst who asks for rows', 'analyst', `{ worklist(first: 1) { edges { node { ${row} } } } }`],
    ['an analyst who asks for a person', 'analyst', '{ citizen(nik: "3510012508909001") { id } }'],
    ['a citizen who asks as an officer', 'nurse', `{ worklist(first: 1) { edges { node { ${row} } } } }`],
    [
      'a citizen who asks as an analyst',
      'nurse',
      '{ applicationStats(by: MONTH, period: { from: "2026-01-01", to: "2026-01-31" }) { group } }',
    ],
  ] as const)('gets nothing and is told so: %s', async (_who, as, query) => {
    const { data, errors } = await platform.ask(query, { as });
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    expect(errors.length).toBeGreaterThan(0);
  });

  it('stays in the own region, whatever the request says of it', async () => {
    const worklist = '{ worklist(first: 100) { totalCount edges { node { region { code } } } } }';
    const regionsFor = async (headers: Record<string, string>) => {
      const { data } = await platform.ask(worklist, { as: 'officer-licensing', headers });
      return JSON.stringify(data);
    };
    const own = await regionsFor({});
    expect(own).toContain('35.10');
    const elsewhere = { 'x-region': '34.71', 'x-mpp-identity': 'e30', 'x-agency': 'tax' };
    expect(await regionsFor({ ...elsewhere })).toBe(own);
    expect(own).not.toContain('34.71');
  });
});
