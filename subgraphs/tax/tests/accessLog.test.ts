import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccessBatch } from '#kit/access-log/entry.ts';
import { asOfficer } from '#kit/testing/builders.ts';
import { type SeededAgency, startSeededAgency } from './seededAgency.ts';

const officer = asOfficer('tax', '35.10', ['tax:read']);
let sandbox: SeededAgency;

beforeAll(async () => {
  sandbox = await startSeededAgency();
});
afterAll(() => sandbox.agency.stop());

describe('an index that was moved to somebody else in the store', () => {
  it('does not make their tax file that of the number', async () => {
    const { nik, taxpayerId } = sandbox.personOf('food-seller');
    const { taxpayerId: other } = sandbox.personOf('nurse');
    const { Taxpayer } = sandbox.models;
    const [hers, theirs] = await Promise.all([taxpayerId, other].map((_id) => Taxpayer.findById(_id).lean()));
    const index = (_id: string, numberIndex: unknown) =>
      Taxpayer.collection.updateOne({ _id: _id as never }, { $set: { numberIndex } } as never);
    await index(taxpayerId, []);
    await index(other, hers?.numberIndex);
    const { data } = await sandbox.agency.ask(
      'query ($npwp: Npwp!) { taxpayer(npwp: $npwp) { id } }',
      { npwp: nik },
      officer,
    );
    await index(taxpayerId, hers?.numberIndex);
    await index(other, theirs?.numberIndex);
    expect(data).toEqual({ taxpayer: null });
  });
});

describe('who reads less than the name', () => {
  it.each(['maskedNpwp', 'status', 'nikMatched', 'vatRegistered'])(
    'leaves a note of %s all the same',
    async (field) => {
      const { id, taxpayerId } = sandbox.personOf('food-seller');
      const chain = sandbox.agency.connection.collection<AccessBatch>('accessChain');
      await sandbox.agency.entities(
        [{ __typename: 'Taxpayer', id: taxpayerId }],
        `... on Taxpayer { ${field} }`,
        officer,
      );
      const last = await chain.findOne({}, { sort: { _id: -1 } });
      expect(last?.entries).toEqual([expect.objectContaining({ subject: id, coordinates: [`Taxpayer.${field}`] })]);
    },
  );

  it('leaves a note of a look-up by number, and of the way from a citizen', async () => {
    const { id, nik } = sandbox.personOf('food-seller');
    const chain = sandbox.agency.connection.collection<AccessBatch>('accessChain');
    await sandbox.agency.ask('query ($npwp: Npwp!) { taxpayer(npwp: $npwp) { id } }', { npwp: nik }, officer);
    const looked = await chain.findOne({}, { sort: { _id: -1 } });
    expect(looked?.entries).toEqual([expect.objectContaining({ subject: id, coordinates: ['Query.taxpayer'] })]);
    await sandbox.agency.entities([{ __typename: 'Citizen', id }], '... on Citizen { taxpayer { id } }', officer);
    const followed = await chain.findOne({}, { sort: { _id: -1 } });
    expect(followed?.entries).toEqual([expect.objectContaining({ subject: id, coordinates: ['Citizen.taxpayer'] })]);
  });
});
