import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, isInterfaceType, isLeafType, isObjectType, parse } from 'graphql';
import type { Connection } from 'mongoose';
import { citizenIdOf, createPopulation, principalOf } from '#kit/sandbox/population.ts';
import { keyRingOf } from '#kit/vault/keyRing.ts';
import type { SealedFields } from '#kit/vault/sealed.ts';
import { createVault } from '#kit/vault/vault.ts';
import { agencyNames } from '../schema/agencies.ts';
import { clientOperations } from '../schema/clientOperations.ts';
import { committedGraph } from '../schema/compose.ts';
import { exportGraphOf } from '../schema/exportSelection.ts';
import { committedManifest, manifestOf } from '../schema/personalDataExport.ts';
import { exportOfGraph } from '../scripts/exportOfGraph.ts';
import { loadAgency } from '../scripts/seedDatabases.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';
import { valueAt } from './support/reading.ts';
import { connectToSeeded } from './support/seeded.ts';

const graph = committedGraph();
const operations = clientOperations().filter(({ name }) => name.startsWith('PersonalDataExport'));
const seller = principalOf('food-seller');
const sellerId = citizenIdOf('food-seller');

/** What is sealed and not given, and why. */
const notGiven: Readonly<Record<string, string>> = {
  'credentials.pin': 'a secret of the sign-in, made from the PIN; it tells nothing about her',
  'taxpayers.lookupNumbers': 'older spellings of the tax number, kept to look up by and shown by no field of the graph',
};

describe('the export of personal data', () => {
  it('is what the schemas of all agencies make of it today (npm run compose makes it anew)', () => {
    const made = exportOfGraph(graph);
    expect(committedManifest()).toBe(manifestOf(made));
    expect(operations.map(({ document }) => document).sort()).toEqual(made.map(({ document }) => document).sort());
  });

  it('holds every personal field that a citizen can reach', () => {
    const scopes = 'scopes' in seller ? seller.scopes : [];
    const { api, personal, closed } = exportGraphOf(buildSchema(graph.api), parse(graph.supergraph), scopes);
    const given = new Set(
      (JSON.parse(committedManifest()) as { fields: string }[]).flatMap(({ fields }) => fields.split(' ')),
    );
    const reached = new Set(['Citizen']);
    const missing: string[] = [];
    for (const name of reached) {
      const type = api.getType(name);
      if (!(isObjectType(type) || isInterfaceType(type)) || closed.has(name)) continue;
      if (isInterfaceType(type)) for (const one of api.getPossibleTypes(type)) reached.add(one.name);
      for (const field of Object.values(type.getFields())) {
        const coordinate = `${name}.${field.name}`;
        if (closed.has(coordinate)) continue;
        // A field of an interface is given by it for every type that stands in its place.
        const alsoAs = isObjectType(type) ? type.getInterfaces().map((one) => `${one.name}.${field.name}`) : [];
        const isGiven = [coordinate, ...alsoAs].some((one) => given.has(one));
        if (personal.has(coordinate) && !isGiven) missing.push(coordinate);
        const target = getNamedType(field.type);
        if (!isLeafType(target)) reached.add(target.name);
      }
    }
    expect(reached.size).toBeGreaterThan(30);
    expect(missing).toEqual([]);
  });
});

describe('what the food seller gets', () => {
  let platform: TestPlatform;
  let answers: string;
  const connections = new Map<string, Connection>();

  beforeAll(async () => {
    platform = await startTestPlatform();
    for (const agency of agencyNames()) connections.set(agency, await connectToSeeded(agency));
    const found: unknown[] = [];
    for (const { name, document } of operations) {
      const variables = /(Eligibility|Prefill)$/.test(name)
        ? { service: 'LICENSING-BUSINESS-NUMBER', region: '35.10' }
        : {};
      const { data, errors } = await platform.ask(document, { as: 'food-seller', variables });
      expect({ name, errors }).toEqual({ name, errors: [] });
      found.push(data);
    }
    answers = JSON.stringify(found);
  }, 120_000);
  afterAll(async () => {
    await platform.stop();
    for (const connection of connections.values()) await connection.close();
  });

  it.each(agencyNames())('is everything personal that %s has sealed away about her', async (name) => {
    const agency = await loadAgency(name);
    const vault = createVault(name, keyRingOf(name));
    const values: string[] = [];
    for (const declared of agency.sealed ?? []) {
      const paths = declared.paths.filter((path) => !(`${declared.collection}.${path}` in notGiven));
      const rows = await connections.get(name)?.collection(declared.collection).find({}).toArray();
      const { open } = vault.of<SealedFields>(declared);
      const plain = (rows ?? []).map((row) => open(row as never) as Record<string, unknown>);
      const hers = plain.filter((row) => isHers(row));
      values.push(...hers.flatMap((row) => paths.flatMap((path) => leavesAt(row, path.split('.')))));
    }
    const missing = [...new Set(values)].filter((value) => !answers.includes(JSON.stringify(value).slice(1, -1)));
    expect(values.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  it('is told by me { export }, each operation by the id that the gateway knows it by', async () => {
    const { data } = await platform.ask('{ me { export { madeAt operations { name id fields } } } }', {
      as: 'food-seller',
    });
    const told = valueAt(data, 'me.export.operations') as { name: string; id: string }[];
    expect(told.map(({ name }) => name).sort()).toEqual(operations.map(({ name }) => name).sort());
    const own = told.find(({ name }) => name === 'PersonalDataExport');
    const authorization = `Bearer ${await platform.tokenFor('food-seller')}`;
    const response = await platform.post(JSON.stringify({ id: own?.id }), { authorization });
    expect(await response.json()).toMatchObject({
      data: { me: { id: sellerId, nik: expect.stringMatching(/^\d{16}$/) } },
    });
  });
});

const sellersNik = createPopulation(0, new Date())
  .flatMap(({ members }) => members)
  .find(({ persona }) => persona === 'food-seller')?.nik;

/** Whether a record is about her: it names her by her id or number, and is not the entry of another person. */
function isHers(row: Record<string, unknown>): boolean {
  if (String(row['_id']).startsWith('ctz-') && row['_id'] !== sellerId) return false;
  const text = JSON.stringify(row);
  return text.includes(sellerId) || (sellersNik !== undefined && text.includes(sellersNik));
}

/** The texts at a path of a record, through lists and in whatever is sealed as one value. */
function leavesAt(value: unknown, path: readonly string[]): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item) => leavesAt(item, path));
  const [step, ...rest] = path;
  if (step !== undefined) return leavesAt((value as Record<string, unknown>)[step], rest);
  if (typeof value === 'object') return Object.values(value).flatMap((one) => leavesAt(one, []));
  return typeof value === 'string' && value !== '' ? [value] : [];
}
