import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientOperation } from '../schema/clientOperations.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

let platform: TestPlatform;
let applicationId: string;
beforeAll(async () => {
  platform = await startTestPlatform({ shareInFlight: true });
  const { data } = await platform.ask('{ me { applications(first: 1) { edges { node { id } } } } }', {
    as: 'widow',
  });
  const { me } = data as { me: { applications: { edges: { node: { id: string } }[] } } };
  applicationId = me.applications.edges[0]?.node.id ?? '';
}, 90_000);
afterAll(() => platform.stop());

describe('a consent, through the gateway with its kept plans and shared calls', () => {
  it('opens the next read of the agency that it names, and closes the one after it is taken back', async () => {
    expect(await whatServiceReads()).toBeNull();
    const consent = await change('GrantConsent', {
      input: {
        recipient: 'DPMPTSP',
        purpose: 'Perizinan',
        fields: ['Citizen.applications'],
        text: 'Saya setuju DPMPTSP melihat permohonan saya.',
      },
    });
    expect(await whatServiceReads()).toEqual({ id: applicationId });
    await change('RevokeConsent', { id: consent });
    expect(await whatServiceReads()).toBeNull();
  });
});

async function whatServiceReads(): Promise<unknown> {
  const { data, errors } = await platform.ask('query ($id: ID!) { application(id: $id) { id } }', {
    as: 'service-licensing',
    variables: { id: applicationId },
  });
  expect(errors).toEqual([]);
  return data?.['application'];
}

/** Runs a mutation of the clients for the citizen. @returns the id of the consent */
async function change(name: string, variables: Readonly<Record<string, unknown>>): Promise<string> {
  const { data, errors } = await platform.ask(clientOperation(name).document, { as: 'widow', variables });
  expect(errors).toEqual([]);
  const [payload] = Object.values(data ?? {}) as { consent: { id: string } | null; errors: unknown[] }[];
  expect(payload?.errors).toEqual([]);
  return payload?.consent?.id ?? '';
}
