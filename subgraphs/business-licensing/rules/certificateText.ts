import type { CertificateLine, CertificateText } from '#kit/documents/certificate.ts';
import type { LicenseKind, LicenseStatus } from '../generated/resolvers.ts';
import type { BusinessRecord, LicenseRecord } from '../model.ts';

const titles: Readonly<Record<LicenseKind, CertificateText['title']>> = {
  BUSINESS_NUMBER: { id: 'Nomor Induk Berusaha', en: 'Business Identification Number' },
  BASIC_REQUIREMENT: { id: 'Persetujuan Persyaratan Dasar', en: 'Approval of a Basic Requirement' },
  STANDARD_CERTIFICATE: { id: 'Sertifikat Standar', en: 'Standard Certificate' },
  PERMIT: { id: 'Izin Usaha', en: 'Business Permit' },
  SUPPORTING_LICENSE: { id: 'Perizinan Berusaha Penunjang', en: 'Supporting Licence' },
};
const practice: CertificateText['title'] = { id: 'Surat Izin Praktik', en: 'Licence to Practise' };

/** What is said across the certificate of a licence that was issued and does not count any more. */
const outOfForce: { readonly [Status in LicenseStatus]?: string } = {
  SUSPENDED: 'DIHENTIKAN / SUSPENDED',
  REVOKED: 'DICABUT / REVOKED',
};

/** What the certificate of an issued licence says; null for one that has no number, day or code yet. */
export function certificateText(
  license: LicenseRecord,
  business: BusinessRecord | null,
  verifyUrl: (code: string) => string,
): CertificateText | null {
  const { kind, nib, number, issuedAt, verificationCode, validUntil } = license;
  if (number === null || issuedAt === null || verificationCode == null) return null;
  return {
    title: nib === null ? practice : titles[kind],
    issuer: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    number,
    lines: lines(license, business),
    issuedAt,
    validUntil,
    verificationCode,
    verifyUrl: verifyUrl(verificationCode),
    outOfForce: outOfForce[license.status],
  };
}

function lines({ name, holderName }: LicenseRecord, business: BusinessRecord | null): CertificateLine[] {
  const holder = business
    ? [
        { label: { id: 'Nama usaha', en: 'Business' }, value: business.name },
        { label: { id: 'NIB', en: 'Business number' }, value: business._id },
        { label: { id: 'Alamat', en: 'Address' }, value: business.address },
      ]
    : [{ label: { id: 'Nama pemegang', en: 'Holder' }, value: holderName ?? '-' }];
  return [...holder, { label: { id: 'Untuk', en: 'For' }, value: name }];
}
