import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '#kit/principal.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { asOfficer } from '#kit/testing/builders.ts';
import type { TaxReturnRecord } from '../model.ts';
import { type SeededAgency, startSeededAgency } from './seededAgency.ts';

const officer = asOfficer('tax', '35.10', ['tax:read', 'tax:npwp', 'tax:returns', 'tax:clearance']);
let sandbox: SeededAgency;

beforeAll(async () => {
  sandbox = await startSeededAgency();
});

afterAll(() => sandbox.agency.stop());

const codesOf = ({ errors }: { errors: readonly { extensions: { code: string } }[] }) =>
  errors.map(({ extensions }) => extensions.code);

describe('a citizen as a taxpayer', () => {
  const mine = `{ me { taxpayer {
    id npwp maskedNpwp name kind status nikMatched vatRegistered office { code name }
    branches { order nitku name } returns { form taxYear status } clearance { status reasons }
  } } }`;

  it('sees the own number, returns and clearance', async () => {
    const { nik, taxpayerId } = sandbox.personOf('food-seller');

    const { data, errors } = await sandbox.agency.ask(mine, {}, principalOf('food-seller'));

    expect(errors).toEqual([]);
    expect(data).toEqual({
      me: {
        taxpayer: {
          id: taxpayerId,
          npwp: nik,
          maskedNpwp: `************${nik.slice(-4)}`,
          name: 'Sari Contohwati',
          kind: 'INDIVIDUAL',
          status: 'ACTIVE',
          nikMatched: true,
          vatRegistered: false,
          office: { code: expect.stringMatching(/^9\d\d$/), name: 'KPP Pratama Contoh Banyuwangi' },
          branches: [{ order: '000000', nitku: `${nik}000000`, name: 'Sari Contohwati' }],
          returns: Array.from({ length: 3 }, () => ({
            form: 'INDIVIDUAL_BUSINESS',
            taxYear: expect.any(Number),
            status: expect.stringMatching(/^(FILED|FILED_LATE|AMENDED)$/),
          })),
          clearance: { status: 'VALID', reasons: [] },
        },
      },
    });
  });

  it('who has not filed two returns is not cleared', async () => {
    const { data } = await sandbox.agency.ask(mine, {}, principalOf('late-filer'));

    expect(data).toMatchObject({
      me: { taxpayer: { nikMatched: true, clearance: { status: 'INVALID', reasons: ['RETURNS_NOT_FILED'] } } },
    });
    expect(JSON.stringify(data).match(/NOT_FILED"/g)).toHaveLength(3);
  });

  it('whose identity number is not matched goes on under the older number', async () => {
    const { nik } = sandbox.personOf('unmatched-nik');

    const { data } = await sandbox.agency.ask(mine, {}, principalOf('unmatched-nik'));

    expect(data).toMatchObject({
      me: {
        taxpayer: {
          npwp: expect.stringMatching(/^099\d{13}$/),
          nikMatched: false,
          clearance: { status: 'INVALID', reasons: ['NAME_MISMATCH'] },
        },
      },
    });
    expect(JSON.stringify(data)).not.toContain(nik);
  });

  it('may ask for the returns of some years', async () => {
    const years = 'query ($years: [Int!]) { me { taxpayer { returns(years: $years) { taxYear } } } }';
    const [latest] = await sandbox.models.TaxReturn.find({ taxpayerId: sandbox.personOf('nurse').taxpayerId })
      .sort({ dueOn: -1, _id: -1 })
      .lean<TaxReturnRecord[]>();

    const { data } = await sandbox.agency.ask(years, { years: [latest?.taxYear] }, principalOf('nurse'));
    const tooMany = await sandbox.agency.ask(
      years,
      { years: Array.from({ length: 11 }, (_, before) => 2025 - before) },
      principalOf('nurse'),
    );

    expect(data).toEqual({ me: { taxpayer: { returns: [{ taxYear: latest?.taxYear }] } } });
    expect(tooMany.errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'years' });
  });

  it('does not show the numbers without the scopes for them, and keeps the rest', async () => {
    const { id, taxpayerId, nik } = sandbox.personOf('food-seller');
    const principal: Principal = { kind: 'citizen', id, scopes: [] };

    const answer = await sandbox.agency.ask(mine, {}, principal);

    expect(codesOf(answer)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(answer.data).toMatchObject({ me: { taxpayer: { id: taxpayerId, npwp: null, returns: null } } });
    expect(JSON.stringify(answer)).not.toContain(nik);
  });
});

describe('a taxpayer', () => {
  const byReference = '... on Taxpayer { name }';
  const reference = () => [{ __typename: 'Taxpayer', id: sandbox.personOf('food-seller').taxpayerId }];

  it.each<[string, boolean, () => Principal]>([
    ['the taxpayer', true, () => principalOf('food-seller')],
    ['an officer with the scope', true, () => officer],
    ['an officer without the scope', false, () => asOfficer('business-licensing', '35.10', ['tax:clearance'])],
    ['another citizen', false, () => principalOf('nurse')],
    ['a citizen with a scope of officers', false, () => ({ kind: 'citizen', id: 'ctz-other', scopes: ['tax:read'] })],
  ])('asked for by %s is shown: %s', async (_who, shown, principal) => {
    const { data, errors } = await sandbox.agency.entities(reference(), byReference, principal());

    expect({ data, errors }).toEqual({ data: { _entities: [shown ? { name: 'Sari Contohwati' } : null] }, errors: [] });
  });

  it('is not shown to somebody who has not signed in', async () => {
    expect(codesOf(await sandbox.agency.ask('{ me { taxpayer { name } } }'))).toEqual(['UNAUTHENTICATED']);
  });

  it('of each of fifty citizens, with the clearance, costs two commands', async () => {
    const people = sandbox.households.flatMap(({ members }) => members).slice(0, 50);

    const { data, commands } = await sandbox.agency.entities(
      people.map(({ id }) => ({ __typename: 'Citizen', id })),
      '... on Citizen { taxpayer { name clearance { status } returns { taxYear } } }',
      officer,
    );

    expect(people).toHaveLength(50);
    expect(JSON.stringify(data)).toContain('"status":"VALID"');
    expect(commands).toEqual(['find taxpayers', 'find taxReturns']);
  });

  it('by reference costs one command for fifty, and their clearances one more', async () => {
    const taxpayers = await sandbox.models.Taxpayer.find().sort({ _id: 1 }).limit(50).lean();
    const representations = Array.from({ length: 50 }, (_, index) => ({
      __typename: 'Taxpayer',
      id: taxpayers[index % taxpayers.length]?._id,
    }));

    const plain = await sandbox.agency.entities(representations, byReference, officer);
    const cleared = await sandbox.agency.entities(representations, '... on Taxpayer { clearance { status } }', officer);

    expect(plain.commands).toEqual(['find taxpayers']);
    expect(cleared.commands).toEqual(['find taxpayers', 'find taxReturns']);
  });
});

describe('the search for a tax number', () => {
  const search = 'query ($npwp: Npwp!) { taxpayer(npwp: $npwp) { id kind nikMatched } }';

  it('finds a resident by the identity number, and by the older number', async () => {
    const { nik, taxpayerId } = sandbox.personOf('food-seller');
    const record = await sandbox.taxpayer({ _id: taxpayerId });
    const fifteen = record.lookupNumbers[1]?.slice(1);

    const found = { taxpayer: { id: taxpayerId, kind: 'INDIVIDUAL', nikMatched: true } };
    expect((await sandbox.agency.ask(search, { npwp: nik }, officer)).data).toEqual(found);
    expect((await sandbox.agency.ask(search, { npwp: fifteen }, officer)).data).toEqual(found);
  });

  it('finds an entity by its 16 digits and by its 15', async () => {
    const entity = await sandbox.taxpayer({ kind: 'ENTITY' });
    const found = { taxpayer: { id: entity._id, kind: 'ENTITY', nikMatched: null } };

    expect((await sandbox.agency.ask(search, { npwp: entity.npwp }, officer)).data).toEqual(found);
    expect((await sandbox.agency.ask(search, { npwp: entity.npwp.slice(1) }, officer)).data).toEqual(found);
  });

  it('finds nobody for a number that nobody has', async () => {
    const { data, errors } = await sandbox.agency.ask(search, { npwp: '9999999999999999' }, officer);

    expect({ data, errors }).toEqual({ data: { taxpayer: null }, errors: [] });
  });

  it.each<[string, string, () => Principal]>([
    ['nobody', 'UNAUTHENTICATED', () => ({ kind: 'anonymous' })],
    ['a citizen, even for the own number', 'FORBIDDEN', () => principalOf('food-seller')],
    ['an officer without the scope', 'FORBIDDEN', () => asOfficer('tax', '35.10', ['tax:clearance'])],
  ])('by %s is refused with %s', async (_who, code, principal) => {
    const { nik } = sandbox.personOf('food-seller');

    const answer = await sandbox.agency.ask(search, { npwp: nik }, principal());

    expect(codesOf(answer)).toEqual([code]);
    expect(JSON.stringify(answer)).not.toContain(nik);
  });

  it('finds nobody for a citizen, even with a scope of officers', async () => {
    const { id, nik } = sandbox.personOf('nurse');

    const { data } = await sandbox.agency.ask(search, { npwp: nik }, { kind: 'citizen', id, scopes: ['tax:read'] });

    expect(data).toEqual({ taxpayer: null });
  });

  it('refuses a number of another form, and does not repeat it', async () => {
    const answer = await sandbox.agency.ask(search, { npwp: '35.101312.345' }, officer);

    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(JSON.stringify(answer.errors)).not.toContain('35.101312.345');
  });
});
