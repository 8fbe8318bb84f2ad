import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccessBatch } from '#kit/access-log/entry.ts';
import { isTrackingNumber } from '#kit/application/trackingNumber.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { asOfficer } from '#kit/testing/builders.ts';
import type { CivilRecordRecord } from '../model.ts';
import { type SeededAgency, startSeededAgency } from './seededAgency.ts';

let sandbox: SeededAgency;

beforeAll(async () => {
  sandbox = await startSeededAgency();
});

afterAll(() => sandbox.agency.stop());

describe('an application', () => {
  const read =
    '... on CivilApplication { id kind subject { id } record { registrationNumber } daysSinceEvent lateReport destination { code } }';
  const asked = (id: string) => [{ __typename: 'CivilApplication', id }];

  it('for a birth 62 days ago is late, and has neither a subject nor a record yet', async () => {
    const id = sandbox.applicationOf('new-parent');

    const { data, errors } = await sandbox.agency.entities(asked(id), read, principalOf('new-parent'));

    expect(errors).toEqual([]);
    expect(data).toEqual({
      _entities: [
        { id, kind: 'BIRTH', subject: null, record: null, daysSinceEvent: 62, lateReport: true, destination: null },
      ],
    });
  });

  it('for a move names the village that the family goes to', async () => {
    const id = sandbox.applicationOf('mover');

    const { data } = await sandbox.agency.entities(asked(id), read, principalOf('mover'));

    expect(data).toEqual({
      _entities: [expect.objectContaining({ kind: 'MOVE', destination: { code: '21.71.07.1001' }, lateReport: false })],
    });
  });

  it('that is completed leads to its record', async () => {
    const birth = await sandbox.recordOf('food-seller', 'BIRTH');

    const { data } = await sandbox.agency.entities(
      asked(sandbox.applicationOf('food-seller')),
      read,
      principalOf('food-seller'),
    );

    expect(data).toEqual({
      _entities: [expect.objectContaining({ kind: 'BIRTH', record: { registrationNumber: birth._id } })],
    });
  });

  it.each([
    ['an officer of the regency', true, asOfficer('civil-records', '33.14', ['applications:read'])],
    ['an officer of another regency', false, asOfficer('civil-records', '35.10', ['applications:read'])],
    ['an officer without the scope', false, asOfficer('civil-records', '33.14', ['civil:read'])],
    ['an officer of another agency', false, asOfficer('business-licensing', '33.14', ['applications:read'])],
    ['another citizen', false, principalOf('nurse')],
  ])('of the widow asked for by %s is shown: %s', async (_who, shown, principal) => {
    const id = sandbox.applicationOf('widow');

    const { data, errors } = await sandbox.agency.entities(asked(id), '... on CivilApplication { id }', principal);

    expect({ data, errors }).toEqual({ data: { _entities: [shown ? { id } : null] }, errors: [] });
  });

  it('of fifty costs one command', async () => {
    const ids = Array.from(
      { length: 50 },
      (_, index) => sandbox.announcements[index % sandbox.announcements.length]?.id ?? '',
    );

    const { commands, errors } = await sandbox.agency.entities(
      ids.map((id) => ({ __typename: 'CivilApplication', id })),
      '... on CivilApplication { kind }',
      asOfficer('civil-records', '35', ['applications:read']),
    );

    expect(errors).toEqual([]);
    expect(commands).toEqual(['find civilApplications']);
  });

  it('is announcements to the mall under the same id, status and sequence', async () => {
    const stored = await sandbox.models.CivilApplication.find().sort({ _id: 1 }).lean();

    const told = sandbox.announcements
      .map(({ id, steps, applicantId }) => ({
        _id: id,
        status: steps.at(-1)?.to,
        sequence: steps.at(-1)?.sequence,
        applicantId,
      }))
      .sort((one, other) => (one._id < other._id ? -1 : 1));
    expect(stored.map(({ _id, status, sequence, applicantId }) => ({ _id, status, sequence, applicantId }))).toEqual(
      told,
    );
    expect(told.every(({ _id }) => isTrackingNumber(_id))).toBe(true);
  });
});

describe('the sandbox', () => {
  it('holds records that the model allows', async () => {
    const records = await sandbox.models.CivilRecord.find().sort({ _id: 1 }).lean<CivilRecordRecord[]>();

    expect(records.length).toBeGreaterThan(30);
    await Promise.all(records.map((record) => new sandbox.models.CivilRecord(record).validate()));
  });
});

describe('who reads what tells a day of birth', () => {
  it.each(['kind', 'daysSinceEvent', 'lateReport'])('leaves a note of %s', async (field) => {
    const officer = asOfficer('civil-records', '35.10', ['applications:read']);
    const id = sandbox.applicationOf('food-seller');
    const { data } = await sandbox.agency.entities(
      [{ __typename: 'CivilApplication', id }],
      `... on CivilApplication { ${field} }`,
      officer,
    );
    expect(data).toEqual({ _entities: [{ [field]: expect.anything() }] });
    const chain = sandbox.agency.connection.collection<AccessBatch>('accessChain');
    const last = await chain.findOne({}, { sort: { _id: -1 } });
    expect(last?.entries[0]?.coordinates).toEqual([`CivilApplication.${field}`]);
  });
});
