import { daysBefore } from '#kit/sandbox/calendar.ts';
import { ageOn, type SyntheticHousehold, type SyntheticPerson } from '#kit/sandbox/population.ts';
import { Random } from '#kit/sandbox/random.ts';
import type { AddressRecord, FamilyRecord, RegisterEntry } from '../model.ts';
import type { EducationLevel, IdCardStatus, MaritalStatus, Religion, ResidencyStatus } from '../officialCodes.ts';

const cardAge = 17;

/** An occupation that tells the schooling; everybody else's is left to chance. */
const schoolingOf: Readonly<Record<string, EducationLevel>> = {
  '5': 'BACHELOR',
  '65': 'BACHELOR',
  '72': 'MASTER',
  '73': 'DIPLOMA_3',
  '74': 'DIPLOMA_3',
};

/** Each value as often as it is to come up in twenty; no statistics are behind it. */
const religions: readonly Religion[] = [
  ...Array.from({ length: 14 }, () => 'ISLAM' as const),
  'PROTESTANT',
  'CATHOLIC',
  'HINDU',
  'BUDDHIST',
  'CONFUCIAN',
  'BELIEF',
];
const schoolings = ['PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'SENIOR_SECONDARY', 'BACHELOR'] as const;
const bloodTypes = ['A', 'B', 'AB', 'O', 'A_POSITIVE', 'B_POSITIVE', 'O_POSITIVE', 'UNKNOWN', 'UNKNOWN'] as const;
const unfinishedCards = ['NOT_ENROLLED', 'ENROLLED', 'PRINT_READY', 'SENT_FOR_PRINTING', 'PRINTED', 'SHIPPED'] as const;
const fathers = ['Slamet', 'Ahmad', 'Suryadi', 'Wayan', 'Yohanes', 'Usman'] as const;
const mothers = ['Endang', 'Siti', 'Kartini', 'Ketut', 'Maria', 'Aminah'] as const;

/** The family card of a household. */
export function familyCardOf(household: SyntheticHousehold): FamilyRecord {
  return { _id: household.id, cardNumber: household.cardNumber, address: addressOf(household) };
}

/** The register entries of a household, the head first, as the family card lists them. */
export function registerEntriesOf(household: SyntheticHousehold, now: Date): RegisterEntry[] {
  const religion = new Random(`religion of ${household.id}`).pick(religions);
  return [...household.members]
    .sort((one, other) => Number(other.relationship === 'HEAD') - Number(one.relationship === 'HEAD'))
    .map((person, index) => ({
      ...factsOf(person, household, now),
      religion,
      address: addressOf(household),
      familyId: household.id,
      cardLine: index + 1,
    }));
}

function addressOf({ street, rt, rw, place }: SyntheticHousehold): AddressRecord {
  return { street, rt, rw, villageCode: place.villageCode, postalCode: null };
}

function factsOf(person: SyntheticPerson, household: SyntheticHousehold, now: Date) {
  const random = new Random(`register entry of ${person.id}`);
  const age = ageOn(person.birthDate, now);
  const parents = parentsOf(person, household);
  const familyName = person.fullName.split(' ').at(-1) ?? '';
  const nameOf = (sex: SyntheticPerson['sex'], firstNames: readonly string[]) =>
    parents.find((parent) => parent.sex === sex)?.fullName ?? `${random.pick(firstNames)} ${familyName}`;
  return {
    _id: person.id,
    nik: person.nik,
    fullName: person.fullName,
    birthPlace: person.birthPlace,
    birthDate: person.birthDate,
    sex: person.sex,
    bloodType: random.pick(bloodTypes),
    maritalStatus: maritalStatusOf(person, household, random),
    education: educationOf(person, age, random),
    occupationCode: person.occupationCode,
    citizenship: 'INDONESIAN',
    relationship: person.relationship,
    fatherName: nameOf('MALE', fathers),
    motherName: nameOf('FEMALE', mothers),
    parentIds: parents.map(({ id }) => id),
    idCardStatus: idCardStatusOf(person, age, random),
    digitalIdentityStatus: digitalIdentityStatusOf(person, age, random),
    residencyStatus: residencyStatusOf(person, random),
    updatedAt: daysBefore(now, random.whole(1, 2_000)),
    settled: [],
  } as const;
}

function parentsOf(person: SyntheticPerson, household: SyntheticHousehold): SyntheticPerson[] {
  if (person.relationship !== 'CHILD') return [];
  return household.members.filter(({ relationship }) => relationship !== 'CHILD');
}

/** The entry of a widow says married until the change of her family card is approved. */
function maritalStatusOf(person: SyntheticPerson, household: SyntheticHousehold, random: Random): MaritalStatus {
  if (person.relationship === 'CHILD') return 'SINGLE';
  const isCouple = household.members.some(({ relationship }) => relationship === 'WIFE' || relationship === 'HUSBAND');
  if (isCouple)
    return new Random(`marriage of ${household.id}`).chance(0.95) ? 'MARRIED_REGISTERED' : 'MARRIED_UNREGISTERED';
  return person.persona ? 'SINGLE' : random.pick(['SINGLE', 'DIVORCED', 'WIDOWED']);
}

function educationOf(person: SyntheticPerson, age: number, random: Random): EducationLevel {
  if (age < 6) return 'NONE';
  if (age < 12) return 'PRIMARY_INCOMPLETE';
  if (age < 15) return 'PRIMARY';
  if (age < 18) return 'JUNIOR_SECONDARY';
  return schoolingOf[person.occupationCode] ?? random.pick(schoolings);
}

function idCardStatusOf(person: SyntheticPerson, age: number, random: Random): IdCardStatus {
  if (age < cardAge) return 'NOT_REQUIRED';
  return person.persona || random.chance(0.9) ? 'ISSUED' : random.pick(unfinishedCards);
}

function digitalIdentityStatusOf(person: SyntheticPerson, age: number, random: Random) {
  if (age < cardAge) return 'NOT_ACTIVATED';
  if (person.deceased) return 'BLOCKED';
  if (person.persona) return 'ACTIVE';
  return random.chance(0.02) ? 'BLOCKED' : random.chance(0.4) ? 'ACTIVE' : 'NOT_ACTIVATED';
}

function residencyStatusOf(person: SyntheticPerson, random: Random): ResidencyStatus {
  if (person.deceased) return 'DECEASED';
  if (person.persona) return 'RESIDENT';
  return random.chance(0.01) ? 'MOVED' : random.chance(0.001) ? 'MISSING' : 'RESIDENT';
}
