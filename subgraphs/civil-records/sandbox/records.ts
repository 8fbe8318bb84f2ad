import { places } from '#kit/sandbox/places.ts';
import type { SyntheticPerson } from '#kit/sandbox/population.ts';
import { Random } from '#kit/sandbox/random.ts';
import type {
  BirthRecordRecord,
  CivilRecordRecord,
  DeathRecordRecord,
  MarriageRecordRecord,
  MoveRecordRecord,
} from '../model.ts';
import { dayAfter, daysFrom } from '../rules/days.ts';
import { type Family, idsOf } from './household.ts';
import { certificateOf, type SandboxRegistrar } from './registrar.ts';

/** What the registers hold on a household: a marriage, births, and by chance a death or a move. */
export function recordsOf(family: Family, registrar: SandboxRegistrar, today: string): CivilRecordRecord[] {
  return [
    marriageOf(family, registrar, today),
    ...family.children.map((child, index) => birthOf(child, index + 1, family, registrar, today)),
    deathInFamily(family, registrar, today),
    moveOf(family, registrar, today),
  ].filter((record) => record !== null);
}

function marriageOf(family: Family, registrar: SandboxRegistrar, today: string): MarriageRecordRecord | null {
  const { father, mother, regionCode } = family;
  if (!father || !mother) return null;
  const random = new Random(`marriage ${father.id}`);
  const younger = father.birthDate > mother.birthDate ? father : mother;
  const ageAtWedding = Math.min(random.whole(19 * 365 + 5, 22 * 365), daysFrom(younger.birthDate, today) - 80);
  const eventDate = dayAfter(younger.birthDate, ageAtWedding);
  // A religious office passes its records on within ten days and gives its own certificate (UU 23/2006, article 34).
  const religious = random.chance(0.85);
  const reportedOn = dayAfter(eventDate, random.whole(1, religious ? 10 : 70));
  const number = registrar.nextNumber('MARRIAGE', regionCode, reportedOn);
  return {
    _id: number,
    kind: 'MARRIAGE',
    eventDate,
    reportedOn,
    regionCode,
    partyIds: [father.id, mother.id],
    certificate: religious ? null : certificateOf(number, dayAfter(reportedOn, 1)),
    applicationId: null,
    spouseIds: [father.id, mother.id],
    registrar: religious ? 'RELIGIOUS_OFFICE' : 'CIVIL_REGISTRY',
  };
}

function birthOf(
  child: SyntheticPerson,
  order: number,
  { father, mother, regionCode }: Family,
  registrar: SandboxRegistrar,
  today: string,
): BirthRecordRecord | null {
  const random = new Random(`birth ${child.id}`);
  const isLate = random.chance(0.1);
  const reportedOn = dayAfter(child.birthDate, isLate ? random.whole(61, 300) : random.whole(2, 40));
  if (reportedOn > dayAfter(today, -2)) return null;
  const number = registrar.nextNumber('BIRTH', regionCode, reportedOn);
  return {
    _id: number,
    kind: 'BIRTH',
    eventDate: child.birthDate,
    reportedOn,
    regionCode,
    partyIds: idsOf(child, mother, father),
    certificate: certificateOf(number, dayAfter(reportedOn, 1)),
    applicationId: null,
    childId: child.id,
    motherId: mother?.id ?? null,
    fatherId: father?.id ?? null,
    placeType: random.pick(['HOSPITAL', 'HOSPITAL', 'HEALTH_CENTRE', 'VILLAGE_CLINIC', 'HOME']),
    birthType: random.chance(0.02) ? 'TWIN' : 'SINGLE',
    order,
    helper: random.pick(['DOCTOR', 'MIDWIFE_NURSE', 'MIDWIFE_NURSE']),
    weightGrams: random.whole(50, 80) * 50,
    lengthCm: random.whole(90, 106) / 2,
  };
}

/** Somebody who never was in the population register: a late husband or wife of one who lives alone. */
function deathInFamily(family: Family, registrar: SandboxRegistrar, today: string): DeathRecordRecord | null {
  const [survivor, ...others] = family.adults;
  if (!survivor || others.length > 0 || survivor.persona || survivor.birthDate > dayAfter(today, -50 * 365))
    return null;
  const random = new Random(`death in the family of ${survivor.id}`);
  if (!random.chance(0.5)) return null;
  const eventDate = dayAfter(today, -random.whole(400, 4_000));
  const reportedOn = dayAfter(eventDate, random.whole(1, 45));
  const number = registrar.nextNumber('DEATH', family.regionCode, reportedOn);
  return {
    _id: number,
    kind: 'DEATH',
    eventDate,
    reportedOn,
    regionCode: family.regionCode,
    partyIds: [survivor.id],
    certificate: certificateOf(number, dayAfter(reportedOn, 1)),
    applicationId: null,
    deceasedId: null,
    cause: random.pick(['ILLNESS_OLD_AGE', 'ILLNESS_OLD_AGE', 'ACCIDENT', 'OTHER', null]),
  };
}

function moveOf({ household, adults }: Family, registrar: SandboxRegistrar, today: string): MoveRecordRecord | null {
  const random = new Random(`move ${household.id}`);
  if (adults.some(({ persona }) => persona !== null) || !random.chance(0.1)) return null;
  const destinationVillageCode = household.place.villageCode;
  const origin = random.pick(places.filter(({ regency }) => regency !== household.place.regency));
  const eventDate = dayAfter(today, -random.whole(30, 2_000));
  const movers = household.members.filter(({ birthDate, deceased }) => !deceased && birthDate < eventDate);
  const regionCode = origin.villageCode.slice(0, 5);
  const number = registrar.nextNumber('MOVE', regionCode, eventDate);
  return {
    _id: number,
    kind: 'MOVE',
    eventDate,
    reportedOn: eventDate,
    regionCode,
    partyIds: idsOf(...movers),
    certificate: certificateOf(number, dayAfter(eventDate, 1)),
    applicationId: null,
    moverIds: idsOf(...movers),
    originVillageCode: origin.villageCode,
    destinationVillageCode,
    reason: random.pick(['WORK', 'WORK', 'EDUCATION', 'HOUSING', 'FAMILY']),
    who: movers.length === 1 ? 'HEAD_ONLY' : 'HEAD_AND_ALL',
  };
}
