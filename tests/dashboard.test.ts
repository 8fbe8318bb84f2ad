import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { ownersOf } from '../schema/checks/change/ownersOf.ts';
import { coordinatesOf } from '../schema/checks/change/usesOf.ts';
import { clientOperation, clientOperations } from '../schema/clientOperations.ts';
import { committedGraph } from '../schema/compose.ts';
import { withMissing } from './support/partialAnswer.ts';
import { type GraphAnswer, startTestPlatform, type TestPlatform } from './support/platform.ts';
import { nodesAt } from './support/reading.ts';

const dashboard = clientOperation('CitizenDashboard');
const api = buildSchema(committedGraph().api);
const owners = ownersOf(parse(committedGraph().supergraph));
/** Those that answer for something of the citizen on it; a new agency is not, until somebody adds it there. */
const asked = [
  ...new Set(
    [...coordinatesOf(dashboard.document, api)]
      .filter((coordinate) => coordinate.startsWith('Citizen.') && coordinate !== 'Citizen.id')
      .flatMap(owners),
  ),
].sort();
const explained = { 'x-explain': 'plan' };

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
}, 90_000);
afterAll(() => platform.stop());

const askDashboard = () => platform.ask(dashboard.document, { as: 'food-seller', headers: explained });

describe('the dashboard of a citizen', () => {
  it('holds data of all five agencies', async () => {
    expect(asked).toEqual(['business-licensing', 'civil-records', 'identity', 'mall', 'tax']);
    const { data, errors } = await askDashboard();
    expect(errors).toEqual([]);
    expect(data?.me).toMatchObject({
      fullName: 'Sari Contohwati',
      address: { village: { code: '35.10.13.2001', name: expect.any(String) } },
      family: { members: expect.arrayContaining([expect.objectContaining({ relationship: 'CHILD' })]) },
      taxpayer: { clearance: { status: 'VALID' } },
      businesses: [
        expect.objectContaining({ region: { code: expect.stringMatching(/^35\.10/), name: expect.any(String) } }),
      ],
      civilRecords: expect.arrayContaining([expect.objectContaining({ kind: 'BIRTH' })]),
      notifications: expect.any(Array),
    });
  });

  it('shows applications of at least three agencies, each with its own fields', async () => {
    const { data } = await askDashboard();
    const applications = nodesAt(data, 'me.applications');
    expect(new Set(applications.map(({ typeName }) => typeName)).size).toBeGreaterThanOrEqual(3);
    for (const { typeName, ...application } of applications) {
      const own = { IdentityApplication: 'identityKind', LicenseApplication: 'licenseKind' }[String(typeName)];
      const field = own ?? { CivilApplication: 'civilKind', TaxApplication: 'taxKind' }[String(typeName)];
      expect(application[String(field)]).toEqual(expect.any(String));
    }
  });

  it('takes at most 14 fetches in at most 4 steps', async () => {
    const { extensions } = await askDashboard();
    const steps = extensions.plan?.steps ?? [];
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.length).toBeLessThanOrEqual(4);
    expect(steps.flatMap(({ calls }) => calls).length).toBeLessThanOrEqual(14);
  });

  it('asks all its agencies in its first step, so that none waits for another', async () => {
    const { extensions } = await askDashboard();
    const [first] = extensions.plan?.steps ?? [];
    expect(first?.calls.map(({ agency }) => agency).sort()).toEqual(asked);
  });
});

describe('the inbox', () => {
  it('is one fetch', async () => {
    const inbox = clientOperation('Inbox');
    const { data, errors, extensions } = await platform.ask(inbox.document, { as: 'food-seller', headers: explained });
    expect(errors).toEqual([]);
    expect(nodesAt(data, 'me.applications').length).toBeGreaterThanOrEqual(3);
    expect(extensions.plan?.steps.flatMap(({ calls }) => calls)).toEqual([expect.objectContaining({ agency: 'mall' })]);
  });

  it('still answers while identity is down', async () => {
    await platform.stopAgency('identity');
    try {
      const { data, errors } = await platform.ask(clientOperation('Inbox').document, { as: 'food-seller' });
      expect(errors).toEqual([]);
      expect(nodesAt(data, 'me.applications').length).toBeGreaterThanOrEqual(3);
    } finally {
      await platform.startAgency('identity');
    }
  });
});

describe.each(asked)('while %s is down', (agency) => {
  let full: GraphAnswer;
  let partial: GraphAnswer;
  beforeAll(async () => {
    full = await askDashboard();
    await platform.stopAgency(agency);
    partial = await askDashboard();
    await platform.startAgency(agency);
  });

  it('every error names it, and says that it is worth trying again', () => {
    expect(partial.errors.length).toBeGreaterThan(0);
    for (const { extensions } of partial.errors) {
      expect(extensions).toMatchObject({ agency, code: 'SUBGRAPH_UNAVAILABLE', retryable: true });
    }
  });

  it('its fields are null, and everything else is equal to the full answer', () => {
    const missing = partial.errors.flatMap(({ extensions }) => extensions.missing ?? []);
    expect(missing.length).toBeGreaterThan(0);
    expect(partial.data).toEqual(withMissing(full.data, missing, api));
    expect(partial.data).not.toEqual(full.data);
  });
});

describe("every client's operation", () => {
  const runnable = clientOperations().filter(({ document, variables }) => variables || !document.includes('$'));
  it.each(runnable)('$name answers without an error', async ({ document, variables, persona }) => {
    const answer = await platform.ask(document, {
      ...(persona ? { as: persona as 'food-seller' } : {}),
      ...(variables ? { variables } : {}),
    });
    expect(answer.errors).toEqual([]);
  });

  it('Tracking and Review show an application of the worklist', async () => {
    const { data } = await platform.ask(clientOperation('Worklist').document, {
      as: 'officer-licensing',
      variables: { filter: {} },
    });
    const [first] = nodesAt(data, 'worklist');
    for (const name of ['Tracking', 'Review']) {
      const answer = await platform.ask(clientOperation(name).document, {
        as: 'officer-licensing',
        variables: { id: first?.id },
      });
      expect(answer.errors).toEqual([]);
      expect(answer.data?.application).toMatchObject({ id: first?.id });
    }
  });
});
