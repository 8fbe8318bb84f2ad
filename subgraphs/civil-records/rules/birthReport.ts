import type { BirthHelper, BirthPlaceType, BirthType } from '../codes.ts';
import type { BirthReportRecord, LifeEventProduct } from '../model.ts';
import { relativesOf } from './relatives.ts';
import { type Reporter, type Stated, statedDay, statedMeasure, statedName, statedText } from './stated.ts';

/** `BirthFactsInput` of the graph. */
export interface BirthFacts {
  readonly childName: string;
  readonly sex: BirthReportRecord['sex'];
  readonly birthDate: string;
  readonly birthPlace: string;
  readonly placeType: BirthPlaceType;
  readonly birthType: BirthType;
  readonly order: number;
  readonly helper: BirthHelper;
  readonly weightGrams?: number | null | undefined;
  readonly lengthCm?: number | null | undefined;
  readonly reportedBy: 'MOTHER' | 'FATHER';
  readonly otherParentId?: string | null | undefined;
  readonly motherName: string;
  readonly fatherName?: string | null | undefined;
}

/** What comes with a birth beside its certificate, where nothing else is wished. */
export const usualWithBirth: readonly LifeEventProduct[] = ['FAMILY_CARD', 'CHILD_CARD', 'IDENTITY_NUMBER'];

/** The birth of a child of the citizen. A child that is reported late needs nothing more (MK 18/PUU-XI/2013). */
export function stateBirth(
  facts: BirthFacts,
  wishedFor: readonly LifeEventProduct[] | null | undefined,
  reporter: Reporter,
): Stated {
  const { citizenId, faults, path } = reporter;
  const otherParentId = facts.otherParentId ?? null;
  if (otherParentId !== null && !relativesOf(citizenId, reporter.records).partners.has(otherParentId)) {
    faults.add('The register knows no marriage or child of yours with this person.', `${path}.otherParentId`);
  }
  const alsoIssue = [...new Set(wishedFor ?? usualWithBirth)];
  if (alsoIssue.some((product) => !usualWithBirth.includes(product))) {
    faults.add(`With a birth come ${usualWithBirth.join(', ')}.`, 'input.alsoIssue');
  }
  const eventDate = statedDay(facts.birthDate, 'birthDate', reporter);
  const order = statedMeasure(facts.order, [1, 30], 'order', reporter) ?? 1;
  const byMother = facts.reportedBy === 'MOTHER';
  return {
    subjectId: null,
    eventDate,
    destinationVillageCode: null,
    report: {
      kind: 'BIRTH',
      childName: statedName(facts.childName, 'childName', reporter),
      sex: facts.sex,
      birthPlace: statedText(facts.birthPlace, 'birthPlace', reporter),
      placeType: facts.placeType,
      birthType: facts.birthType,
      order,
      helper: facts.helper,
      weightGrams: statedMeasure(facts.weightGrams, [100, 9_999], 'weightGrams', reporter),
      lengthCm: statedMeasure(facts.lengthCm, [10, 90], 'lengthCm', reporter),
      motherName: statedName(facts.motherName, 'motherName', reporter),
      fatherName: facts.fatherName == null ? null : statedName(facts.fatherName, 'fatherName', reporter),
      motherId: byMother ? citizenId : otherParentId,
      fatherId: byMother ? otherParentId : citizenId,
      alsoIssue,
    },
  };
}
