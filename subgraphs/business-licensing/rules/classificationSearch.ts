import type { QueryFilter } from 'mongoose';
import { badInput } from '#kit/errors.ts';
import { pageSize } from '#kit/page.ts';
import type { KbliVersion } from '../generated/resolvers.ts';
import type { BusinessClassificationRecord } from '../model.ts';

export interface ClassificationSearch {
  /** All of them must hold. */
  readonly conditions: QueryFilter<BusinessClassificationRecord>[];
  readonly size: number;
}

const mostWords = 5;
const longestSearch = 80;

/**
 * Turns what a citizen looks for into conditions on stored, normalised fields, each of which an index serves.
 *
 * @throws BAD_USER_INPUT for a search that is too short, too long or without letters and digits, and for a parent that
 *   is neither a category letter nor the beginning of a code
 */
export function classificationSearch(wanted: {
  readonly version: KbliVersion;
  readonly search?: string | null | undefined;
  readonly parent?: string | null | undefined;
  readonly first?: number | null | undefined;
}): ClassificationSearch {
  const conditions: QueryFilter<BusinessClassificationRecord>[] = [{ version: wanted.version }];
  if (wanted.parent != null) conditions.push({ within: parentOf(wanted.parent) });
  if (wanted.search != null) conditions.push(...searchConditions(wanted.search));
  return { conditions, size: pageSize(wanted.first) };
}

/** The words of a title or of a search: small letters and digits, no accents. */
export function normalisedWords(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(plain.match(/[a-z0-9]+/g) ?? [])];
}

/** Everything that an activity lies within: its category, and every beginning of its code down to the code itself. */
export function placesInTree(category: string, code: string): string[] {
  return [category, ...[2, 3, 4, 5].map((length) => code.slice(0, length))];
}

function parentOf(parent: string): string {
  const place = parent.trim().toUpperCase();
  if (!/^([A-V]|\d{2,5})$/.test(place)) {
    throw badInput('A parent is a category letter such as I, or the first two to five digits of a code.', 'parent');
  }
  return place;
}

function searchConditions(search: string): QueryFilter<BusinessClassificationRecord>[] {
  const text = search.trim();
  if (text.length < 2) throw badInput('Please write at least two characters to search for.', 'search');
  if (/^\d{2,5}$/.test(text)) return [{ within: text }];
  const words = normalisedWords(text);
  if (words.length === 0) throw badInput('Please search for words or for a code.', 'search');
  if (words.length > mostWords || text.length > longestSearch) {
    throw badInput(`Please search for at most ${mostWords} words.`, 'search');
  }
  // A word holds letters and digits only, so it cannot change the meaning of the expression.
  return words.map((word) => ({ words: new RegExp(`^${word}`) }));
}
