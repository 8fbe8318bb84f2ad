import { activityById } from '../kbli/activityById.ts';
import type { BusinessRecord, LicenseRecord } from '../model.ts';
import { firstLicenses } from '../rules/licenses.ts';
import { requirementOf } from './activities.ts';
import type { Filing } from './filing.ts';

/** The licences of a business that no application stands for. */
export function licensesWithoutApplication(business: BusinessRecord, filings: readonly Filing[]): LicenseRecord[] {
  return business.projects.flatMap((project) => {
    const applied = filings
      .filter(({ application }) => application.projectId === project.id)
      .map(({ application }) => application.kind);
    const first = firstLicenses(
      business,
      project,
      requirementOf(business, project),
      activityById(project.classificationId),
    );
    return first.filter(({ kind }) => !applied.includes(kind));
  });
}
