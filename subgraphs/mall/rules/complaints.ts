import { createHash } from 'node:crypto';
import { assertWords } from './consents.ts';

const longestComplaint = 5_000;
/** Crockford's base 32, so that a number read out over the telephone stays the same. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @throws BAD_USER_INPUT when nothing is said, or too much */
export function assertIsComplaint(text: string): void {
  assertWords(text, longestComplaint, 'input.text');
}

/**
 * A complaint number: `ADU-{YYYYMMDD}-{8 characters}`.
 *
 * @param seed what makes it unguessable: random bytes
 */
export function complaintNumber(day: string, seed: Uint8Array): string {
  const bytes = createHash('sha256').update(seed).digest().subarray(0, 8);
  const random = [...bytes].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `ADU-${day.replaceAll('-', '')}-${random}`;
}
