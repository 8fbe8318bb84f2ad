import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPopulation } from '#kit/sandbox/population.ts';
import { startTestAgency, type TestAgency } from '#kit/testing/testAgency.ts';
import { malls } from '../data/malls.ts';
import { services } from '../data/services.ts';
import { isOfferedIn } from '../rules/regions.ts';
import { seed } from '../seed.ts';
import mall from '../subgraph.ts';

const now = new Date();
let agency: TestAgency;

beforeAll(async () => {
  agency = await startTestAgency(mall);
  const request = { connection: agency.connection, vault: agency.vault, households: createPopulation(30, now), now };
  await seed({ ...request, announce: async () => {} });
}, 120_000);

afterAll(() => agency?.stop());

interface Edges {
  readonly edges: readonly { readonly node: { readonly name: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

async function page(query: string): Promise<Edges> {
  const { data, errors } = await agency.ask(
    `{ list: ${query} { edges { node { name } } pageInfo { hasNextPage endCursor } totalCount } }`,
  );
  expect(errors).toEqual([]);
  return (data as { list: Edges }).list;
}

function names({ edges }: Edges): string[] {
  return edges.map(({ node }) => node.name);
}

describe('the regions of Indonesia', () => {
  it('are all there, as idn-area-data 3.1.2 has them, with the 21 pilots of 2023', async () => {
    const regions = agency.connection.collection('regions');
    const count = (level: string) => regions.countDocuments({ level });
    expect(await Promise.all(['PROVINCE', 'REGENCY', 'DISTRICT'].map(count))).toEqual([38, 514, 7277]);
    expect(await count('VILLAGE')).toBeGreaterThan(83_000);
    expect(await regions.countDocuments({ isPilot: true })).toBe(21);
  });

  it('come page by page, none twice and none left out', async () => {
    const first = await page('regions(parent: "35", first: 20)');
    const second = await page(`regions(parent: "35", first: 20, after: "${first.pageInfo.endCursor}")`);
    expect(first.totalCount).toBe(38);
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(new Set([...names(first), ...names(second)]).size).toBe(38);
  });

  it('are found by the beginning of their name, however it is typed', async () => {
    expect(names(await page('regions(search: "KOTA tanjung p", level: REGENCY)'))).toEqual(['Kota Tanjung Pinang']);
    expect(names(await page('regions(search: "banyuwangi", level: REGENCY)'))).toEqual(['Kabupaten Banyuwangi']);
    expect(names(await page('regions(search: "zzz")'))).toEqual([]);
  });

  it('know what they lie in and what lies in them', async () => {
    const { data } = await agency.ask(
      '{ region(code: "35.10.13.2001") { name level parent { name parent { name isPilot parent { name parent { code } } } } } }',
    );
    expect(data).toEqual({
      region: {
        name: 'Aliyan',
        level: 'VILLAGE',
        parent: {
          name: 'Rogojampi',
          parent: { name: 'Kabupaten Banyuwangi', isPilot: true, parent: { name: 'Jawa Timur', parent: null } },
        },
      },
    });
    const children = await agency.ask('{ region(code: "35.10") { children(first: 3) { name } malls { id } } }');
    expect(children.data).toEqual({
      region: {
        children: [{ name: 'Bangorejo' }, { name: 'Banyuwangi' }, { name: 'Blimbingsari' }],
        malls: [{ id: 'mall-35.10' }],
      },
    });
  });

  it.each([
    ['a code that is none', '{ region(code: "3510") { name } }'],
    ['a page that is too large', '{ regions(first: 101) { totalCount } }'],
    ['a cursor of its own making', '{ regions(after: "tomorrow") { totalCount } }'],
    ['a search for nothing', '{ regions(search: "?!") { totalCount } }'],
    ['a place off the globe', '{ malls(near: {latitude: 91, longitude: 0}) { id } }'],
    ['a distance without end', '{ malls(near: {latitude: 0, longitude: 0, km: 20000}) { id } }'],
  ])('refuse %s', async (_case, query) => {
    const { errors } = await agency.ask(query);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('the malls', () => {
  it('are found by region, also by a village in it', async () => {
    const { data } = await agency.ask('{ malls(region: "35.10.13.2001") { name region { name } } }');
    expect(data).toEqual({
      malls: [{ name: expect.stringContaining('Banyuwangi'), region: { name: 'Kabupaten Banyuwangi' } }],
    });
  });

  it('are found by distance, the nearest first', async () => {
    const { data } = await agency.ask('{ malls(near: {latitude: -8.21, longitude: 114.37, km: 150}) { id } }');
    const ids = (data as { malls: { id: string }[] }).malls.map(({ id }) => id);
    expect(ids[0]).toBe('mall-35.10');
    expect(ids.length).toBeGreaterThan(1);
    expect(ids.length).toBeLessThan(malls.length / 2);
  });

  it('say which of their facts are samples', async () => {
    const { data } = await agency.ask(
      '{ mall(id: "mall-35.10") { factSource sampleFacts openingHours { day opens } } }',
    );
    expect(data).toMatchObject({
      mall: { factSource: expect.stringMatching(/./), sampleFacts: expect.arrayContaining(['agencyCodes']) },
    });
  });

  it('give everything of twenty malls in one command for each kind of record', async () => {
    const { commands, errors } = await agency.ask(
      '{ malls(first: 20) { region { name } agencies { name } services { name agency { code } } } }',
    );
    expect(errors).toEqual([]);
    expect([...commands].sort()).toEqual(['find agencies', 'find malls', 'find regions', 'find services']);
  });
});

describe('the catalogue', () => {
  it('is searched by the beginnings of words, in either language', async () => {
    const { data } = await agency.ask(
      '{ services(filter: {text: "kel AKT"}) { edges { node { code name english: name(language: EN) } } } }',
    );
    expect(data).toMatchObject({
      services: { edges: expect.arrayContaining([{ node: expect.objectContaining({ code: 'CIVIL-BIRTH' }) }]) },
    });
    expect(names(await page('services(filter: {text: "birth regis"})')).length).toBeGreaterThan(0);
  });

  it('is filtered by all that is given at once', async () => {
    const { data } = await agency.ask(
      `{ services(first: 100, filter: {mall: "mall-35.10", agency: "DJP", sector: TAX, channel: ONLINE, region: "35.10", category: NON_LICENSING}) {
        edges { node { code agency { code } sector category channels availableEverywhere availableIn { code } } } } }`,
    );
    const { edges } = (data as { services: { edges: { node: { code: string; sector: string } }[] } }).services;
    expect(edges.length).toBeGreaterThan(0);
    expect(edges.map(({ node }) => node.sector)).toEqual(edges.map(() => 'TAX'));
    expect(names(await page('services(filter: {mall: "mall-nowhere"})'))).toEqual([]);
  });

  it.each(['35', '35.10.13.2001', '32.01', '96'])('lists what is offered in %s, as the rule has it', async (region) => {
    const { data } = await agency.ask(
      `{ services(first: 100, filter: {region: "${region}"}) { edges { node { code } } } }`,
    );
    const { edges } = (data as { services: { edges: { node: { code: string } }[] } }).services;
    const offered = services.filter(({ availableIn }) =>
      isOfferedIn(availableIn === 'ALL' ? ['ALL'] : availableIn, region),
    );
    expect(edges.map(({ node }) => node.code).sort()).toEqual(offered.map(({ code }) => code).sort());
  });

  it('publishes the six parts of the standard', async () => {
    const { data, errors } = await agency.ask(
      `{ service(code: "LICENSING-HEALTH-PRACTICE") { sampleFacts standard {
        requirements { code name mandatory documentKind onceOnlySource } procedure { order state actor hours } workingDays
        clockStarts silentApproval fee { kind amount { amount currency } } products complaintChannels legalBasis validFrom } } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ service: { standard: { workingDays: 5, silentApproval: true } } });
  });

  it('answers fifty references in one command for each type', async () => {
    const references = [
      ...services.slice(0, 50).map(({ code }) => ({ __typename: 'Service', code })),
      ...malls.slice(0, 50).map(({ id }) => ({ __typename: 'Mall', id })),
      ...malls.slice(0, 50).map(({ regionCode }) => ({ __typename: 'Region', code: regionCode })),
      { __typename: 'Agency', code: 'DJP' },
    ];
    const { commands, errors } = await agency.entities(
      references,
      '... on Service { name } ... on Mall { name } ... on Region { name } ... on Agency { name }',
    );
    expect(errors).toEqual([]);
    expect([...commands].sort()).toEqual(['find agencies', 'find malls', 'find regions', 'find services']);
  });
});

describe('a request without the signature of the gateway', () => {
  it('gets 401, whatever it asks for', async () => {
    const body = JSON.stringify({ query: '{ agencies { code } }' });
    const response = await fetch(agency.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(response.status).toBe(401);
  });
});
