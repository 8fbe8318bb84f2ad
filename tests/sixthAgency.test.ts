import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { connect } from '#kit/mongo.ts';
import { setting } from '#kit/setting.ts';
import { asOfficer } from '#kit/testing/builders.ts';
import { agencyNames, subgraphsFolder } from '../schema/agencies.ts';
import { composeGraph } from '../schema/compose.ts';
import { scaffoldAgency } from '../scripts/new-agency/scaffold.ts';
import { projectFolder } from '../scripts/runSource.ts';
import { seedDatabases } from '../scripts/seedDatabases.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';
import { nodesAt, valueAt } from './support/reading.ts';

describe('a sixth agency, made by one command', () => {
  // Inside the project, so that the copied agencies find the kit.
  const folder = mkdtempSync(join(projectFolder, 'tests/.sixth-'));
  const databaseOf = (agency: string) => ({
    uri: setting('MONGODB_URI', z.string()),
    database: `test_sixth_${agency.replaceAll('-', '_')}`,
  });
  let platform: TestPlatform;

  beforeAll(async () => {
    cpSync(subgraphsFolder, folder, { recursive: true });
    scaffoldAgency('sixth', folder);
    const supergraphFile = join(folder, 'supergraph.graphql');
    writeFileSync(supergraphFile, composeGraph(folder).supergraph);
    await seedDatabases({ citizens: 0, now: new Date(), databaseOf, tell: () => {}, folder });
    platform = await startTestPlatform(
      { supergraph: { at: supergraphFile } },
      { folder, connect: (name) => connect(databaseOf(name)), citizensView: 'mall' },
    );
  }, 240_000);

  afterAll(async () => {
    await platform.stop();
    for (const agency of agencyNames(folder)) {
      const connection = await connect(databaseOf(agency));
      await connection.dropDatabase();
      await connection.close();
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it("shows its applications in the citizen's inbox, with its own fields, and no other agency's file changed", async () => {
    const { data, errors } = await platform.ask(
      `{ me { applications(first: 20) { edges { node {
        status service { name } agency { code } ... on SixthApplication { wish }
      } } } } }`,
      { as: 'nurse' },
    );
    expect(errors).toEqual([]);
    expect(nodesAt(data, 'me.applications')).toContainEqual({
      status: 'VERIFICATION',
      service: { name: 'Permohonan Sixth' },
      agency: { code: 'sixth' },
      wish: 'Contoh permohonan',
    });
  });

  it('takes an application on through the gateway, decides on it, and the inbox hears of both', async () => {
    const input = { idempotencyKey: 'sixth-agency-1', regionCode: '33.72', wish: 'A sample wish.' };
    const submit = `mutation ($input: SubmitSixthApplicationInput!) {
      done: submitSixthApplication(input: $input) { application { id } errors { code } } }`;
    const submitted = await platform.ask(submit, { as: 'nurse', variables: { input } });
    expect(submitted.errors).toEqual([]);
    const id = String(valueAt(submitted.data, 'done.application.id'));

    const officer = asOfficer('sixth', '33.72', ['applications:read', 'applications:verify']);
    if (officer.kind === 'anonymous') throw new Error('An officer is somebody.');
    const decide = `mutation ($input: DecideApplicationInput!) {
      done: decideSixthApplication(input: $input) { application { id } errors { code } } }`;
    const decision = { applicationId: id, decision: 'ACCEPT_DOCUMENTS', expectedSequence: 1 };
    const response = await platform.post(JSON.stringify({ query: decide, variables: { input: decision } }), {
      authorization: `Bearer ${await platform.issuer.tokenFor(officer)}`,
      'x-purpose': 'a test',
      'x-case': id,
    });
    expect(await response.json()).toEqual({ data: { done: { application: { id }, errors: [] } } });

    expect(await inInbox(id, 3)).toEqual({ status: 'VERIFICATION', sequence: 3, wish: 'A sample wish.' });
  });

  it('leaves the inbox whole when it is away', async () => {
    const inbox = '{ me { applications { edges { node { id status ... on SixthApplication { wish } } } } } }';
    const { data: full } = await platform.ask(inbox, { as: 'nurse' });
    await platform.stopAgency('sixth');
    const { data, errors } = await platform.ask(inbox, { as: 'nurse' });
    expect([...new Set(errors.map(({ extensions }) => extensions.agency))]).toEqual(['sixth']);
    expect(nodesAt(data, 'me.applications')).toEqual(
      nodesAt(full, 'me.applications').map((node) => ('wish' in node ? { ...node, wish: null } : node)),
    );
  });

  /** The nurse's inbox entry, as soon as it has heard of so many steps. */
  async function inInbox(id: string, sequence: number): Promise<unknown> {
    const query = 'query ($id: ID!) { application(id: $id) { status sequence ... on SixthApplication { wish } } }';
    for (let tries = 0; tries < 100; tries += 1) {
      const { data } = await platform.ask(query, { as: 'nurse', variables: { id } });
      if (data?.['application'] && valueAt(data, 'application.sequence') === sequence) return data['application'];
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The inbox did not hear of step ${sequence}.`);
  }
});
