import { regionPath } from '#kit/regionCode.ts';
import { daysBefore } from '#kit/sandbox/calendar.ts';
import type { SyntheticHousehold, SyntheticPerson } from '#kit/sandbox/population.ts';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import type { BusinessEntityType, BusinessScale, NibStatus } from '../generated/resolvers.ts';
import type { BusinessClassificationRecord, BusinessProjectRecord, BusinessRecord } from '../model.ts';
import { riskAt } from '../rules/requirement.ts';
import { activitiesOpenTo } from './activities.ts';

const million = 1_000_000;

/** Capital without land and buildings, in millions of rupiah (PP 7/2021; the largest is a guess). */
const capital: Readonly<Record<BusinessScale, readonly [least: number, most: number]>> = {
  MICRO: [5, 950],
  SMALL: [1_001, 4_900],
  MEDIUM: [5_001, 9_900],
  LARGE: [10_001, 150_000],
};

const workers: Readonly<Record<BusinessScale, readonly [least: number, most: number]>> = {
  MICRO: [1, 4],
  SMALL: [5, 19],
  MEDIUM: [20, 99],
  LARGE: [100, 600],
};

/** Listed as often as they occur. */
const usualScales = [
  'MICRO',
  'MICRO',
  'MICRO',
  'MICRO',
  'MICRO',
  'MICRO',
  'SMALL',
  'SMALL',
  'MEDIUM',
  'LARGE',
] as const;
const usualNibStatuses: readonly NibStatus[] = [
  ...Array.from({ length: 21 }, () => 'ACTIVE' as const),
  'INACTIVE',
  'SUSPENDED',
  'REVOKED',
];
const legalForms: Readonly<Record<BusinessScale, readonly (BusinessEntityType | null)[]>> = {
  MICRO: [null, null, null, null, null, 'SOLE_LIMITED_COMPANY'],
  SMALL: [null, null, 'SOLE_LIMITED_COMPANY', 'LIMITED_PARTNERSHIP', 'GENERAL_PARTNERSHIP'],
  MEDIUM: ['LIMITED_COMPANY', 'LIMITED_COMPANY', 'LIMITED_PARTNERSHIP', 'COOPERATIVE'],
  LARGE: ['LIMITED_COMPANY'],
};
const formInName: Readonly<Record<BusinessEntityType, string>> = {
  LIMITED_COMPANY: 'PT',
  SOLE_LIMITED_COMPANY: 'PT',
  LIMITED_PARTNERSHIP: 'CV',
  GENERAL_PARTNERSHIP: 'Firma',
  COOPERATIVE: 'Koperasi',
  FOUNDATION: 'Yayasan',
  VILLAGE_ENTERPRISE: 'BUM Desa',
};
const tradeInName: Readonly<Record<string, string>> = {
  A: 'Tani',
  C: 'Industri',
  F: 'Karya',
  G: 'Toko',
  H: 'Angkutan',
  I: 'Warung',
  J: 'Media',
  Q: 'Sehat',
};

/** A business by chance. The same person always gets the same one. */
export function businessByChance(
  nib: string,
  person: SyntheticPerson,
  household: SyntheticHousehold,
  now: Date,
): BusinessRecord {
  const random = new Random(`business of ${person.id}`);
  const scale = random.pick(usualScales);
  const open = activitiesOpenTo(scale);
  const activities = [random.pick(open), ...(random.chance(0.15) ? [random.pick(open)] : [])];
  const entityType = random.pick(legalForms[scale]);
  const invested = scale === 'MEDIUM' || scale === 'LARGE';
  const partner = household.members.find(({ id, relationship }) => id !== person.id && relationship === 'WIFE');
  return {
    _id: nib,
    ownerId: person.id,
    regionPath: regionPath(household.place.villageCode),
    name: nameByChance(person, activities[0], entityType),
    actorType: entityType === null ? 'INDIVIDUAL' : 'ENTITY',
    entityType,
    scale,
    capitalStatus: invested ? (random.chance(0.15) ? 'FOREIGN_INVESTMENT' : 'DOMESTIC_INVESTMENT') : 'NONE',
    taxpayerId: person.taxpayerId,
    responsiblePersonIds: [person.id, ...(entityType && partner ? [partner.id] : [])],
    address: household.street,
    status: random.pick(usualNibStatuses),
    issuedAt: daysBefore(now, random.whole(25, 1_500)),
    projects: activities.map((activity, order) => projectOf(nib, order, activity, scale, household, random)),
  };
}

/** One activity at the household's village, of a size that fits the scale. */
export function projectOf(
  nib: string,
  order: number,
  activity: BusinessClassificationRecord,
  scale: BusinessScale,
  household: SyntheticHousehold,
  random: Random,
): BusinessProjectRecord {
  return {
    id: opaqueId('prj', nib, order),
    classificationId: activity._id,
    riskLevel: riskAt(activity, scale),
    investmentMinor: random.whole(...capital[scale]) * million * 100,
    workersLocal: random.whole(...workers[scale]),
    workersForeign: scale === 'LARGE' ? random.whole(0, 6) : 0,
    landArea: random.whole(12, 400),
    regionCode: household.place.villageCode,
    latitude: null,
    longitude: null,
  };
}

function nameByChance(
  person: SyntheticPerson,
  activity: BusinessClassificationRecord | undefined,
  entityType: BusinessEntityType | null,
): string {
  const trade = tradeInName[activity?.category ?? ''] ?? 'Usaha';
  const firstName = person.fullName.split(' ')[0] ?? '';
  return [...(entityType ? [formInName[entityType]] : []), trade, firstName].join(' ');
}
