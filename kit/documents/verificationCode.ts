import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a code can be read out and typed from paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const characters = 20;
const form = /^[0-9A-HJKMNP-TV-Z]{20}$/;

/**
 * The code by which anybody can check a certificate: 20 characters, 100 bits, so that nobody finds one by trying.
 *
 * @param seed random bytes; a fixed text for sandbox data
 * @returns in groups of five, `7H2KQ-...`
 */
export function verificationCode(seed: Uint8Array | string): string {
  const digest = createHash('sha256').update(seed).digest();
  const code = Array.from(digest.subarray(0, characters), (byte) => alphabet[byte % 32]).join('');
  return inGroups(code);
}

/** A code as somebody typed it, in the form that is stored; null for what cannot be one. */
export function readVerificationCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return form.test(plain) ? inGroups(plain) : null;
}

function inGroups(code: string): string {
  return code.match(/.{5}/g)?.join('-') ?? code;
}
