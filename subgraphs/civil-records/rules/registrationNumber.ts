import type { RecordKind } from '../model.ts';

/** What the sandbox's numbers say of the kind: lahir, kematian, kawin, cerai. */
const kindMarks = { BIRTH: 'LH', DEATH: 'KM', MARRIAGE: 'KW', DIVORCE: 'CR' } as const satisfies Record<
  Exclude<RecordKind, 'MOVE'>,
  string
>;

const certificateNumber = /^CONTOH-\d{4}-(?:LH|KM|KW|CR)-\d{8}-\d{4}$/;
const movingLetterNumber = /^SKPWNI\/\d{4}\/(\d{2})(\d{2})(\d{4})\/\d{4}$/;

/** The numbers of a page start here, in the range that says that all of it is made up. */
export const firstSerial = 9_001;

/** Where and when a record was made, and which of its day it is. */
export interface Registration {
  /** The regency whose office registers, `35.10`. */
  readonly regionCode: string;
  readonly reportedOn: string;
  /** From 1, per office, day and kind. */
  readonly serial: number;
}

/**
 * The registration number of a record. That of a move is the number of its moving letter; the shape of the others is
 * the sandbox's own and says so (contoh = example), because the real one is not confirmed and differs by year.
 */
export function registrationNumber(kind: RecordKind, registration: Registration): string {
  const regency = registration.regionCode.slice(0, 5).replace('.', '');
  const day = registration.reportedOn.split('-').reverse().join('');
  const serial = String(registration.serial).padStart(4, '0');
  if (kind === 'MOVE') return `SKPWNI/${regency}/${day}/${serial}`;
  return `CONTOH-${regency}-${kindMarks[kind]}-${day}-${serial}`;
}

/** Whether the text has the shape of a number that this agency gives to a certificate. */
export function isCertificateNumber(text: string): boolean {
  return certificateNumber.test(text);
}

/**
 * Whether the text has the shape of a moving letter's number, `SKPWNI/{regency}/{DDMMYYYY}/{serial}`, with a day that
 * the calendar has.
 */
export function isMovingLetterNumber(text: string): boolean {
  const [, day, month, year] = movingLetterNumber.exec(text) ?? [];
  if (day === undefined) return false;
  const written = `${year}-${month}-${day}`;
  const time = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(written);
}
