import { createHash } from 'node:crypto';
import { badInput } from '#kit/errors.ts';

/** What the mall itself gives out on a consent; a consent may name other agencies' fields beside them. */
export type ConsentedField = 'Citizen.applications' | 'Citizen.documents';

const longestPurpose = 500;
const longestText = 5_000;
const mostFields = 20;
const coordinate = /^[A-Z][A-Za-z]{0,60}\.[a-z][A-Za-z]{0,60}$/;

/** What a citizen agrees to, before it is known who and when. */
export interface ConsentWish {
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly text: string;
  readonly expiresAt?: Date | null | undefined;
}

/**
 * Lets through only what is a consent by law: for a stated purpose, to named data, in words that were shown.
 *
 * Law: UU 27/2022, articles 20 to 22 and 24.
 *
 * @throws BAD_USER_INPUT naming the part that is missing or too long
 */
export function assertIsConsent({ purpose, fields, text, expiresAt }: ConsentWish, now: Date): void {
  assertWords(purpose, longestPurpose, 'input.purpose');
  assertWords(text, longestText, 'input.text');
  if (fields.length === 0 || fields.length > mostFields) {
    throw badInput(`A consent names 1 to ${mostFields} fields.`, 'input.fields');
  }
  const wrong = fields.findIndex((field) => !coordinate.test(field));
  if (wrong !== -1)
    throw badInput('Fields are named as in the graph, such as Citizen.applications.', `input.fields.${wrong}`);
  if (expiresAt != null && expiresAt <= now) throw badInput('A consent ends in the future.', 'input.expiresAt');
}

/** The digest by which it can be shown which words were agreed to: SHA-256, hexadecimal. */
export function digestOfWords(text: string): string {
  return createHash('sha256').update(text.normalize('NFC')).digest('hex');
}

/** @throws BAD_USER_INPUT when there is nothing in the words, or too much */
export function assertWords(words: string, longest: number, field: string): void {
  if (words.trim() === '') throw badInput('Please write something here.', field);
  if ([...words].length > longest) throw badInput(`This holds at most ${longest} characters.`, field);
}
