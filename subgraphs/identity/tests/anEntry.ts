import type { RegisterEntry } from '../model.ts';

/** A register entry for a test of a rule, in Banyuwangi. */
export function anEntry(facts: Partial<RegisterEntry> = {}): RegisterEntry {
  return {
    _id: 'ctz-sari',
    nik: '3510016508909001',
    fullName: 'Sari Contohwati',
    birthPlace: 'Banyuwangi',
    birthDate: '1990-08-25',
    sex: 'FEMALE',
    bloodType: 'O',
    religion: 'ISLAM',
    maritalStatus: 'MARRIED_REGISTERED',
    education: 'SENIOR_SECONDARY',
    occupationCode: '84',
    citizenship: 'INDONESIAN',
    address: { street: 'Jalan Contoh No. 1', rt: '001', rw: '002', villageCode: '35.10.13.2001', postalCode: null },
    familyId: 'fam-sari',
    relationship: 'WIFE',
    cardLine: 2,
    fatherName: 'Slamet Contoh',
    motherName: 'Endang Misalnya',
    parentIds: ['ctz-endang'],
    idCardStatus: 'ISSUED',
    digitalIdentityStatus: 'ACTIVE',
    residencyStatus: 'RESIDENT',
    updatedAt: new Date('2026-01-02T03:04:05Z'),
    settled: [],
    ...facts,
  };
}
