import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { castStaff } from '#kit/sandbox/cast.ts';
import { identityHeader } from '#kit/signature.ts';
import { scopesOfAgencies } from '../gateway/access/scopesOfAgencies.ts';
import { agencyNames, subgraphsFolder } from '../schema/agencies.ts';
import { committedGraph } from '../schema/compose.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

const told = scopesOfAgencies(parse(committedGraph().supergraph));
const everyScope = [...new Set([...told.values()].flatMap((scopes) => [...scopes]))].sort();

/** One question that goes to each of these agencies. What others declare is looked at below. */
const questions: Readonly<Record<string, string>> = {
  identity: '{ occupations { code } }',
  tax: '{ taxpayer(npwp: "3510012508909001") { id } }',
  'civil-records': '{ civilRecord(registrationNumber: "x") { registrationNumber } }',
  'business-licensing': '{ business(nib: "9000000000001") { nib } }',
  mall: '{ agencies { code } }',
};

let door: Server;
let platform: TestPlatform;
/** The scopes that stood in each statement that came, with the agency that it was sent to. */
let came: { agency: string; scopes: string[] }[];

beforeAll(async () => {
  door = createServer((request, response) => {
    const statement = JSON.parse(Buffer.from(String(request.headers[identityHeader]), 'base64url').toString());
    came.push({ agency: statement.audience, scopes: statement.principal.scopes });
    response.setHeader('content-type', 'application/json').end('{"data":{}}');
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const { port } = door.address() as { port: number };
  platform = await startTestPlatform({ agencyUrl: () => `http://127.0.0.1:${port}/graphql` });
}, 90_000);
beforeEach(() => {
  came = [];
});
afterAll(async () => {
  await platform.stop();
  door.closeAllConnections();
  await new Promise((resolve) => door.close(resolve));
});

async function askAll(principal: Parameters<TestPlatform['issuer']['tokenFor']>[0]) {
  const authorization = `Bearer ${await platform.issuer.tokenFor(principal)}`;
  const reason = { 'x-purpose': 'a test', 'x-case': 'a test' };
  for (const query of Object.values(questions)) {
    await (await platform.post(JSON.stringify({ query }), { authorization, ...reason })).text();
  }
}

describe('an agency', () => {
  it('is told of a caller’s scopes only those that its own rules can ask for', async () => {
    await askAll({ ...castStaff['officer-tax'], scopes: [...everyScope, 'unknown:scope'] });
    expect(new Set(came.map(({ agency }) => agency))).toEqual(new Set(Object.keys(questions)));
    for (const { agency, scopes } of came) {
      expect([agency, [...scopes].sort()]).toEqual([agency, [...(told.get(agency) ?? [])].sort()]);
      expect(scopes.length).toBeLessThan(everyScope.length);
    }
  });

  it('is told of no scope that the caller does not have', async () => {
    await askAll(castStaff.analyst);
    expect(came.length).toBeGreaterThan(1);
    for (const { agency, scopes } of came) expect(scopes).toEqual(agency === 'mall' ? ['statistics:read'] : []);
  });

  it.each([
    ['identity', ['tax:returns', 'tax:npwp', 'statistics:read', 'queue:manage']],
    ['tax', ['identity:nik', 'identity:read', 'licensing:read', 'civil:read', 'statistics:read']],
    ['business-licensing', ['identity:nik', 'tax:read', 'tax:returns', 'tax:npwp', 'civil:read']],
    ['civil-records', ['tax:read', 'tax:returns', 'identity:nik', 'licensing:read']],
    ['mall', ['identity:nik', 'tax:returns', 'tax:npwp', 'tax:read', 'licensing:read', 'civil:read']],
  ])('named %s has no use for what others guard', (agency, others) => {
    expect([...(told.get(agency) ?? [])].filter((scope) => others.includes(scope))).toEqual([]);
  });

  it.each(agencyNames())('named %s declares every scope that its rules look for', (agency) => {
    const looked = sourcesOf(join(subgraphsFolder, agency)).flatMap((text) =>
      [...text.matchAll(/hasScope\(\s*\w+,\s*'([a-z]+:[a-z]+)'/g)].map(([, scope = '']) => scope),
    );
    expect(looked.length).toBeGreaterThan(0);
    expect(looked.filter((scope) => !told.get(agency)?.has(scope))).toEqual([]);
    const declared = readFileSync(join(subgraphsFolder, agency, 'schema.graphql'), 'utf8');
    expect(declared).toMatch(new RegExp(`@rowScopes\\(\\s*agency: "${agency}"`));
  });
});

/** The texts of an agency's rules, loaders and resolvers. */
function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(rules|loaders|resolvers)\b.*\.ts$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
