import type { AnnouncedAction, AnnouncedStep, ApplicationAnnouncement } from '#kit/application/announcement.ts';
import type { ApplicationStatus, LifecycleEvent } from '#kit/application/lifecycle.ts';
import { trackingNumber } from '#kit/application/trackingNumber.ts';
import { verificationCode } from '#kit/documents/verificationCode.ts';
import { dayOf, daysAfter } from '#kit/sandbox/calendar.ts';
import { journey } from '#kit/sandbox/journey.ts';
import type { SyntheticHousehold, SyntheticPerson } from '#kit/sandbox/population.ts';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import type { GovernmentLevel, LicenseStatus } from '../generated/resolvers.ts';
import type {
  BusinessProjectRecord,
  InspectionRecord,
  LicenseApplicationRecord,
  LicenseRecord,
  TaxClearanceRefRecord,
} from '../model.ts';
import { licenseStatusOf } from '../rules/licenseStatus.ts';
import { officialStatusCode } from '../rules/officialCodes.ts';
import { regencyOf, regionPath } from '../rules/regionPath.ts';
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

/** An application as this agency stores it, the licence that it is about, and what the mall is told. */
export interface Filing {
  readonly application: LicenseApplicationRecord;
  readonly license: LicenseRecord;
  readonly announcement: ApplicationAnnouncement;
}

const inspectors = ['Rahmat Andaikata', 'Dewi Perumpamaan', 'Yusuf Contohadi', 'Maria Misalkan'] as const;

/** A story that was told to its end: what the three records of a filing are made from. */
interface Case {
  readonly id: string;
  readonly story: Story;
  readonly service: Service;
  readonly applicant: SyntheticPerson;
  /** Null for a licence of a person. */
  readonly nib: string | null;
  readonly villageCode: string;
  readonly steps: readonly AnnouncedStep[];
  readonly status: ApplicationStatus;
  readonly issued: Issue | null;
  readonly random: Random;
}

interface Issue {
  readonly at: Date;
  readonly documentId: string;
  readonly number: string;
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
  const told = tell(story, index, person, household.place.villageCode, now);
  return { application: applicationOf(told), license: licenseOf(told), announcement: announcementOf(told) };
}

function tell(story: Story, index: number, applicant: SyntheticPerson, villageCode: string, now: Date): Case {
  const name = `licence application ${index} of ${applicant.id}`;
  const random = new Random(name);
  const service = services[story.service];
  const id = trackingNumber(regencyOf(villageCode), dayOf(story.submittedAt), name);
  const steps = journey({
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
  return {
    id,
    story,
    service,
    applicant,
    nib,
    villageCode,
    steps,
    status: steps.at(-1)?.to ?? 'DRAFT',
    issued: issuedAt
      ? {
          at: issuedAt,
          documentId: opaqueId('doc', id),
          number: licenseNumber(story, index, nib, random),
          code: verificationCode(`sandbox ${id}`),
        }
      : null,
    random,
  };
}

function applicationOf({
  id,
  story,
  service,
  applicant,
  nib,
  villageCode,
  steps,
  random,
}: Case): LicenseApplicationRecord {
  return {
    _id: id,
    applicantId: applicant.id,
    regionPath: regionPath(villageCode),
    nib,
    projectId: story.project?.id ?? null,
    kind: service.kind,
    licenseId: licenseId(id),
    officialStatusCode: officialStatusCode(story.events),
    taxClearance: story.taxFlag && { flag: story.taxFlag, checkedAt: story.submittedAt },
    inspection: inspectionOf(story, steps, random),
  };
}

function licenseOf({ id, story, service, applicant, nib, villageCode, status, issued }: Case): LicenseRecord {
  return {
    _id: licenseId(id),
    ownerId: applicant.id,
    regionPath: regionPath(villageCode),
    nib,
    kind: service.kind,
    name: story.licenseName,
    number: issued?.number ?? null,
    status: (issued && story.sanction) ?? licenseStatusOf(service.kind, status),
    authority: story.authority,
    agencyCode: 'DPMPTSP',
    issuedAt: issued?.at ?? null,
    // In this sandbox a practice licence is good for five years; licences by risk do not end.
    validUntil: issued && story.service === 'HEALTH_PRACTICE' ? dayOf(daysAfter(issued.at, 5 * 365)) : null,
    documentId: issued?.documentId ?? null,
    verificationCode: issued?.code ?? null,
    holderName: nib === null ? applicant.fullName : null,
  };
}

function announcementOf(told: Case): ApplicationAnnouncement {
  const { id, story, service, applicant, villageCode, steps, issued } = told;
  const pendingAction = story.pendingAction ?? usualAction(told);
  return {
    id,
    typeName: 'LicenseApplication',
    agency: 'business-licensing',
    serviceCode: service.code,
    applicantId: applicant.id,
    submittedById: applicant.id,
    channel: story.channel,
    regionCode: regencyOf(villageCode),
    steps,
    ...(pendingAction ? { pendingAction } : {}),
    ...(issued ? { outcome: outcomeOf(service, issued) } : {}),
  };
}

function outcomeOf(service: Service, { at, documentId, code }: Issue) {
  return {
    documentId,
    kind: service.documentKind,
    title: service.title,
    issuedOn: dayOf(at),
    verificationCode: code,
  };
}

function usualAction({ story, service, status, steps }: Case): AnnouncedAction | null {
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

function inspectionOf(story: Story, steps: readonly AnnouncedStep[], random: Random): InspectionRecord | null {
  const sent = steps.find(({ to }) => to === 'FIELD_INSPECTION');
  if (!sent) return null;
  const officerName = random.pick(inspectors);
  const visit = steps.find(({ from }) => from === 'FIELD_INSPECTION');
  if (!visit) return { scheduledFor: story.visitOn ?? dayOf(daysAfter(sent.at, 7)), result: null, officerName };
  return { scheduledFor: dayOf(visit.at), result: random.pick(['CONFORMS', 'CONFORMS_WITH_NOTES']), officerName };
}

function licenseId(applicationId: string): string {
  return opaqueId('lic', applicationId);
}

/** OSS appends a running number to the NIB; a number with CONTOH in it cannot be taken for a real one. */
function licenseNumber({ service }: Story, index: number, nib: string | null, random: Random): string {
  if (nib === null) return `SIP/CONTOH/${random.digits(6)}`;
  return service === 'BUSINESS_NUMBER' ? nib : `${nib}${String(index).padStart(4, '0')}`;
}
