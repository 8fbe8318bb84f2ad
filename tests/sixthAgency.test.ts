import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { connect } from '#kit/mongo.ts';
import { setting } from '#kit/setting.ts';
import { agencyNames, subgraphsFolder } from '../schema/agencies.ts';
import { composeGraph } from '../schema/compose.ts';
import { projectFolder } from '../scripts/runSource.ts';
import { seedDatabases } from '../scripts/seedDatabases.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';
import { nodesAt } from './support/reading.ts';

const fixture = new URL('./sixth-agency/', import.meta.url).pathname;

describe('a sixth agency, added as a folder', () => {
  // Inside the project, so that the copied agencies find the kit.
  const folder = mkdtempSync(join(projectFolder, 'tests/.sixth-'));
  const databaseOf = (agency: string) => ({
    uri: setting('MONGODB_URI', z.string()),
    database: `test_sixth_${agency.replaceAll('-', '_')}`,
  });
  let platform: TestPlatform;

  beforeAll(async () => {
    cpSync(subgraphsFolder, folder, { recursive: true });
    cpSync(fixture, folder, { recursive: true });
    const supergraphFile = join(folder, 'supergraph.graphql');
    writeFileSync(supergraphFile, composeGraph(folder).supergraph);
    await seedDatabases({ citizens: 0, now: new Date(), databaseOf, tell: () => {}, folder });
    platform = await startTestPlatform({ supergraphFile }, { folder, connect: (name) => connect(databaseOf(name)) });
  }, 120_000);

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
      `{ me { applications(first: 1) { edges { node {
        status service { name } agency { code } ... on VaccinationApplication { vaccine }
      } } } } }`,
      { as: 'nurse' },
    );
    expect(errors).toEqual([]);
    expect(nodesAt(data, 'me.applications')).toEqual([
      { status: 'VERIFICATION', service: { name: 'Vaksinasi' }, agency: { code: 'health' }, vaccine: 'Influenza' },
    ]);
  });

  it('leaves the inbox whole when it is away', async () => {
    const inbox = '{ me { applications { edges { node { id status ... on VaccinationApplication { vaccine } } } } } }';
    const { data: full } = await platform.ask(inbox, { as: 'nurse' });
    await platform.stopAgency('health');
    const { data, errors } = await platform.ask(inbox, { as: 'nurse' });
    expect(errors.map(({ extensions }) => extensions.agency)).toEqual(['health']);
    expect(nodesAt(data, 'me.applications')).toEqual(
      nodesAt(full, 'me.applications').map((node) => ('vaccine' in node ? { ...node, vaccine: null } : node)),
    );
  });
});
