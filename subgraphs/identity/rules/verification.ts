import { badInput } from '#kit/errors.ts';
import type { RegisterEntry } from '../model.ts';
import { nameSimilarity } from './nameSimilarity.ts';

/** What somebody says about a person, beside the NIK. */
export interface IdentityStatement {
  readonly fullName?: string | null | undefined;
  readonly birthDate?: string | null | undefined;
  readonly motherName?: string | null | undefined;
  /** How alike names must be to match. */
  readonly nameThreshold: number;
}

export interface FieldMatch {
  readonly field: 'FULL_NAME' | 'BIRTH_DATE' | 'MOTHER_NAME';
  readonly result: 'MATCH' | 'MISMATCH' | 'NOT_FOUND';
  readonly similarity: number | null;
}

type ComparedEntry = Pick<RegisterEntry, 'fullName' | 'birthDate' | 'motherName'>;

export const usualNameThreshold = 85;
const leastNameThreshold = 50;
const longestName = 200;

/** @throws BAD_USER_INPUT for a statement that cannot be compared */
export function assertComparable({ fullName, birthDate, motherName, nameThreshold }: IdentityStatement): void {
  if (fullName == null && birthDate == null && motherName == null) {
    throw badInput('State a name, a birth date or the name of the mother: a NIK alone proves nothing.', 'fullName');
  }
  if (!isComparableName(fullName)) throw badInput(`A name has 1 to ${longestName} characters.`, 'fullName');
  if (!isComparableName(motherName)) throw badInput(`A name has 1 to ${longestName} characters.`, 'motherName');
  if (nameThreshold < leastNameThreshold || nameThreshold > 100) {
    throw badInput(`The threshold for names is ${leastNameThreshold} to 100.`, 'nameThreshold');
  }
}

/**
 * Compares a statement with the register. The answer says whether it matches and never what the register holds; for an
 * unknown NIK it has the same shape, with every field not found.
 */
export function compareWithRegister(statement: IdentityStatement, entry: ComparedEntry | null) {
  const { fullName, birthDate, motherName, nameThreshold } = statement;
  const fields: FieldMatch[] = [];
  if (fullName != null) fields.push(nameMatch('FULL_NAME', fullName, entry?.fullName, nameThreshold));
  if (birthDate != null) fields.push(dayMatch('BIRTH_DATE', birthDate, entry?.birthDate));
  if (motherName != null) fields.push(nameMatch('MOTHER_NAME', motherName, entry?.motherName, nameThreshold));
  return { matched: fields.every(({ result }) => result === 'MATCH'), fields };
}

function nameMatch(field: FieldMatch['field'], stated: string, held: string | null | undefined, threshold: number) {
  if (held == null) return notFound(field);
  const similarity = nameSimilarity(stated, held);
  return { field, result: similarity >= threshold ? 'MATCH' : 'MISMATCH', similarity } as const;
}

function dayMatch(field: FieldMatch['field'], stated: string, held: string | null | undefined): FieldMatch {
  if (held == null) return notFound(field);
  return { field, result: stated === held ? 'MATCH' : 'MISMATCH', similarity: null };
}

function notFound(field: FieldMatch['field']): FieldMatch {
  return { field, result: 'NOT_FOUND', similarity: null };
}

function isComparableName(name: string | null | undefined): boolean {
  return name == null || (name.trim() !== '' && name.length <= longestName);
}
