import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isTrackingNumber } from '#kit/application/trackingNumber.ts';
import type { Principal } from '#kit/principal.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { asOfficer } from '#kit/testing/builders.ts';
import { taxModels } from '../model.ts';
import { isBillingCode, isStateReceipt } from '../rules/billing.ts';
import { type SeededAgency, startSeededAgency } from './seededAgency.ts';

let sandbox: SeededAgency;

beforeAll(async () => {
  sandbox = await startSeededAgency();
});

afterAll(() => sandbox.agency.stop());

describe('the confirmation of a tax status', () => {
  const confirm =
    'query ($npwp: Npwp!, $for: ID!) { confirmTaxStatus(npwp: $npwp, serviceCode: $for) { status reasons validUntil } }';
  const ask = (npwp: string, principal: Principal, serviceCode = 'LICENSING-PERMIT') =>
    sandbox.agency.ask(confirm, { npwp, for: serviceCode }, principal);

  it('tells another agency the status and the reasons', async () => {
    const service = principalOf('service-licensing');
    const valid = await ask(sandbox.personOf('food-seller').nik, service);
    const notValid = await ask(sandbox.personOf('late-filer').nik, service);

    expect(valid.data).toEqual({
      confirmTaxStatus: { status: 'VALID', reasons: [], validUntil: expect.stringMatching(/-03-31$/) },
    });
    expect(notValid.data).toEqual({
      confirmTaxStatus: { status: 'INVALID', reasons: ['RETURNS_NOT_FILED'], validUntil: null },
    });
  });

  it('answers that nobody has the number', async () => {
    const { data } = await ask('9999999999999999', principalOf('service-licensing'));

    expect(data).toEqual({
      confirmTaxStatus: { status: 'INVALID', reasons: ['TAXPAYER_NOT_FOUND'], validUntil: null },
    });
  });

  it('does not find somebody by an identity number that is not matched', async () => {
    const { data } = await ask(sandbox.personOf('unmatched-nik').nik, principalOf('service-licensing'));

    expect(data).toMatchObject({ confirmTaxStatus: { reasons: ['TAXPAYER_NOT_FOUND'] } });
  });

  it.each<[string, string, () => Principal]>([
    ['nobody', 'UNAUTHENTICATED', () => ({ kind: 'anonymous' })],
    ['a citizen', 'FORBIDDEN', () => principalOf('food-seller')],
    ['an officer without the scope', 'FORBIDDEN', () => asOfficer('tax', '35.10', ['tax:read'])],
  ])('asked for by %s is refused with %s', async (_who, code, principal) => {
    const { errors } = await ask(sandbox.personOf('food-seller').nik, principal());

    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
  });

  it('refuses a service code of another form', async () => {
    const { errors } = await ask('9999999999999999', principalOf('service-licensing'), 'the permit, please');

    expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'serviceCode' });
  });
});

describe('the billing codes', () => {
  const codes =
    'query ($status: BillingStatus) { me { taxpayer { billingCodes(status: $status) { billingCode status amount { amount currency } bankReceipt stateReceipt } } } }';

  it('of an investor are unpaid, paid and expired', async () => {
    const { data, errors } = await sandbox.agency.ask(codes, {}, principalOf('investor'));

    const { billingCodes } = (data as { me: { taxpayer: { billingCodes: InvestorCode[] } } }).me.taxpayer;
    expect(errors).toEqual([]);
    expect(billingCodes.map(({ status }) => status).sort()).toEqual(['EXPIRED', 'PAID', 'UNPAID']);
    for (const { billingCode, amount, status, bankReceipt, stateReceipt } of billingCodes) {
      expect(isBillingCode(billingCode)).toBe(true);
      expect(amount).toEqual({ amount: expect.stringMatching(/^\d+0000\.00$/), currency: 'IDR' });
      expect([bankReceipt !== null, isStateReceipt(stateReceipt ?? '')]).toEqual([
        status === 'PAID',
        status === 'PAID',
      ]);
    }
  });

  it('can be limited to one state', async () => {
    const { data } = await sandbox.agency.ask(codes, { status: 'EXPIRED' }, principalOf('investor'));

    expect(data).toMatchObject({ me: { taxpayer: { billingCodes: [{ status: 'EXPIRED' }] } } });
  });

  it.each<[string, boolean, () => Principal]>([
    ['the taxpayer', true, () => principalOf('investor')],
    ['an officer with the scope', true, () => asOfficer('tax', '35.10', ['tax:read'])],
    ['an officer without the scope', false, () => asOfficer('tax', '35.10', [])],
    ['another citizen', false, () => principalOf('nurse')],
  ])('asked for by %s are shown: %s', async (_who, shown, principal) => {
    const billing = await sandbox.models.BillingCode.findOne({ citizenId: sandbox.personOf('investor').id })
      .sort({ _id: 1 })
      .lean();

    const { data, errors } = await sandbox.agency.entities(
      [{ __typename: 'BillingCode', billingCode: billing?._id }],
      '... on BillingCode { billingCode }',
      principal(),
    );

    expect(errors).toEqual([]);
    expect(data).toEqual({ _entities: [shown ? { billingCode: billing?._id } : null] });
  });

  it('of fifty references cost one command', async () => {
    const billings = await sandbox.models.BillingCode.find().sort({ _id: 1 }).lean();
    const representations = Array.from({ length: 50 }, (_, index) => ({
      __typename: 'BillingCode',
      billingCode: billings[index % billings.length]?._id,
    }));

    const { commands, errors } = await sandbox.agency.entities(
      representations,
      '... on BillingCode { status }',
      asOfficer('tax', '35.10', ['tax:read']),
    );

    expect({ commands, errors }).toEqual({ commands: ['find billingCodes'], errors: [] });
  });
});

interface InvestorCode {
  readonly billingCode: string;
  readonly status: string;
  readonly amount: unknown;
  readonly bankReceipt: string | null;
  readonly stateReceipt: string | null;
}

describe('an application', () => {
  const asked = (id: string) => [{ __typename: 'TaxApplication', id }];

  it('for the matching of the identity number leads to the taxpayer', async () => {
    const { data } = await sandbox.agency.entities(
      asked(sandbox.applicationOf('unmatched-nik')),
      '... on TaxApplication { kind taxpayer { nikMatched } }',
      principalOf('unmatched-nik'),
    );

    expect(data).toEqual({ _entities: [{ kind: 'NIK_MATCHING', taxpayer: { nikMatched: false } }] });
  });

  it.each<[string, boolean, () => Principal]>([
    ['the applicant', true, () => principalOf('food-seller')],
    ['an officer of the regency', true, () => asOfficer('tax', '35.10', ['applications:read'])],
    ['an officer of another regency', false, () => asOfficer('tax', '33.14', ['applications:read'])],
    ['an officer without the scope', false, () => asOfficer('tax', '35.10', ['tax:read'])],
    ['an officer of another agency', false, () => asOfficer('civil-records', '35.10', ['applications:read'])],
    ['another citizen', false, () => principalOf('nurse')],
  ])('for a letter of clearance asked for by %s is shown: %s', async (_who, shown, principal) => {
    const { data, errors } = await sandbox.agency.entities(
      asked(sandbox.applicationOf('food-seller')),
      '... on TaxApplication { kind }',
      principal(),
    );

    expect({ data, errors }).toEqual({
      data: { _entities: [shown ? { kind: 'TAX_CLEARANCE_LETTER' } : null] },
      errors: [],
    });
  });

  it('of fifty costs one command', async () => {
    const ids = Array.from(
      { length: 50 },
      (_, index) => sandbox.announcements[index % sandbox.announcements.length]?.id,
    );

    const { commands } = await sandbox.agency.entities(
      ids.map((id) => ({ __typename: 'TaxApplication', id })),
      '... on TaxApplication { kind }',
      asOfficer('tax', '35', ['applications:read']),
    );

    expect(commands).toEqual(['find taxApplications']);
  });

  it('is announcements to the mall under the same id, status and sequence, and without any number', async () => {
    const stored = await sandbox.models.TaxApplication.find().sort({ _id: 1 }).lean();

    const told = sandbox.announcements
      .map(({ id, steps }) => ({ _id: id, status: steps.at(-1)?.to, sequence: steps.at(-1)?.sequence }))
      .sort((one, other) => (one._id < other._id ? -1 : 1));
    expect(stored.map(({ _id, status, sequence }) => ({ _id, status, sequence }))).toEqual(told);
    expect(told.every(({ _id }) => isTrackingNumber(_id))).toBe(true);
    expect(JSON.stringify(sandbox.announcements)).not.toMatch(/\d{16}/);
  });
});

describe('the agency', () => {
  it('answers nobody without the signature of the gateway', async () => {
    const response = await fetch(sandbox.agency.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ _service { sdl } }' }),
    });

    expect(response.status).toBe(401);
  });

  it('fills its sandbox with records that its own models allow', async () => {
    const { uploads: _uploads, uploadChunks: _chunks, ...seeded } = taxModels(sandbox.agency.connection);
    for (const { modelName } of Object.values(seeded)) {
      const model = sandbox.agency.connection.model(modelName);
      const records = await model.find().sort({ _id: 1 }).lean();
      expect(records.length).toBeGreaterThan(3);
      await Promise.all(records.map((record) => new model(record).validate()));
    }
  });
});
