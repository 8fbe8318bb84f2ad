import { regionPath } from '#kit/regionCode.ts';
import { activityById } from '../kbli/activityById.ts';
import type { BusinessRecord, LicenseApplicationRecord, LicenseRecord } from '../model.ts';
import { firstLicenses } from './licenses.ts';
import { licensingRequirement } from './requirement.ts';

/** The business that an application brings into being; null until its number is issued, and for any other application. */
export function businessOf({ registration, nib, applicantId, steps }: LicenseApplicationRecord): BusinessRecord | null {
  const issued = steps.find(({ to }) => to === 'ISSUED');
  if (!registration || nib === null || !issued) return null;
  const { regionCode, ...facts } = registration;
  return {
    ...facts,
    _id: nib,
    ownerId: applicantId,
    regionPath: regionPath(regionCode),
    status: 'ACTIVE',
    issuedAt: issued.at,
  };
}

/** What a new business has stated by itself, and what it still has to apply for. */
export function firstLicensesOf(business: BusinessRecord): LicenseRecord[] {
  return business.projects.flatMap((project) => {
    const activity = activityById(project.classificationId);
    const required = licensingRequirement(activity, business.scale, project.regionCode);
    return firstLicenses(business, project, required, activity);
  });
}
