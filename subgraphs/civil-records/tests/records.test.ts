import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '#kit/principal.ts';
import { citizenIdOf, principalOf } from '#kit/sandbox/population.ts';
import { asCitizen, asOfficer } from '#kit/testing/builders.ts';
import { sealedRecord } from '../model.ts';
import { aBirth, aMove, anEndedMarriage } from './records.ts';
import { type SeededAgency, startSeededAgency } from './seededAgency.ts';

const divorced = anEndedMarriage('35.10');
let sandbox: SeededAgency;

beforeAll(async () => {
  sandbox = await startSeededAgency();
  const { seal } = sandbox.agency.vault.of(sealedRecord);
  await sandbox.models.CivilRecord.insertMany([divorced.marriage, divorced.divorce, aMove].map(seal));
});

afterAll(() => sandbox.agency.stop());

const civilRecord = 'query ($number: ID!) { civilRecord(registrationNumber: $number) { registrationNumber kind } }';

describe('the records of a citizen', () => {
  it('hold the births of the children and the marriage, latest first', async () => {
    const { data, errors } = await sandbox.agency.ask(
      '{ me { civilRecords { kind eventDate region { code } ... on BirthRecord { order mother { id } } } } }',
      {},
      principalOf('food-seller'),
    );

    const mother = { id: citizenIdOf('food-seller') };
    const region = { code: '35.10' };
    expect(errors).toEqual([]);
    expect(data).toEqual({
      me: {
        civilRecords: [
          { kind: 'BIRTH', eventDate: expect.any(String), region, order: 2, mother },
          { kind: 'BIRTH', eventDate: expect.any(String), region, order: 1, mother },
          { kind: 'MARRIAGE', eventDate: expect.any(String), region },
        ],
      },
    });
  });

  it('can be limited to some kinds', async () => {
    const { data } = await sandbox.agency.ask(
      '{ me { civilRecords(kinds: [MARRIAGE, DEATH]) { kind } } }',
      {},
      principalOf('food-seller'),
    );

    expect(data).toEqual({ me: { civilRecords: [{ kind: 'MARRIAGE' }] } });
  });

  it('are empty for somebody else who asks', async () => {
    const { data, errors } = await sandbox.agency.entities(
      [{ __typename: 'Citizen', id: citizenIdOf('food-seller') }],
      '... on Citizen { civilRecords { kind } }',
      principalOf('nurse'),
    );

    expect({ data, errors }).toEqual({ data: { _entities: [{ civilRecords: [] }] }, errors: [] });
  });

  it('of fifty citizens cost one command', async () => {
    const people = sandbox.households.flatMap(({ members }) => members).slice(0, 50);

    const { data, commands } = await sandbox.agency.entities(
      people.map(({ id }) => ({ __typename: 'Citizen', id })),
      '... on Citizen { civilRecords { registrationNumber region { code } } }',
      asOfficer('civil-records', '35', ['civil:read']),
    );

    expect(people).toHaveLength(50);
    expect(JSON.stringify(data)).toContain('"code":"35.10"');
    expect(commands).toEqual(['find civilRecords']);
  });
});

describe('a civil record', () => {
  it('is shown to every party of it', async () => {
    const birth = await sandbox.recordOf('food-seller', 'BIRTH');

    for (const partyId of birth.partyIds) {
      const { data } = await sandbox.agency.ask(civilRecord, { number: birth._id }, asCitizen(partyId));
      expect(data).toEqual({ civilRecord: { registrationNumber: birth._id, kind: 'BIRTH' } });
    }
    expect(birth.partyIds).toHaveLength(3);
  });

  it.each<[string, boolean, Principal]>([
    ['an officer of the regency', true, asOfficer('civil-records', '35.10', ['civil:read'])],
    ['an officer of the province', true, asOfficer('civil-records', '35', ['civil:read'])],
    ['an officer of another regency', false, asOfficer('civil-records', '33.14', ['civil:read'])],
    ['an officer of a regency whose code starts alike', false, asOfficer('civil-records', '35.1', ['civil:read'])],
    ['an officer without the scope', false, asOfficer('civil-records', '35.10', ['applications:read'])],
    ['another citizen', false, principalOf('nurse')],
    ['a citizen with a scope of officers', false, { kind: 'citizen', id: 'ctz-other', scopes: ['civil:read'] }],
    ['an analyst', false, principalOf('analyst')],
  ])('asked for by %s is shown: %s', async (_who, shown, principal) => {
    const birth = await sandbox.recordOf('food-seller', 'BIRTH');

    const { data, errors } = await sandbox.agency.ask(civilRecord, { number: birth._id }, principal);

    expect(errors).toEqual([]);
    expect(data).toEqual({ civilRecord: shown ? { registrationNumber: birth._id, kind: 'BIRTH' } : null });
  });

  it('of a move is shown to the office that the family comes to, and to no third one', async () => {
    for (const [region, shown] of [
      ['33.71', true],
      ['21.71', true],
      ['35.10', false],
    ] as const) {
      const officer = asOfficer('civil-records', region, ['civil:read']);
      const { data } = await sandbox.agency.ask(civilRecord, { number: aMove._id }, officer);
      expect(data).toEqual({ civilRecord: shown ? { registrationNumber: aMove._id, kind: 'MOVE' } : null });
    }
  });

  it('that does not exist is answered like one that may not be seen', async () => {
    const { data, errors } = await sandbox.agency.ask(civilRecord, { number: 'CONTOH-0' }, principalOf('food-seller'));

    expect({ data, errors }).toEqual({ data: { civilRecord: null }, errors: [] });
  });

  it('is not shown to somebody who has not signed in', async () => {
    const birth = await sandbox.recordOf('food-seller', 'BIRTH');

    const { errors } = await sandbox.agency.ask(civilRecord, { number: birth._id });

    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  it('is found by reference for its own type only', async () => {
    const birth = await sandbox.recordOf('food-seller', 'BIRTH');

    const { data } = await sandbox.agency.entities(
      [
        { __typename: 'BirthRecord', registrationNumber: birth._id },
        { __typename: 'DeathRecord', registrationNumber: birth._id },
      ],
      '... on BirthRecord { order } ... on DeathRecord { cause }',
      principalOf('food-seller'),
    );

    expect(data).toEqual({ _entities: [{ order: 2 }, null] });
  });

  it('of each type costs one command for fifty references', async () => {
    const births = Array.from({ length: 50 }, (_, index) => aBirth('33.29', index));
    await sandbox.models.CivilRecord.insertMany(births.map(sandbox.agency.vault.of(sealedRecord).seal));

    const { data, commands } = await sandbox.agency.entities(
      births.map(({ _id }) => ({ __typename: 'BirthRecord', registrationNumber: _id })),
      '... on BirthRecord { registrationNumber }',
      asOfficer('civil-records', '33.29', ['civil:read']),
    );

    expect(data).toEqual({ _entities: births.map(({ _id }) => ({ registrationNumber: _id })) });
    expect(commands).toEqual(['find civilRecords']);
  });

  it('of a divorce leads to the marriage that ended', async () => {
    const { data } = await sandbox.agency.ask(
      'query ($number: ID!) { civilRecord(registrationNumber: $number) { ... on DivorceRecord { courtDecisionNumber marriage { spouses { id } registrar } } } }',
      { number: divorced.divorce._id },
      asCitizen('ctz-former-wife'),
    );

    expect(data).toEqual({
      civilRecord: {
        courtDecisionNumber: 'CONTOH/9001/Pdt.G/2026',
        marriage: {
          spouses: [{ id: 'ctz-former-husband' }, { id: 'ctz-former-wife' }],
          registrar: 'CIVIL_REGISTRY',
        },
      },
    });
  });
});

describe('the check of a certificate', () => {
  const check = 'query ($code: String!) { verifyCertificate(code: $code) { valid kind issuedOn } }';
  const notValid = { verifyCertificate: { valid: false, kind: null, issuedOn: null } };

  it('is open to everybody and tells the kind and the day', async () => {
    const { certificate } = await sandbox.recordOf('food-seller', 'BIRTH');

    const { data, errors } = await sandbox.agency.ask(check, { code: certificate?.verificationCode.toLowerCase() });

    expect(errors).toEqual([]);
    expect(data).toEqual({ verifyCertificate: { valid: true, kind: 'BIRTH', issuedOn: certificate?.issuedOn } });
  });

  it.each([
    ['unknown', 'AAAAA-BBBBB-CCCCC-DDDDD'],
    ['malformed', '{"$ne": null}'],
    ['empty', ''],
    ['of a withdrawn certificate', divorced.marriage.certificate.verificationCode],
  ])('answers the same for a code that is %s', async (_how, code) => {
    const { data, errors, commands } = await sandbox.agency.ask(check, { code });

    expect({ data, errors }).toEqual({ data: notValid, errors: [] });
    expect(commands).toEqual(['find civilRecords']);
  });
});

describe('the agency', () => {
  it('refuses an event that it does not know, with a code', async () => {
    const { errors } = await sandbox.agency.ask(
      '{ me { civilRecords(kinds: [CORONATION]) { kind } } }',
      {},
      principalOf('nurse'),
    );

    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('answers nobody without the signature of the gateway', async () => {
    const response = await fetch(sandbox.agency.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ _service { sdl } }' }),
    });

    expect(response.status).toBe(401);
  });
});
