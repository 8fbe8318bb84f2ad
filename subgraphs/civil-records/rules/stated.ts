import type { Faults } from '#kit/userErrors.ts';
import type { CivilRecordRecord, CivilReport } from '../model.ts';

/** Who reports, what the register already knows of them, and where faults go. */
export interface Reporter {
  readonly citizenId: string;
  /** The records that the citizen is a party of. */
  readonly records: readonly CivilRecordRecord[];
  /** The day at the office that it is reported to. */
  readonly today: string;
  readonly faults: Faults;
  /** Where the statement stands in the input, such as `input.birth`. */
  readonly path: string;
}

/** An event as it was stated and found to be possible. */
export interface Stated {
  readonly subjectId: string | null;
  readonly eventDate: string;
  readonly destinationVillageCode: string | null;
  readonly report: CivilReport;
}

const longestText = 100;
/** Letters of any script, and what stands between them in names. */
const nameForm = /^\p{L}[\p{L}\p{M} .'’,-]*$/u;

/** A name as it is to stand in the register. Faults name the place in the input, and no value. */
export function statedName(name: string, field: string, { faults, path }: Pick<Reporter, 'faults' | 'path'>): string {
  const plain = inOneLine(name);
  if (!nameForm.test(plain) || plain.length > longestText) {
    faults.add(`Please give the name in letters, ${longestText} at most.`, `${path}.${field}`);
  }
  return plain;
}

/** A place or an address in words. */
export function statedText(text: string, field: string, { faults, path }: Pick<Reporter, 'faults' | 'path'>): string {
  const plain = inOneLine(text);
  if (plain === '' || plain.length > longestText) {
    faults.add(`Please say it in ${longestText} characters at most.`, `${path}.${field}`);
  }
  return plain;
}

/** The day of an event that has happened. */
export function statedDay(day: string, field: string, { faults, path, today }: Reporter): string {
  if (day > today) faults.add('This day has not come yet.', `${path}.${field}`);
  return day;
}

/** A measure between two bounds, where it is stated. */
export function statedMeasure(
  value: number | null | undefined,
  [least, most]: readonly [number, number],
  field: string,
  { faults, path }: Pick<Reporter, 'faults' | 'path'>,
): number | null {
  if (value === null || value === undefined) return null;
  if (value < least || value > most) faults.add(`This must be from ${least} to ${most}.`, `${path}.${field}`);
  return value;
}

function inOneLine(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}
