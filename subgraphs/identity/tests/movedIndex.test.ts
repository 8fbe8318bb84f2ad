import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import { nurse, officer, sari, startSeeded } from './seededAgency.ts';

let agency: TestAgency;

beforeAll(async () => {
  ({ agency } = await startSeeded());
});
afterAll(() => agency.stop());

describe('an index that was moved to somebody else in the store', () => {
  it('does not make their record that of the number', async () => {
    const citizens = agency.connection.collection<{ _id: string; nikIndex: string }>('citizens');
    const [hers, other] = await Promise.all([sari.id, nurse.id].map((_id) => citizens.findOne({ _id })));
    const move = (nikIndex: string | undefined) =>
      citizens.updateOne({ _id: nurse.id }, { $set: { nikIndex } } as never);
    await citizens.updateOne({ _id: sari.id }, { $set: { nikIndex: `${hers?.nikIndex}-away` } });
    await move(hers?.nikIndex);
    const { data } = await agency.ask('query ($nik: Nik!) { citizen(nik: $nik) { id } }', { nik: sari.nik }, officer);
    await move(other?.nikIndex);
    await citizens.updateOne({ _id: sari.id }, { $set: { nikIndex: hers?.nikIndex ?? '' } });
    expect(data).toEqual({ citizen: null });
  });
});
