import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPopulation, principalOf } from '#kit/sandbox/population.ts';
import { startSeededAgency } from '#kit/testing/seededAgency.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import { loadAgency } from '../scripts/seedDatabases.ts';

const now = new Date();
const households = createPopulation(0, now);
const people = households.flatMap(({ members }) => members);
const sari = people.find(({ persona }) => persona === 'food-seller');
const nurse = people.find(({ persona }) => persona === 'nurse');

const citizen = { __typename: 'Citizen', id: sari?.id };

/** What each agency shows of the food seller by a reference; identity has a test of its own. */
const references: readonly (readonly [agency: string, reference: object, selection: string])[] = [
  ['tax', citizen, '... on Citizen { taxpayer { name maskedNpwp } }'],
  ['tax', { __typename: 'Taxpayer', id: sari?.taxpayerId }, '... on Taxpayer { name maskedNpwp }'],
  ['business-licensing', citizen, '... on Citizen { businesses { nib name } }'],
  ['civil-records', citizen, '... on Citizen { civilRecords { registrationNumber } }'],
  ['mall', citizen, '... on Citizen { notifications { id } consents { id } }'],
];

/** What somebody would write into a reference so that the record seems to be within their reach. */
const lies: readonly object[] = [
  { _id: nurse?.id, ownerId: nurse?.id, citizenId: nurse?.id, applicantId: nurse?.id },
  { region: '34.71', regionCode: '34.71', regionPath: '34.71' },
  { role: 'admin', scopes: ['tax:read', 'licensing:read', 'civil:read'], agency: 'tax' },
  { nik: nurse?.nik, nikIndex: 'x', owner: { id: nurse?.id } },
  JSON.parse('{"__proto__": {"name": "x"}, "constructor": {"name": "x"}}'),
];

const agencies = new Map<string, TestAgency>();
beforeAll(async () => {
  for (const name of new Set(references.map(([agency]) => agency))) {
    const { agency } = await startSeededAgency(
      await loadAgency(name),
      (await import(`../subgraphs/${name}/seed.ts`)).seed,
      { households, now },
    );
    agencies.set(name, agency);
  }
}, 120_000);
afterAll(async () => {
  for (const agency of agencies.values()) await agency.stop();
});

describe('a reference that says more than its key', () => {
  it.each(references)(
    'shows somebody else at %s no more than an honest one does: %j',
    async (name, reference, shows) => {
      const agency = agencies.get(name) as TestAgency;
      const own = await agency.entities([reference], shows, principalOf('food-seller'));
      for (const caller of ['nurse', 'officer-elsewhere', 'mall-clerk', 'analyst'] as const) {
        const honest = await agency.entities([reference], shows, principalOf(caller));
        expect([caller, honest.data]).not.toEqual([caller, own.data]);
        for (const lie of lies) {
          const forged = await agency.entities([{ ...lie, ...reference }], shows, principalOf(caller));
          expect([caller, lie, forged.data]).toEqual([caller, lie, honest.data]);
        }
      }
    },
  );

  it.each(references)('is no more at %s than its key to the owner either: %j', async (name, reference, shows) => {
    const agency = agencies.get(name) as TestAgency;
    const own = await agency.entities([reference], shows, principalOf('food-seller'));
    expect(own.errors).toEqual([]);
    for (const lie of lies) {
      const forged = await agency.entities([{ ...lie, ...reference }], shows, principalOf('food-seller'));
      expect(forged.data).toEqual(own.data);
    }
  });
});
