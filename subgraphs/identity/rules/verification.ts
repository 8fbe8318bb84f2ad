import { badInput, forbidden } from '#kit/errors.ts';
import type { Principal } from '#kit/principal.ts';
import type { RegisterEntry } from '../model.ts';
import { nameSimilarity } from './nameSimilarity.ts';

/** What somebody says about a person, beside the NIK. */
export interface IdentityStatement {
  readonly fullName?: string | null | undefined;
  readonly birthDate?: string | null | undefined;
  readonly motherName?: string | null | undefined;
}

export interface FieldMatch {
  readonly field: 'FULL_NAME' | 'BIRTH_DATE' | 'MOTHER_NAME';
  readonly result: 'MATCH' | 'MISMATCH' | 'NOT_FOUND';
}

type ComparedEntry = Pick<RegisterEntry, 'fullName' | 'birthDate' | 'motherName'>;

/**
 * How alike names must be to match (rules/nameSimilarity.ts). No caller chooses it: asking with one threshold after the
 * other, or reading how alike a wrong name is, would lead letter by letter to the right one.
 */
export const nameThreshold = 85;
const longestName = 200;

/** @throws FORBIDDEN for a citizen, whatever the token grants: who serves somebody compares, not who is curious */
export function assertMayVerify(principal: Principal): void {
  if (principal.kind === 'citizen') throw forbidden();
}

/** @throws BAD_USER_INPUT for a statement that cannot be compared */
export function assertComparable({ fullName, birthDate, motherName }: IdentityStatement): void {
  if (fullName == null && birthDate == null && motherName == null) {
    throw badInput('State a name, a birth date or the name of the mother: a NIK alone proves nothing.', 'fullName');
  }
  if (!isComparableName(fullName)) throw badInput(`A name has 1 to ${longestName} characters.`, 'fullName');
  if (!isComparableName(motherName)) throw badInput(`A name has 1 to ${longestName} characters.`, 'motherName');
}

/**
 * Compares a statement with the register. The answer says whether it matches and never what the register holds; for an
 * unknown NIK it has the same shape, with every field not found.
 */
export function compareWithRegister(statement: IdentityStatement, entry: ComparedEntry | null) {
  const { fullName, birthDate, motherName } = statement;
  const fields: FieldMatch[] = [];
  if (fullName != null) fields.push(nameMatch('FULL_NAME', fullName, entry?.fullName));
  if (birthDate != null) fields.push(dayMatch('BIRTH_DATE', birthDate, entry?.birthDate));
  if (motherName != null) fields.push(nameMatch('MOTHER_NAME', motherName, entry?.motherName));
  return { matched: fields.every(({ result }) => result === 'MATCH'), fields };
}

function nameMatch(field: FieldMatch['field'], stated: string, held: string | null | undefined): FieldMatch {
  if (held == null) return { field, result: 'NOT_FOUND' };
  return { field, result: nameSimilarity(stated, held) >= nameThreshold ? 'MATCH' : 'MISMATCH' };
}

function dayMatch(field: FieldMatch['field'], stated: string, held: string | null | undefined): FieldMatch {
  if (held == null) return { field, result: 'NOT_FOUND' };
  return { field, result: stated === held ? 'MATCH' : 'MISMATCH' };
}

function isComparableName(name: string | null | undefined): boolean {
  return name == null || (name.trim() !== '' && name.length <= longestName);
}
