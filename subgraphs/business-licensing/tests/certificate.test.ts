import { describe, expect, it } from '@jest/globals';
import type { BusinessRecord, LicenseRecord } from '../model.ts';
import { certificateText } from '../rules/certificateText.ts';
import { certificateFileOf } from '../rules/files.ts';
import { checkLicense } from '../rules/licenseCheck.ts';

const license = {
  _id: 'lic-1',
  ownerId: 'ctz-1',
  regionPath: ['35', '35.10'],
  nib: null,
  kind: 'SUPPORTING_LICENSE',
  name: 'Surat Izin Praktik Perawat',
  number: 'SIP/CONTOH/000001',
  status: 'ISSUED',
  authority: 'REGENCY',
  agencyCode: 'DPMPTSP',
  issuedAt: new Date('2026-05-03T20:00:00Z'),
  validUntil: '2031-05-03',
  documentId: 'doc-1',
  verificationCode: '7H2KQ-00000-ABCDE-FGHJK',
  holderName: 'Nur Contoh',
} satisfies LicenseRecord;
const business = { _id: '9120001234567', name: 'Warung Contoh', address: 'Jalan Contoh 1' } as BusinessRecord;
const today = '2026-11-24';
const verifyUrl = (code: string) => `http://localhost/${code}`;
const nothing = { valid: false, kind: null, issuedByCode: null, issuedOn: null, validUntil: null };

describe('the check of a licence', () => {
  it('says what it is, who issued it and from when to when, by the clock of the capital', () => {
    expect(checkLicense(license, today)).toEqual({
      valid: true,
      kind: 'SUPPORTING_LICENSE',
      issuedByCode: 'DPMPTSP',
      issuedOn: '2026-05-04',
      validUntil: '2031-05-03',
    });
  });

  it.each([
    ['is not known', null],
    ['was revoked', { ...license, status: 'REVOKED' }],
    ['was suspended', { ...license, status: 'SUSPENDED' }],
    ['has ended', { ...license, validUntil: '2026-11-23' }],
    ['was not issued yet', { ...license, status: 'IN_PROCESS', issuedAt: null }],
  ] as const)('says nothing when it %s', (_why, one) => {
    expect(checkLicense(one as LicenseRecord | null, today)).toEqual(nothing);
  });

  it('holds on the last day, and of a business that was warned', () => {
    expect(checkLicense({ ...license, validUntil: today }, today).valid).toBe(true);
    expect(checkLicense({ ...license, status: 'WARNED' }, today).valid).toBe(true);
  });
});

describe('the certificate of a licence', () => {
  const values = (one: LicenseRecord, of: BusinessRecord | null) =>
    certificateText(one, of, verifyUrl)?.lines.map(({ value }) => value);

  it('names the holder of a licence to practise, and the business of any other', () => {
    expect(values(license, null)).toEqual(['Nur Contoh', 'Surat Izin Praktik Perawat']);
    expect(values({ ...license, nib: business._id, name: 'Izin' }, business)).toEqual([
      'Warung Contoh',
      '9120001234567',
      'Jalan Contoh 1',
      'Izin',
    ]);
  });

  it('says that it does not count when it was revoked, and where to check it', () => {
    expect(certificateText(license, null, verifyUrl)).toMatchObject({
      outOfForce: undefined,
      verifyUrl: 'http://localhost/7H2KQ-00000-ABCDE-FGHJK',
    });
    expect(certificateText({ ...license, status: 'REVOKED' }, null, verifyUrl)?.outOfForce).toMatch(/DICABUT/);
  });

  it.each(['number', 'issuedAt', 'verificationCode'])('is not printed while there is no %s', (field) => {
    expect(certificateText({ ...license, [field]: null }, null, verifyUrl)).toBeNull();
    expect(certificateFileOf({ ...license, [field]: null })).toBeNull();
  });
});
