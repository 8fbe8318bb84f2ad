import { describe, expect, it } from '@jest/globals';
import { services } from '../data/services.ts';
import type { Service } from '../model/catalogue.ts';
import { prefillFor } from '../rules/prefill.ts';

const citizen = {
  fullName: 'Sari Contohwati',
  birthPlace: 'Banyuwangi',
  birthDate: '1990-01-01',
  address: { street: 'Jalan Contoh 1', rt: '001', rw: '002', postalCode: '68400' },
  businesses: [{ nib: '9100000000000', name: 'Warung Contoh' }],
  taxpayer: { id: 'tax-1', maskedNpwp: '************0001' },
};

function prefill(code: string, facts: Parameters<typeof prefillFor>[0] = citizen) {
  const service = services.find((one) => one.code === code);
  if (!service) throw new Error(`The catalogue has no ${code}.`);
  const { values, ...rest } = prefillFor(facts, { ...service, _id: code } as unknown as Service);
  return { ...rest, values: Object.fromEntries(values.map(({ field, value }) => [field, value])) };
}

describe('the form of a service', () => {
  it('names its applicant as the population register does', () => {
    expect(prefill('CIVIL-BIRTH').values).toEqual({
      'applicant.fullName': 'Sari Contohwati',
      'applicant.birthPlace': 'Banyuwangi',
      'applicant.birthDate': '1990-01-01',
      'applicant.address': 'Jalan Contoh 1, RT 001/RW 002',
      'applicant.postalCode': '68400',
    });
  });

  it('asks of other registers only what the service rests on', () => {
    expect(prefill('LICENSING-PERMIT').values).toMatchObject({
      'business.nib': '9100000000000',
      'business.name': 'Warung Contoh',
      'tax.npwp': '************0001',
    });
  });

  it('leaves empty what an agency did not answer', () => {
    const { businesses: _silent, ...rest } = citizen;
    expect(prefill('LICENSING-PERMIT', rest).values).toMatchObject({ 'business.nib': null, 'business.name': null });
  });

  it('tells what a register answers from what has to be brought, and forgets no requirement', () => {
    for (const { code, standard } of services) {
      const { answered, toBring } = prefill(code);
      expect(answered.every(({ onceOnlySource }) => onceOnlySource !== null)).toBe(true);
      expect(answered.length + toBring.length).toBe(standard?.requirements.length ?? 0);
    }
  });
});
