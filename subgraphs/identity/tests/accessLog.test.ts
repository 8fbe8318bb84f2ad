import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AccessBatch, AccessEntry } from '#kit/access-log/entry.ts';
import type { Principal } from '#kit/principal.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import { familyOf, herself, officer, sari, startSeeded } from './seededAgency.ts';

let agency: TestAgency;
beforeAll(async () => {
  ({ agency } = await startSeeded());
}, 60_000);

const family = 'family { maskedFamilyCardNumber address { street } members { relationship citizen { fullName } } }';
const unstated: Principal = { kind: 'service', id: 'svc-curious', agency: 'tax', scopes: ['identity:read'] };

describe('the access log of the population register', () => {
  it('holds nothing of a citizen who reads the card of the own family', async () => {
    const { errors, logCommands } = await agency.ask(`{ me { fullName address { street } ${family} } }`, {}, herself);
    expect({ errors, logCommands }).toEqual({ errors: [], logCommands: [] });
  });

  it('notes an officer for each person on the card, and the card itself for the one it was reached from', async () => {
    const { errors } = await agency.ask(
      `query ($nik: Nik!) { citizen(nik: $nik) { ${family} } }`,
      { nik: sari.nik },
      officer,
    );
    expect(errors).toEqual([]);
    const entries = await noted();
    const { members } = familyOf(sari);
    expect(entries.map(({ subject }) => subject).sort()).toEqual(members.map(({ id }) => id).sort());
    const line = ['Citizen.fullName', 'FamilyMember.relationship'];
    for (const { subject, coordinates } of entries) {
      const card = [
        'Address.street',
        'Citizen.family',
        'Family.address',
        'Family.maskedFamilyCardNumber',
        'Family.members',
      ];
      expect(coordinates).toEqual(subject === sari.id ? [...card, ...line].sort() : line);
    }
  });

  it('notes a comparison with the register, with the purpose that was given for it', async () => {
    const before = (await noted()).length;
    const verify = 'verifyIdentity(input: { nik: $nik, fullName: "Sari", purpose: "Buka rekening" }) { matched }';
    await agency.ask(`query ($nik: Nik!) { ${verify} }`, { nik: sari.nik }, officer);
    expect((await noted()).slice(before)).toEqual([
      expect.objectContaining({
        subject: sari.id,
        coordinates: ['Query.verifyIdentity'],
        purpose: 'Buka rekening',
      }),
    ]);
  });

  it('holds no number, and notes who would not say what for when the agency stops', async () => {
    const { errors } = await agency.ask(
      'query ($nik: Nik!) { citizen(nik: $nik) { id } }',
      { nik: sari.nik },
      unstated,
      { purpose: undefined },
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_MISSING']);
    expect(JSON.stringify(await noted())).not.toContain(sari.nik);
    const insert = jest.spyOn(agency.connection.model('AccessBatch').collection, 'insertOne');
    await agency.stop();
    const [batch] = insert.mock.calls.map(([written]) => written as unknown as AccessBatch);
    expect(batch?.entries).toEqual([
      expect.objectContaining({ action: 'DENIED', decision: 'PURPOSE_MISSING', coordinates: ['Query.citizen'] }),
    ]);
  });
});

afterAll(() => void jest.restoreAllMocks());

async function noted(): Promise<AccessEntry[]> {
  const batches = await agency.connection.collection<AccessBatch>('accessChain').find({}).sort({ _id: 1 }).toArray();
  return batches.flatMap(({ entries }) => [...entries]);
}
