import { isCalendarDate } from '#kit/scalars/date.ts';
import type { RegisterEntry } from '../model.ts';
import { occupationOf } from '../occupations.ts';
import {
  bloodTypeCodes,
  educationCodes,
  type IdentityServiceKind,
  maritalStatusCodes,
  religionCodes,
  sexCodes,
} from '../officialCodes.ts';

/** The facts of an entry that somebody may ask to have changed or corrected. */
type ChangeableFact =
  | 'fullName'
  | 'birthPlace'
  | 'birthDate'
  | 'sex'
  | 'bloodType'
  | 'religion'
  | 'maritalStatus'
  | 'education'
  | 'occupationCode'
  | 'fatherName'
  | 'motherName';

interface RecordedFact {
  /** Where the register keeps it. */
  readonly fact: ChangeableFact;
  /** What is wrong with a value, in words; null when it can stand in the register. */
  readonly faultIn: (value: string, today: string) => string | null;
}

/** A name on an identity card has 60 characters at most, and no digits (Permendagri 73/2022, articles 4 and 5). */
const longestName = 60;
const nameForm = /^[\p{L}\p{M}][\p{L}\p{M} .,'’-]*$/u;
/** Nobody who is alive was born before; it catches a slip of the finger. */
const earliestBirth = '1900-01-01';

const name = (fact: ChangeableFact): RecordedFact => ({
  fact,
  faultIn: (value) =>
    value.length <= longestName && nameForm.test(value)
      ? null
      : `A name has letters and at most ${longestName} characters.`,
});

const code = (fact: ChangeableFact, codes: Readonly<Record<string, unknown>>): RecordedFact => ({
  fact,
  faultIn: (value) => (Object.hasOwn(codes, value) ? null : `Use one of ${Object.keys(codes).join(', ')}.`),
});

/** What can be changed, by its name in the graph. Where somebody lives changes with a move, which civil records takes. */
const facts: Readonly<Record<string, RecordedFact>> = {
  fullName: name('fullName'),
  birthPlace: name('birthPlace'),
  birthDate: {
    fact: 'birthDate',
    faultIn: (value, today) =>
      isCalendarDate(value) && value >= earliestBirth && value <= today
        ? null
        : 'Give a day in the past, written YYYY-MM-DD.',
  },
  sex: code('sex', sexCodes),
  bloodType: code('bloodType', bloodTypeCodes),
  religion: code('religion', religionCodes),
  maritalStatus: code('maritalStatus', maritalStatusCodes),
  education: code('education', educationCodes),
  occupation: {
    fact: 'occupationCode',
    faultIn: (value) => (occupationOf(value) ? null : 'Use a code of the list of occupations, such as 84.'),
  },
  fatherName: name('fatherName'),
  motherName: name('motherName'),
};

/** Which facts a kind of application can change. */
const changeable: Readonly<Record<IdentityServiceKind, readonly string[]>> = {
  ID_CARD_NEW: [],
  ID_CARD_REPLACEMENT: [],
  CHILD_CARD: [],
  DATA_CHANGE: Object.keys(facts),
  FAMILY_CARD_CHANGE: ['maritalStatus'],
  DIGITAL_ID_ACTIVATION: [],
};

/** The facts that a kind of application can change, by their names in the graph. */
export function changeableBy(kind: IdentityServiceKind): readonly string[] {
  return changeable[kind];
}

/** What the register holds of a fact. @throws RangeError for one that cannot be changed */
export function recorded(entry: Pick<RegisterEntry, ChangeableFact>, field: string): string | null {
  return entry[factOf(field).fact];
}

/** What is wrong with a new value of a fact, in words that do not repeat it; null when nothing is. */
export function faultIn(field: string, value: string, today: string): string | null {
  return factOf(field).faultIn(value, today);
}

/** The part of an entry that a change writes. Nothing for a fact that no application changes. */
export function written(field: string, value: string): Partial<RegisterEntry> {
  return Object.hasOwn(facts, field) ? { [factOf(field).fact]: value } : {};
}

function factOf(field: string): RecordedFact {
  const fact = Object.hasOwn(facts, field) ? facts[field] : undefined;
  if (!fact) throw new RangeError(`The register does not change ${field}.`);
  return fact;
}
