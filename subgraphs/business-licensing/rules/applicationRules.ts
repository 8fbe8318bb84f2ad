import { rulesByStandard } from '#kit/application/rulesByStandard.ts';
import type { ApplicationRules } from '#kit/application/steps.ts';
import { localDay, timeZoneOf } from '#kit/localTime.ts';
import { opaqueId } from '#kit/opaqueId.ts';
import type { LicenseApplicationRecord } from '../model.ts';
import { officialStatusCode } from './officialCodes.ts';
import { productOf } from './products.ts';
import { standardOf } from './services.ts';

/** A visit on site is planned a week ahead. */
const daysUntilVisit = 7;
const dayMs = 86_400_000;

/** How applications for licences go on: the standard of their service, the OSS code, the visit, the licence. */
export const applicationRules: ApplicationRules<LicenseApplicationRecord> = {
  ...rulesByStandard(standardOf),
  afterSteps: (file) => ({
    ...file,
    officialStatusCode: officialStatusCode(file.steps.map(({ event }) => event)),
    inspection: inspectionAfter(file),
    outcome: file.outcome ?? outcomeOf(file),
  }),
};

/** The visit: planned when somebody is sent, and with its result when the file goes on from there. */
function inspectionAfter({ steps, inspection, regionCode }: LicenseApplicationRecord) {
  const last = steps.at(-1);
  if (last?.to === 'FIELD_INSPECTION') {
    const day = new Date(last.at.getTime() + daysUntilVisit * dayMs);
    return { scheduledFor: localDay(day, timeZoneOf(regionCode)), result: null, officerName: null };
  }
  if (!inspection || inspection.result !== null || last?.from !== 'FIELD_INSPECTION') return inspection;
  if (last.event === 'RECOMMEND') return { ...inspection, result: 'CONFORMS' as const };
  return last.event === 'REJECT' ? { ...inspection, result: 'DOES_NOT_CONFORM' as const } : inspection;
}

/** The document of what was issued; null before. */
function outcomeOf({ _id, steps, serviceCode, regionCode, license }: LicenseApplicationRecord) {
  const issued = steps.find(({ to }) => to === 'ISSUED');
  if (!issued) return null;
  return {
    ...productOf(serviceCode),
    documentId: opaqueId('doc', _id),
    issuedOn: localDay(issued.at, timeZoneOf(regionCode)),
    verificationCode: license.verificationCode,
  };
}
