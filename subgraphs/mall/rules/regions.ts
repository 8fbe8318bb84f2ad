import { regencyOf } from '#kit/regionCode.ts';
import type { RegionLevel } from '../model/catalogue.ts';
import { normalised } from './searchText.ts';

const levelOfLength: Readonly<Record<number, RegionLevel>> = {
  2: 'PROVINCE',
  5: 'REGENCY',
  8: 'DISTRICT',
  13: 'VILLAGE',
};

/** How large a region is, by its Kemendagri code. @throws RangeError for a text that is not one */
export function levelOf(code: string): RegionLevel {
  const level = levelOfLength[code.length];
  if (!level) throw new RangeError(`${code} is not a region code.`);
  return level;
}

/** The region that a region lies directly in; null for a province. */
export function parentOf(code: string): string | null {
  const end = code.lastIndexOf('.');
  return end === -1 ? null : code.slice(0, end);
}

/** Written small inside a name. */
const smallWords = new Set(['dan']);
/** Written in capitals wherever they stand: Daerah Khusus Ibukota, Daerah Istimewa. */
const abbreviations = new Set(['dki', 'di']);
const romanNumeral = /^(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})$/;

/**
 * Brings a name that the register writes in capitals into readable case: `KOTA TANJUNG PINANG` is `Kota Tanjung
 * Pinang`, `DKI JAKARTA` is `DKI Jakarta`. A name that has small letters already is left as it is.
 */
export function readableName(name: string): string {
  if (/\p{Lowercase}/u.test(name)) return name;
  return name
    .toLowerCase()
    .split(' ')
    .map((word, place) => {
      if (place > 0 && smallWords.has(word)) return word;
      if (abbreviations.has(word) || romanNumeral.test(word)) return word.toUpperCase();
      return word.replace(/(^|[-/(.])(\p{Letter})/gu, (letters) => letters.toUpperCase());
    })
    .join(' ');
}

const rank = /^(kabupaten|kota)( administrasi)? /;

/** The name that a region is found and sorted by: `Kabupaten Banyuwangi` is `banyuwangi`. */
export function searchNameOf(name: string, level: RegionLevel): string {
  const text = normalised(name);
  return level === 'REGENCY' ? text.replace(rank, '') : text;
}

/** What a searched name may begin with: the text as typed, and without Kabupaten or Kota when it was typed with it. */
export function searchedBeginnings(search: string): string[] {
  const typed = normalised(search);
  return [...new Set([typed, typed.replace(rank, '')])];
}

/** Whether something that is offered in some regions, or in `ALL`, is offered in a region or somewhere in it. */
export function isOfferedIn(regions: readonly string[], code: string): boolean {
  const regency = regencyOf(code);
  return regions.some((region) => region === 'ALL' || region === regency || region.startsWith(`${regency}.`));
}
