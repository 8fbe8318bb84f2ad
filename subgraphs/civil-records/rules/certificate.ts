import { createHash } from 'node:crypto';
import type { Certificate } from '../model.ts';

/** Crockford's base 32: no I, L, O or U, so that a code copied from paper stays the same. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The verification code of a certificate: 20 characters, 100 bits, so that nobody finds one by trying.
 *
 * @param seed what makes the code unguessable: random bytes, or a fixed text for sandbox data
 */
export function verificationCode(seed: Uint8Array | string): string {
  const bytes = createHash('sha256').update(seed).digest().subarray(0, 20);
  const characters = [...bytes].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return characters.replace(/(.{5})(?=.)/g, '$1-');
}

/** A code as somebody typed it from paper, in the form in which it is stored. */
export function readVerificationCode(typed: string): string {
  return typed.trim().toUpperCase();
}

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
