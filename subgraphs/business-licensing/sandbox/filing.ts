import type { LifecycleStep } from '#kit/application/advance.ts';
import type { AnnouncedAction } from '#kit/application/announcement.ts';
import type { LifecycleEvent } from '#kit/application/lifecycle.ts';
import { trackingNumber } from '#kit/application/trackingNumber.ts';
import { verificationCode } from '#kit/documents/verificationCode.ts';
import { regencyOf, regionPath } from '#kit/regionCode.ts';
import { dayOf, daysAfter } from '#kit/sandbox/calendar.ts';
import { course } from '#kit/sandbox/journey.ts';
import type { SyntheticHousehold, SyntheticPerson } from '#kit/sandbox/population.ts';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import { seededFile } from '#kit/sandbox/seededFile.ts';
import type { GovernmentLevel, LicenseStatus } from '../generated/resolvers.ts';
import type { LicenseDraft } from '../model/application.ts';
import type {
  BusinessProjectRecord,
  InspectionRecord,
  LicenseApplicationRecord,
  LicenseRecord,
  PracticeStatementRecord,
  TaxClearanceRefRecord,
} from '../model.ts';
import { applicationRules } from '../rules/applicationRules.ts';
import { licenseOf } from '../rules/licenseStatus.ts';
import { officialStatusCode } from '../rules/officialCodes.ts';
import { type Service, type ServiceName, services } from './services.ts';

/** What becomes an application: who asks for which licence, when, and how far it has come. */
export interface Story {
  readonly service: ServiceName;
  readonly licenseName: string;
  readonly events: readonly LifecycleEvent[];
  readonly submittedAt: Date;
  readonly hoursPerStep: number;
  readonly channel: 'COUNTER' | 'ONLINE';
  /** Null for a licence of the whole business, or of a person. */
  readonly project: BusinessProjectRecord | null;
  readonly authority: GovernmentLevel;
  readonly taxFlag: TaxClearanceRefRecord['flag'] | null;
  readonly notes?: Partial<Record<LifecycleEvent, string>>;
  readonly pendingAction?: AnnouncedAction;
  /** The day of a visit that is still to come. */
  readonly visitOn?: string;
  /** What happened to the licence after it was issued. */
  readonly sanction?: Extract<LicenseStatus, 'WARNED' | 'SUSPENDED' | 'REVOKED'>;
}

/** An application as this agency stores it, and the licence that it is about. */
export interface Filing {
  readonly application: LicenseApplicationRecord;
  readonly license: LicenseRecord;
}

const inspectors = ['Rahmat Andaikata', 'Dewi Perumpamaan', 'Yusuf Contohadi', 'Maria Misalkan'] as const;

/** By the codes of the KTP occupation table. */
const professions: Readonly<Record<string, PracticeStatementRecord['profession']>> = {
  '72': 'DOCTOR',
  '73': 'MIDWIFE',
  '74': 'NURSE',
};

/** A story that was told to its end: what the three records of a filing are made from. */
interface Case {
  readonly id: string;
  readonly story: Story;
  readonly service: Service;
  readonly applicant: SyntheticPerson;
  /** Null for a licence of a person. */
  readonly nib: string | null;
  readonly villageCode: string;
  readonly steps: readonly LifecycleStep[];
  readonly issued: Issue | null;
  readonly license: LicenseDraft;
  readonly random: Random;
}

interface Issue {
  readonly at: Date;
  readonly documentId: string;
  readonly code: string;
}

/** Makes the records of one story. `index` tells the stories of a person apart. */
export function file(
  story: Story,
  index: number,
  person: SyntheticPerson,
  household: SyntheticHousehold,
  now: Date,
): Filing {
  const application = applicationOf(tell(story, index, person, household.place.villageCode, now));
  const license = licenseOf(application);
  return { application, license: story.sanction ? { ...license, status: story.sanction } : license };
}

function tell(story: Story, index: number, applicant: SyntheticPerson, villageCode: string, now: Date): Case {
  const name = `licence application ${index} of ${applicant.id}`;
  const random = new Random(name);
  const service = services[story.service];
  const id = trackingNumber(regencyOf(villageCode), dayOf(story.submittedAt), name);
  const steps = course({
    events: story.events,
    startedAt: story.submittedAt,
    now,
    clockStart: service.standard.clockStart,
    random,
    hoursPerStep: story.hoursPerStep,
    notes: story.notes ?? {},
  });
  const nib = story.service === 'HEALTH_PRACTICE' ? null : applicant.nib;
  const issuedAt = steps.find(({ to }) => to === 'ISSUED')?.at;
  const code = verificationCode(`sandbox ${id}`);
  return {
    id,
    story,
    service,
    applicant,
    nib,
    villageCode,
    steps,
    issued: issuedAt ? { at: issuedAt, documentId: opaqueId('doc', id), code } : null,
    license: {
      id: opaqueId('lic', id),
      name: story.licenseName,
      number: licenseNumber(story, index, nib, random),
      authority: story.authority,
      verificationCode: code,
      holderName: nib === null ? applicant.fullName : null,
    },
    random,
  };
}

function applicationOf(told: Case): LicenseApplicationRecord {
  const { id, story, service, applicant, nib, villageCode, steps, issued, license, random } = told;
  const application: LicenseApplicationRecord = {
    ...seededFile({
      _id: id,
      applicantId: applicant.id,
      serviceCode: service.code,
      channel: story.channel,
      regionCode: regencyOf(villageCode),
      steps,
      pendingAction: story.pendingAction ?? usualAction(told),
      outcome: issued && outcomeOf(service, issued),
    }),
    regionPath: regionPath(villageCode),
    nib,
    projectId: story.project?.id ?? null,
    kind: service.kind,
    license,
    registration: null,
    practice: practiceOf(told),
    officialStatusCode: officialStatusCode(story.events),
    taxClearance: story.taxFlag && { flag: story.taxFlag, checkedAt: story.submittedAt },
    inspection: inspectionOf(story, steps, random),
  };
  return { ...application, dueAt: applicationRules.dueAt(application) };
}

function practiceOf({ nib, applicant, random }: Case): PracticeStatementRecord | null {
  const profession = nib === null ? professions[applicant.occupationCode] : undefined;
  if (!profession) return null;
  return { profession, registrationNumber: `STR-CONTOH-${random.digits(8)}`, place: 'Klinik Contoh, Jalan Misal 1' };
}

function outcomeOf({ product }: Service, { at, documentId, code }: Issue) {
  return { ...product, documentId, issuedOn: dayOf(at), verificationCode: code };
}

function usualAction({ story, service, steps }: Case): AnnouncedAction | null {
  const status = steps.at(-1)?.to;
  const since = steps.at(-1)?.at ?? story.submittedAt;
  if (status === 'RETURNED') {
    return {
      kind: 'UPLOAD_DOCUMENT',
      title: 'A document is missing or cannot be read. Please upload it again.',
      deadline: daysAfter(since, service.standard.correctionDays),
      requirementCodes: [service.oftenMissing],
    };
  }
  if (status === 'FIELD_INSPECTION') {
    return { kind: 'ATTEND_INSPECTION', title: 'Please be there when the office visits.', requirementCodes: [] };
  }
  return null;
}

function inspectionOf(story: Story, steps: readonly LifecycleStep[], random: Random): InspectionRecord | null {
  const sent = steps.find(({ to }) => to === 'FIELD_INSPECTION');
  if (!sent) return null;
  const officerName = random.pick(inspectors);
  const visit = steps.find(({ from }) => from === 'FIELD_INSPECTION');
  if (!visit) return { scheduledFor: story.visitOn ?? dayOf(daysAfter(sent.at, 7)), result: null, officerName };
  return { scheduledFor: dayOf(visit.at), result: random.pick(['CONFORMS', 'CONFORMS_WITH_NOTES']), officerName };
}

/** OSS appends a running number to the NIB; a number with CONTOH in it cannot be taken for a real one. */
function licenseNumber({ service }: Story, index: number, nib: string | null, random: Random): string {
  if (nib === null) return `SIP/CONTOH/${random.digits(6)}`;
  return service === 'BUSINESS_NUMBER' ? nib : `${nib}${String(index).padStart(4, '0')}`;
}
