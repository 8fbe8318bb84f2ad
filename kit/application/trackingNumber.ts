import { createHash } from 'node:crypto';

/**
 * Crockford's base 32 (no I, L, O or U, so that a number read out over the telephone stays the same) without Z: its 31
 * characters are as many as the prime that the check character is counted by.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const form = /^MPP-\d{4}-\d{6}-[0-9A-HJKMNP-TV-Y]{6}-[0-9A-HJKMNP-TV-Y]$/;

/**
 * The tracking number of an application, which is also its id: `MPP-{regency}-{YYMMDD}-{6 characters}-{check}`.
 *
 * @param regencyCode the competent regency, `35.10`
 * @param day the day of submission, `YYYY-MM-DD`
 * @param seed what makes the number unguessable: random bytes, or a fixed text for sandbox data
 */
export function trackingNumber(regencyCode: string, day: string, seed: Uint8Array | string): string {
  const regency = regencyCode.slice(0, 5).replace('.', '');
  const bytes = createHash('sha256').update(seed).digest();
  const random = [...bytes.subarray(0, 6)].map((byte) => alphabet[byte % alphabet.length]).join('');
  const body = `MPP-${regency}-${day.slice(2).replaceAll('-', '')}-${random}`;
  return `${body}-${checkCharacter(body)}`;
}

/** Whether the text is a tracking number with a right check character. */
export function isTrackingNumber(text: string): boolean {
  return form.test(text) && text.endsWith(`-${checkCharacter(text.slice(0, -2))}`);
}

/** Weighted sum modulo a prime, so that one wrong character or two swapped neighbours always show. */
function checkCharacter(body: string): string {
  const values = [...body.replaceAll('-', '')].map((character) => alphabet.indexOf(character));
  const sum = values.reduce((total, value, place) => total + (value + 1) * (place + 2), 0);
  return alphabet.charAt(sum % alphabet.length);
}
