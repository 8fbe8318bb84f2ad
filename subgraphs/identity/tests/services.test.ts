import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import { isTrackingNumber } from '#kit/application/trackingNumber.ts';
import { anonymous, type Principal } from '#kit/principal.ts';
import { principalOf, type SyntheticPerson } from '#kit/sandbox/population.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import {
  childOf,
  citizen,
  familyOf,
  herself,
  officer,
  officerElsewhere,
  officerWithoutScope,
  sari,
  startSeeded,
} from './seededAgency.ts';

const verifier = principalOf('service-licensing');

let agency: TestAgency;
let announcements: ApplicationAnnouncement[];

beforeAll(async () => {
  ({ agency, announcements } = await startSeeded());
});
afterAll(() => agency.stop());

describe('verifying an identity', () => {
  const verify = (input: object, principal: Principal = verifier) =>
    agency.ask(
      `query ($input: VerifyIdentityInput!) {
         verifyIdentity(input: $input) { matched fields { field result } } }`,
      { input: { purpose: 'Permohonan izin', ...input } },
      principal,
    );

  it('says what matches and what does not, in one command', async () => {
    const answer = await verify({ nik: sari.nik, fullName: 'SARI CONTOHWATI', birthDate: '1901-01-01' });
    expect(answer.data).toEqual({
      verifyIdentity: {
        matched: false,
        fields: [
          { field: 'FULL_NAME', result: 'MATCH' },
          { field: 'BIRTH_DATE', result: 'MISMATCH' },
        ],
      },
    });
    expect(answer.commands).toEqual(['find citizens']);
  });

  it('knows the mother of a child', async () => {
    const child = childOf(sari);
    const answer = await verify({ nik: child.nik, motherName: sari.fullName });
    expect(answer.data).toMatchObject({ verifyIdentity: { matched: true } });
  });

  it('answers in the same shape for an unknown NIK', async () => {
    const answer = await verify({ nik: '3510012508900001', fullName: 'Sari', birthDate: '1992-01-01' });
    expect(answer.data).toEqual({
      verifyIdentity: {
        matched: false,
        fields: [
          { field: 'FULL_NAME', result: 'NOT_FOUND' },
          { field: 'BIRTH_DATE', result: 'NOT_FOUND' },
        ],
      },
    });
  });

  it.each([
    ['a malformed NIK', { nik: '3510', fullName: 'Sari' }],
    ['nothing to compare', { nik: sari.nik }],
    ['no purpose', { nik: sari.nik, fullName: 'Sari', purpose: ' ' }],
  ])('is refused for %s, and the NIK is not repeated', async (_what, input) => {
    const answer = await verify(input);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(JSON.stringify(answer.errors)).not.toContain(input.nik);
    expect(answer.commands).toEqual([]);
  });

  it('is refused without the scope, and to a citizen with it', async () => {
    const scopes = ['identity:verify'];
    for (const principal of [herself, { ...herself, scopes } as Principal]) {
      const answer = await verify({ nik: sari.nik, fullName: 'Sari' }, principal);
      expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(answer.commands).toEqual([]);
    }
  });
});

describe('an application to the population office', () => {
  const contents = '... on IdentityApplication { id kind subject { id fullName } changes { field before after } }';
  const representations = (person: SyntheticPerson) =>
    announcements
      .filter(({ applicantId }) => applicantId === person.id)
      .map(({ id }) => ({ __typename: 'IdentityApplication', id }));

  it('is read by its applicant, also when it is about a child', async () => {
    const answer = await agency.entities(representations(sari), contents, herself);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      _entities: [
        expect.objectContaining({
          kind: 'CHILD_CARD',
          subject: expect.objectContaining({ fullName: 'Bima Contohwati' }),
        }),
        expect.objectContaining({
          kind: 'DATA_CHANGE',
          subject: { id: sari.id, fullName: 'Sari Contohwati' },
          changes: [{ field: 'occupation', before: '2', after: '84' }],
        }),
      ],
    });
  });

  it('is read by an officer of this agency for its region, and by no other', async () => {
    const read = async (principal: Principal) =>
      (await agency.entities(representations(sari).slice(0, 1), contents, principal)).data;
    expect(await read(officer)).toMatchObject({ _entities: [{ kind: 'CHILD_CARD' }] });
    expect(await read(officerElsewhere)).toEqual({ _entities: [null] });
    expect(await read(officerWithoutScope)).toEqual({ _entities: [null] });
    expect(await read(principalOf('officer-licensing'))).toEqual({ _entities: [null] });
  });

  it('looks to another citizen exactly as one that does not exist', async () => {
    const unknown = { __typename: 'IdentityApplication', id: 'MPP-3510-261118-000000-0' };
    const answer = await agency.entities([...representations(sari), unknown], contents, principalOf('nurse'));
    expect(answer).toMatchObject({ errors: [], data: { _entities: [null, null, null] } });
  });

  it('costs one command for fifty', async () => {
    const some = announcements.slice(0, 50).map(({ id }) => ({ __typename: 'IdentityApplication', id }));
    const answer = await agency.entities(some, '... on IdentityApplication { kind }', officer);
    expect(answer.commands).toEqual(['find applications']);
  });

  it('is announced to the mall under the number that the agency stores', async () => {
    const stored = await agency.connection.collection('applications').countDocuments();
    expect(new Set(announcements.map(({ id }) => id)).size).toBe(stored);
    for (const { id, agency: folder, typeName, serviceCode } of announcements) {
      expect([isTrackingNumber(id), folder, typeName]).toEqual([true, 'identity', 'IdentityApplication']);
      expect(serviceCode).toMatch(/^IDENTITY-[A-Z-]+$/);
    }
  });
});

describe('whoever is not signed in', () => {
  it('reads the occupations, and nothing about a person', async () => {
    const answer = await agency.ask('{ occupations { code name } me { id } }');
    expect(answer.data).toEqual({ occupations: expect.arrayContaining([{ code: '74', name: 'Perawat' }]), me: null });
    expect(answer.errors).toMatchObject([{ path: ['me'], extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('is refused a person, a family and an application that others refer to', async () => {
    const references = [
      citizen(sari.id),
      { __typename: 'Family', id: familyOf(sari).id },
      { __typename: 'IdentityApplication', id: announcements[0]?.id },
    ];
    const answer = await agency.entities(references, '... on Citizen { fullName }', anonymous);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(answer.data).toEqual({ _entities: [{ fullName: null }, null, null] });
  });

  it('gets 401 without the signature of the gateway', async () => {
    const response = await fetch(agency.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ occupations { code } }' }),
    });
    expect(response.status).toBe(401);
  });
});
