import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { principalOf } from '#kit/sandbox/population.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import { citizen, familyOf, nurse, officerElsewhere, sari, startSeeded } from './seededAgency.ts';

let agency: TestAgency;
beforeAll(async () => {
  ({ agency } = await startSeeded());
});
afterAll(() => agency.stop());

/** What somebody would write into a reference so that the record seems to be within their reach. */
const lies: readonly object[] = [
  { cardHolderId: nurse.id },
  { familyId: familyOf(nurse).id },
  { _id: nurse.id },
  { address: { villageCode: '33.14.01.2001' } },
  { role: 'admin', scopes: ['identity:read'] },
  { fullName: 'x', nik: 'x', maskedNik: 'x' },
  JSON.parse('{"__proto__": {"fullName": "x"}}'),
];

describe('a reference to a citizen that says more than the id', () => {
  it.each(lies)('shows no more of somebody else: %j', async (lie) => {
    const forged = { ...citizen(sari.id), ...lie };
    for (const principal of [principalOf('nurse'), officerElsewhere]) {
      const { data } = await agency.entities(
        [forged],
        '... on Citizen { id fullName nik maskedNik address { rt } }',
        principal,
      );
      expect(data).toEqual({
        _entities: [{ id: sari.id, fullName: null, nik: null, maskedNik: null, address: null }],
      });
    }
  });

  it('is judged by itself among others', async () => {
    const mixed = [citizen(sari.id), citizen(nurse.id)];
    const { data } = await agency.entities(mixed, '... on Citizen { fullName }', principalOf('nurse'));
    expect(data).toEqual({ _entities: [{ fullName: null }, { fullName: nurse.fullName }] });
  });
});
