import type { CertificateText } from '#kit/documents/certificate.ts';
import { showLastFour } from '#kit/personalNumbers.ts';
import type { IdentityApplicationRecord, RegisterEntry } from '../model.ts';

/**
 * What the proof says that a document was issued: the card itself is handed over at the counter, so that no full number
 * stands here. Null while nothing was issued.
 */
export function certificateText(
  application: IdentityApplicationRecord,
  subject: Pick<RegisterEntry, 'fullName' | 'nik'>,
  verifyUrl: (code: string) => string,
): CertificateText | null {
  const { _id, outcome, steps } = application;
  const issued = steps.find(({ to }) => to === 'ISSUED');
  if (!outcome || !issued) return null;
  return {
    title: { id: 'Bukti Penerbitan Dokumen Kependudukan', en: 'Proof that a population document was issued' },
    issuer: 'Dinas Kependudukan dan Pencatatan Sipil',
    number: _id,
    lines: [
      { label: { id: 'Dokumen', en: 'Document' }, value: outcome.title },
      { label: { id: 'Nama', en: 'Name' }, value: subject.fullName },
      { label: { id: 'NIK', en: 'Population number' }, value: showLastFour(subject.nik) },
    ],
    issuedAt: issued.at,
    validUntil: null,
    verificationCode: outcome.verificationCode,
    verifyUrl: verifyUrl(outcome.verificationCode),
  };
}
