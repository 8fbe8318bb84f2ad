import type { CertificateText } from '#kit/documents/certificate.ts';
import { showLastFour } from '#kit/personalNumbers.ts';
import type { TaxApplicationRecord, TaxpayerRecord } from '../model.ts';
import { products } from './products.ts';

/** What the letter of a granted application says; null for one that was not granted. */
export function certificateText(
  { _id, kind, steps, verificationCode }: TaxApplicationRecord,
  taxpayer: TaxpayerRecord,
  verifyUrl: (code: string) => string,
): CertificateText | null {
  const issued = steps.find(({ to }) => to === 'ISSUED');
  if (!issued) return null;
  const { title, titleEn } = products[kind];
  return {
    title: { id: title, en: titleEn },
    issuer: `Direktorat Jenderal Pajak, ${taxpayer.office.name}`,
    number: _id,
    lines: [
      { label: { id: 'Nama', en: 'Name' }, value: taxpayer.name },
      // A letter is shown to others: the number of a resident is the identity number.
      { label: { id: 'NPWP', en: 'Tax number' }, value: showLastFour(taxpayer.npwp) },
    ],
    issuedAt: issued.at,
    validUntil: null,
    verificationCode,
    verifyUrl: verifyUrl(verificationCode),
  };
}
