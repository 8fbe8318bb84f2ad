import type { Certificate } from '../model.ts';

/** What everybody may learn about a certificate: that it is genuine, what it is about and since when. */
export function checkCertificate<Kind>(
  record: { readonly kind: Kind; readonly certificate: Certificate | null } | null,
): {
  readonly valid: boolean;
  readonly kind: Kind | null;
  readonly issuedOn: string | null;
} {
  const certificate = record?.certificate ?? null;
  if (record === null || certificate === null || certificate.withdrawnOn !== null) {
    return { valid: false, kind: null, issuedOn: null };
  }
  return { valid: true, kind: record.kind, issuedOn: certificate.issuedOn };
}
