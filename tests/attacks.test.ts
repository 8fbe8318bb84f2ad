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
