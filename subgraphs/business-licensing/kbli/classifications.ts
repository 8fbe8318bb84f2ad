import type { BusinessScale, KbliVersion } from '../generated/resolvers.ts';
import { type BusinessClassificationRecord, classificationId, type ScaleRiskRecord } from '../model.ts';
import { normalisedWords, placesInTree } from '../rules/classificationSearch.ts';
import { accommodationAndFood } from './accommodationAndFood.ts';
import type { ActivityFact, CategoryFact, Risks } from './activity.ts';
import { agriculture } from './agriculture.ts';
import { construction } from './construction.ts';
import { edition2025 } from './edition2025.ts';
import { finance } from './finance.ts';
import { artsAndRecreation, health, otherServices } from './healthAndServices.ts';
import { information } from './information.ts';
import { manufacturing } from './manufacturing.ts';
import { energy, mining, waterAndWaste } from './miningAndUtilities.ts';
import { professions, realEstate } from './realEstateAndProfessions.ts';
import { businessSupport, education } from './supportAndEducation.ts';
import { trade } from './trade.ts';
import { transport } from './transport.ts';

const edition2020: readonly CategoryFact[] = [
  agriculture,
  mining,
  manufacturing,
  energy,
  waterAndWaste,
  construction,
  trade,
  transport,
  accommodationAndFood,
  information,
  finance,
  realEstate,
  professions,
  businessSupport,
  education,
  health,
  artsAndRecreation,
  otherServices,
];

const scales: readonly BusinessScale[] = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE'];

/** Every activity of the sample, as it is stored. */
export const classifications: readonly BusinessClassificationRecord[] = [
  ...recordsOf('KBLI_2020', edition2020),
  ...recordsOf('KBLI_2025', edition2025),
];

function recordsOf(version: KbliVersion, categories: readonly CategoryFact[]): BusinessClassificationRecord[] {
  return categories.flatMap(({ letter, activities }) =>
    activities.map((activity) => record(version, letter, activity)),
  );
}

function record(version: KbliVersion, category: string, activity: ActivityFact): BusinessClassificationRecord {
  const { code, title, description, risks, centralAuthority = false } = activity;
  return {
    _id: classificationId(version, code),
    version,
    code,
    title,
    category,
    description,
    risks: risksInOrder(risks),
    centralAuthority,
    words: normalisedWords(title),
    within: placesInTree(category, code),
  };
}

function risksInOrder(risks: Risks): ScaleRiskRecord[] {
  return scales.flatMap((scale) => {
    const level = risks[scale];
    return level === undefined ? [] : [{ scale, level }];
  });
}
