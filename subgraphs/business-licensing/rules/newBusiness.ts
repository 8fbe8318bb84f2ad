import { Faults } from '#kit/userErrors.ts';
import type { BusinessScale, RegisterBusinessInput } from '../generated/resolvers.ts';
import type { BusinessRegistration } from '../model/application.ts';
import type { BusinessClassificationRecord, BusinessProjectRecord } from '../model.ts';
import { riskAt } from './requirement.ts';

const mostProjects = 10;
const mostWorkers = 100_000;
const million = 1_000_000;
/** Decimal rupiah, with or without two digits of sen. */
const money = /^\d{1,15}(\.\d{2})?$/;

/** The most capital of a scale without land and buildings, in rupiah (PP 7/2021, article 35). */
const mostCapital: Readonly<Record<BusinessScale, number>> = {
  MICRO: 1_000 * million,
  SMALL: 5_000 * million,
  MEDIUM: 10_000 * million,
  LARGE: Number.MAX_SAFE_INTEGER,
};

/** Finds an activity by edition and code. */
export type ActivityOf = (version: string, code: string) => BusinessClassificationRecord | null;

/**
 * What a new business states of itself, checked field by field.
 *
 * @param newId makes an opaque id for a project
 * @throws ManyFaults with everything that is wrong
 */
export function registrationOf(
  input: RegisterBusinessInput,
  responsiblePersonId: string,
  activityOf: ActivityOf,
  newId: () => string,
): BusinessRegistration {
  const faults = new Faults();
  const name = textWithin(faults, input.name, 3, 100, 'input.name');
  const address = textWithin(faults, input.address, 5, 200, 'input.address');
  checkPlace(faults, input.regionCode, 'input.regionCode');
  if (input.actorType === 'ENTITY' && input.entityType == null) {
    faults.add('Say which legal form the entity has.', 'input.entityType');
  }
  if (input.actorType === 'INDIVIDUAL' && input.entityType != null) {
    faults.add('An individual has no legal form.', 'input.entityType');
  }
  if (input.projects.length === 0 || input.projects.length > mostProjects) {
    faults.add(`Name 1 to ${mostProjects} projects.`, 'input.projects');
  }
  const projects = input.projects
    .slice(0, mostProjects)
    .flatMap((project, index) => projectOf(faults, project, index, input.scale, activityOf, newId) ?? []);
  const capital = projects.reduce((sum, { investmentMinor }) => sum + investmentMinor / 100, 0);
  if (capital > mostCapital[input.scale]) {
    faults.add('All projects together are worth more than a business of this scale may be.', 'input.scale');
  }
  faults.assertNone();
  return {
    name,
    address,
    actorType: input.actorType,
    entityType: input.entityType ?? null,
    scale: input.scale,
    capitalStatus: input.capitalStatus ?? 'NONE',
    taxpayerId: input.taxpayerId ?? null,
    responsiblePersonIds: [responsiblePersonId],
    regionCode: input.regionCode,
    projects,
  };
}

function projectOf(
  faults: Faults,
  project: RegisterBusinessInput['projects'][number],
  index: number,
  scale: BusinessScale,
  activityOf: ActivityOf,
  newId: () => string,
): BusinessProjectRecord | null {
  const at = (field: string) => `input.projects.${index}.${field}`;
  const activity = activityOf(project.version ?? 'KBLI_2020', project.kbli);
  if (!activity) faults.add('This KBLI code is not among the activities on record.', at('kbli'));
  const riskLevel = activity && faults.check(() => riskAt(activity, scale));
  checkPlace(faults, project.regionCode, at('regionCode'));
  if (!money.test(project.investment))
    faults.add('Write the investment in rupiah, such as 25000000.', at('investment'));
  const workers = { workersLocal: project.workersLocal, workersForeign: project.workersForeign ?? 0 };
  for (const [field, count] of Object.entries(workers)) {
    if (count < 0 || count > mostWorkers) {
      faults.add(`A project has 0 to ${mostWorkers} of these workers.`, at(field));
    }
  }
  if (!activity || !riskLevel) return null;
  return {
    id: newId(),
    classificationId: activity._id,
    riskLevel,
    investmentMinor: Math.round(Number(project.investment) * 100),
    ...workers,
    landArea: null,
    regionCode: project.regionCode,
    latitude: null,
    longitude: null,
  };
}

/** Which office is competent, only a regency or something in it says. */
export function checkPlace(faults: Faults, regionCode: string, field: string): void {
  if (regionCode.length < 5) faults.add('Name the regency or city, or something in it.', field);
}

/** A text without spaces around it. Notes a fault when it is too short or too long. */
export function textWithin(faults: Faults, text: string, least: number, most: number, field: string): string {
  const trimmed = text.trim();
  if (trimmed.length < least || trimmed.length > most) {
    faults.add(`Write ${least} to ${most} characters here.`, field);
  }
  return trimmed;
}
