import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentIssuer, newIssuerKey } from '#kit/sandbox/issuer.ts';
import { citizenIdOf } from '#kit/sandbox/population.ts';
import { signRequest } from '#kit/signature.ts';
import { asCitizen } from '#kit/testing/builders.ts';
import { agencyNames } from '../schema/agencies.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';
import { nodesAt, valueAt } from './support/reading.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
}, 90_000);
afterAll(() => platform.stop());

const serviceText = '{ _service { sdl } }';
const entitiesText = '{ _entities(representations: [{ __typename: "Citizen", id: "x" }]) { __typename } }';

describe.each(agencyNames())('the port of %s', (agency) => {
  const knock = async (query: string, headers: Record<string, string> = {}) =>
    fetch(platform.agencyUrls.get(agency) ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });

  it.each([serviceText, entitiesText, '{ __typename }'])('answers 401 to %s without a signature', async (query) => {
    const response = await knock(query);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('answers 401 to a signature of another key', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const body = JSON.stringify({ query: serviceText });
    const identity = { principal: asCitizen(citizenIdOf('food-seller')), requestId: 'forged' };
    const response = await knock(serviceText, signRequest(privateKey, { agency, path: '/graphql', body, identity }));
    expect(response.status).toBe(401);
  });
});

describe('an access token', () => {
  const me = '{ me { id } }';
  const ask = async (authorization: string) => platform.post(JSON.stringify({ query: me }), { authorization });
  const citizen = { kind: 'citizen', id: citizenIdOf('nurse'), scopes: [] } as const;

  it('is refused when nobody we know signed it', async () => {
    const stranger = await developmentIssuer(await newIssuerKey());
    expect((await ask(`Bearer ${await stranger.tokenFor(citizen)}`)).status).toBe(401);
  });

  it('is refused when it has expired', async () => {
    expect((await ask(`Bearer ${await platform.issuer.tokenFor(citizen, { expiresIn: '-2m' })}`)).status).toBe(401);
  });

  it('is refused when it is no token at all, in the same words', async () => {
    const expired = await ask(`Bearer ${await platform.issuer.tokenFor(citizen, { expiresIn: '-2m' })}`);
    const garbage = await ask('Bearer not-a-token');
    expect(garbage.status).toBe(401);
    expect(await garbage.json()).toEqual(await expired.json());
  });

  it('of an issuer that only borrows our name is refused', async () => {
    const impostor = await developmentIssuer(await newIssuerKey(), platform.issuer.issuer);
    expect((await ask(`Bearer ${await impostor.tokenFor(citizen)}`)).status).toBe(401);
  });
});

describe('an application of another citizen', () => {
  const application = 'query ($id: ID!) { application(id: $id) { id status applicant { id } } }';

  it('looks exactly like one that does not exist', async () => {
    const own = await platform.ask('{ me { applications { edges { node { id } } } } }', { as: 'food-seller' });
    const id = nodesAt(own.data, 'me.applications')[0]?.id;
    expect((await platform.ask(application, { as: 'food-seller', variables: { id } })).data?.application).toMatchObject(
      {
        id,
      },
    );

    const others = await platform.ask(application, { as: 'nurse', variables: { id } });
    const nobodys = await platform.ask(application, { as: 'nurse', variables: { id: 'MPP-3510-260101-AAAAAA-A' } });
    expect(others).toEqual(nobodys);
    expect(others.data).toEqual({ application: null });
  });
});

describe('an officer', () => {
  const applicants = '{ worklist(filter: {}, first: 50) { edges { node { region { code } agency { subgraph } } } } }';

  it('of another region gets another worklist', async () => {
    const here = await platform.ask(applicants, { as: 'officer-licensing' });
    const elsewhere = await platform.ask(applicants, { as: 'officer-elsewhere' });
    expect(regionsOf(here.data)).toEqual(new Set(['35.10']));
    expect(regionsOf(elsewhere.data)).toEqual(new Set(['34.71']));
  });

  it('has no worklist when they are a citizen', async () => {
    const { data, errors } = await platform.ask(applicants, { as: 'food-seller' });
    expect(data).toBeNull();
    expect(errors.map(({ extensions }) => extensions)).toEqual([withheld('FORBIDDEN')]);
  });
});

describe('somebody who is not signed in', () => {
  it('reads the public catalogue', async () => {
    const { data, errors } = await platform.ask('{ region(code: "35.10") { name isPilot } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ region: { name: 'Kabupaten Banyuwangi', isPilot: true } });
  });

  it('is asked to sign in for anything personal', async () => {
    const { data, errors } = await platform.ask('{ me { fullName } }');
    expect(data).toEqual({ me: null });
    expect(errors.map(({ extensions }) => extensions)).toEqual([withheld('UNAUTHENTICATED')]);
  });

  it('sees no plan', async () => {
    const { extensions } = await platform.ask('{ agencies { code } }', { headers: { 'x-explain': 'plan' } });
    expect(extensions.plan).toBeUndefined();
  });
});

function withheld(reason: 'UNAUTHENTICATED' | 'FORBIDDEN') {
  return { code: 'UNAUTHORIZED_FIELD_OR_TYPE', reason };
}

function regionsOf(data: unknown): Set<unknown> {
  const nodes = nodesAt(data, 'worklist');
  expect(nodes.length).toBeGreaterThan(0);
  return new Set(nodes.map((node) => valueAt(node, 'region.code')));
}
