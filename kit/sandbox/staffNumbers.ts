import { castStaff, type StaffSlug } from './cast.ts';

/**
 * The staff number (NIP) with which somebody of the cast signs in at One ID; `null` for a service account, which signs in
 * with a key. Birth date, month of appointment, sex and a serial of 900 or more: visibly synthetic.
 */
export function staffNumberOf(slug: StaffSlug): string | null {
  if (castStaff[slug].kind === 'service') return null;
  return `198501012010011${900 + Object.keys(castStaff).indexOf(slug)}`;
}
