import type { SyntheticPerson } from '#kit/sandbox/population.ts';
import type { BirthReportRecord, DeathReportRecord, MoveReportRecord } from '../model.ts';
import { usualWithBirth } from '../rules/birthReport.ts';
import { type Family, idsOf } from './household.ts';

/** What the parents of a household state of a birth. */
export function birthOf(
  { father, mother, household }: Family,
  child: Pick<BirthReportRecord, 'childName' | 'sex' | 'order'>,
): BirthReportRecord {
  const { childName, sex, order } = child;
  return {
    kind: 'BIRTH',
    childName,
    sex,
    birthPlace: household.place.regency,
    placeType: 'HOSPITAL',
    birthType: 'SINGLE',
    order,
    helper: 'MIDWIFE_NURSE',
    weightGrams: 3_200,
    lengthCm: 49.5,
    motherName: mother?.fullName ?? 'Ibu Contoh',
    fatherName: father?.fullName ?? null,
    motherId: mother?.id ?? null,
    fatherId: father?.id ?? null,
    alsoIssue: usualWithBirth,
  };
}

/** What a household states of the death of one of them. */
export function deathOf({ id, fullName }: SyntheticPerson, { adults, children, household }: Family): DeathReportRecord {
  return {
    kind: 'DEATH',
    deceasedId: id,
    deceasedName: fullName,
    deathPlace: household.place.regency,
    cause: 'ILLNESS_OLD_AGE',
    familyIds: idsOf(...adults, ...children).filter((other) => other !== id),
  };
}

/** What a household states of moving all together. */
export function moveOf({ household, adults, children }: Family, destinationVillageCode: string): MoveReportRecord {
  return {
    kind: 'MOVE',
    moverIds: idsOf(...adults, ...children),
    originVillageCode: household.place.villageCode,
    destinationVillageCode,
    destinationStreet: 'Jalan Contoh Baru 9',
    reason: 'WORK',
    who: adults.length + children.length > 1 ? 'HEAD_AND_ALL' : 'HEAD_ONLY',
  };
}
