import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '#kit/principal.ts';
import type { SyntheticPerson } from '#kit/sandbox/population.ts';
import { asOfficer } from '#kit/testing/builders.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import {
  childOf,
  citizen,
  everybody,
  familyOf,
  herself,
  households,
  nurse,
  officer,
  officerElsewhere,
  officerWithoutNik,
  officerWithoutScope,
  sari,
  startSeeded,
} from './seededAgency.ts';

const herFamily = familyOf(sari);

let agency: TestAgency;

beforeAll(async () => {
  ({ agency } = await startSeeded());
});
afterAll(() => agency.stop());

describe('the signed-in citizen', () => {
  it('reads the own record in full, in one command', async () => {
    const answer = await agency.ask(
      `{ me { id maskedNik nik fullName birthPlace birthDate sex bloodType religion maritalStatus education
              occupation { code name } citizenship address { street rt rw village { code } postalCode }
              idCardStatus digitalIdentityStatus residencyStatus updatedAt } }`,
      {},
      herself,
    );

    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      me: expect.objectContaining({
        id: sari.id,
        nik: sari.nik,
        maskedNik: `************${sari.nik.slice(-4)}`,
        fullName: 'Sari Contohwati',
        birthDate: sari.birthDate,
        sex: 'FEMALE',
        maritalStatus: expect.stringMatching(/^MARRIED/),
        occupation: { code: '84', name: 'Pedagang' },
        address: expect.objectContaining({ village: { code: '35.10.13.2001' } }),
        idCardStatus: 'ISSUED',
        updatedAt: expect.stringMatching(/Z$/),
      }),
    });
    expect(answer.commands).toEqual(['find citizens']);
  });

  it('sees what the family card prints of those on it, in one command for the card and one for its people', async () => {
    const answer = await agency.ask(
      `{ me { family { id maskedFamilyCardNumber head { fullName } address { street }
              members { relationship fatherName motherName citizen {
                id fullName birthDate religion education occupation { name } maritalStatus citizenship
                nik maskedNik bloodType address { street } parents { id } digitalIdentityStatus updatedAt } } } } }`,
      {},
      herself,
    );

    expect(answer.errors).toEqual([]);
    const { family } = (answer.data as { me: { family: { members: { citizen: object }[] } } }).me;
    const members = family.members.filter(({ citizen }) => 'id' in citizen && citizen.id !== sari.id);
    expect(family).toMatchObject({
      id: herFamily.id,
      maskedFamilyCardNumber: `************${herFamily.cardNumber.slice(-4)}`,
      head: { fullName: 'Joko Contohwati' },
      address: { street: herFamily.street },
    });
    expect(members).toHaveLength(herFamily.members.length - 1);
    for (const { citizen } of members) {
      expect(citizen).toMatchObject({
        fullName: expect.stringContaining('Contohwati'),
        citizenship: 'INDONESIAN',
        nik: null,
        maskedNik: null,
        bloodType: null,
        address: null,
        parents: null,
        digitalIdentityStatus: null,
        updatedAt: null,
      });
    }
    expect(answer.commands).toEqual(['find citizens', 'find families', 'find citizens']);
  });

  it('finds the own children, eldest first, and through them not their NIK', async () => {
    const answer = await agency.ask('{ me { children { fullName nik } parents { id } } }', {}, herself);
    expect(answer.data).toEqual({
      me: {
        children: [
          { fullName: 'Putri Contohwati', nik: null },
          { fullName: 'Bima Contohwati', nik: null },
        ],
        parents: [],
      },
    });
    expect(answer.commands).toEqual(['find citizens', 'find citizens', 'find citizens']);
  });

  it('finds the own parents on the own card', async () => {
    const child = childOf(sari);
    const principal: Principal = { kind: 'citizen', id: child.id, scopes: ['identity:nik'] };
    const answer = await agency.ask('{ me { nik parents { fullName nik } } }', {}, principal);
    expect(answer.data).toEqual({
      me: {
        nik: child.nik,
        parents: expect.arrayContaining([
          { fullName: 'Sari Contohwati', nik: null },
          { fullName: 'Joko Contohwati', nik: null },
        ]),
      },
    });
  });

  it('sees of a citizen on another card the id alone, exactly as of one who does not exist', async () => {
    const facts = 'id fullName birthDate maskedNik occupation { name } family { id } address { street } parents { id }';
    const answer = await agency.entities(
      [citizen(nurse.id), citizen('ctz-unknown')],
      `... on Citizen { ${facts} }`,
      herself,
    );
    const nothing = {
      fullName: null,
      birthDate: null,
      maskedNik: null,
      occupation: null,
      family: null,
      address: null,
      parents: null,
    };
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      _entities: [
        { id: nurse.id, ...nothing },
        { id: 'ctz-unknown', ...nothing },
      ],
    });
  });

  it('finds no family but the own', async () => {
    const families = [herFamily, familyOf(nurse)].map(({ id }) => ({ __typename: 'Family', id }));
    const answer = await agency.entities(families, '... on Family { id members { relationship } }', herself);
    expect(answer.data).toEqual({ _entities: [expect.objectContaining({ id: herFamily.id }), null] });
  });

  it('may not look anybody up', async () => {
    const answer = await agency.ask(`{ citizen(nik: "${nurse.nik}") { id } }`, {}, herself);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('is null for an officer', async () => {
    expect((await agency.ask('{ me { id } }', {}, officer)).data).toEqual({ me: null });
  });
});

describe('an officer', () => {
  const lookUp = (person: SyntheticPerson, principal: Principal, facts = 'id fullName') =>
    agency.ask(`query ($nik: Nik!) { citizen(nik: $nik) { ${facts} } }`, { nik: person.nik }, principal);

  it('finds a person of the own region by the NIK', async () => {
    const answer = await lookUp(sari, officer, 'id fullName nik');
    expect(answer.data).toEqual({ citizen: { id: sari.id, fullName: 'Sari Contohwati', nik: sari.nik } });
    expect(answer.commands).toEqual(['find citizens']);
  });

  it('is given the masked NIK only, without the scope for it', async () => {
    const masked = await lookUp(sari, officerWithoutNik, 'maskedNik');
    expect(masked.data).toEqual({ citizen: { maskedNik: `************${sari.nik.slice(-4)}` } });

    const full = await lookUp(sari, officerWithoutNik, 'fullName nik');
    expect(full.data).toEqual({ citizen: { fullName: 'Sari Contohwati', nik: null } });
    expect(full.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('finds nobody of another region, exactly as for an unknown NIK', async () => {
    const unknown = { ...sari, nik: '3510012508900001' };
    const [elsewhere, nowhere] = [await lookUp(sari, officerElsewhere), await lookUp(unknown, officerElsewhere)];
    expect(elsewhere).toEqual(nowhere);
    expect(elsewhere).toMatchObject({ data: { citizen: null }, errors: [] });
  });

  it('sees of a person of another region the id alone, when an application leads there', async () => {
    const answer = await agency.entities(
      [citizen(sari.id)],
      '... on Citizen { id fullName children { id } }',
      officerElsewhere,
    );
    expect(answer.data).toEqual({ _entities: [{ id: sari.id, fullName: null, children: null }] });
  });

  it('is refused without the scope', async () => {
    expect((await lookUp(sari, officerWithoutScope)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('reads fifty people in one command', async () => {
    const neighbours = households
      .filter(({ place }) => place.villageCode.startsWith('35.'))
      .flatMap(({ members }) => members);
    const people = [...neighbours, ...everybody].slice(0, 50);
    const east: Principal = asOfficer('identity', '35', ['identity:read']);
    const answer = await agency.entities(
      people.map(({ id }) => citizen(id)),
      '... on Citizen { id fullName maskedNik occupation { name } address { street } updatedAt }',
      east,
    );
    expect(answer.errors).toEqual([]);
    expect(answer.commands).toEqual(['find citizens']);
    const { _entities } = answer.data as { _entities: { id: string; fullName: string | null }[] };
    expect(_entities.map(({ id }) => id)).toEqual(people.map(({ id }) => id));
    expect(_entities.slice(0, neighbours.length).map(({ fullName }) => fullName)).toEqual(
      neighbours.slice(0, 50).map(({ fullName }) => fullName),
    );
  });

  it('reads the families and children of fifty people in one command for each step', async () => {
    const people = everybody.filter(({ relationship }) => relationship !== 'CHILD').slice(0, 50);
    const answer = await agency.entities(
      people.map(({ id }) => citizen(id)),
      '... on Citizen { family { members { citizen { fullName } } } children { fullName } }',
      asOfficer('identity', '35', ['identity:read']),
    );
    expect(answer.errors).toEqual([]);
    expect([...answer.commands].sort()).toEqual([...Array(4).fill('find citizens'), 'find families']);
  });
});

describe('stating a purpose', () => {
  it('is required of whoever looks a person up', async () => {
    const service: Principal = { kind: 'service', id: 'svc', agency: 'tax', scopes: ['identity:read'] };
    const answer = await agency.ask(`{ citizen(nik: "${sari.nik}") { id } }`, {}, service, {
      purpose: undefined,
    });
    expect(answer.errors).toMatchObject([
      { message: 'State why you need this record.', extensions: { code: 'PURPOSE_MISSING' } },
    ]);
    expect(answer.commands).toEqual([]);
  });
});
