import type { BusinessScale } from '../generated/resolvers.ts';
import { activityById } from '../kbli/activityById.ts';
import { classifications } from '../kbli/classifications.ts';
import type { BusinessClassificationRecord, BusinessProjectRecord, BusinessRecord } from '../model.ts';
import { licensingRequirement, type Requirement } from '../rules/requirement.ts';

/** The activities that a business of the scale may do, in the edition that OSS uses. */
export function activitiesOpenTo(scale: BusinessScale): BusinessClassificationRecord[] {
  return classifications.filter(
    ({ version, risks }) => version === 'KBLI_2020' && risks.some((risk) => risk.scale === scale),
  );
}

/** What the rules require of a project. */
export function requirementOf(business: BusinessRecord, project: BusinessProjectRecord): Requirement {
  return licensingRequirement(activityById(project.classificationId), business.scale, project.regionCode);
}
