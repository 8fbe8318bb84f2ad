import type { AnnouncedAction, AnnouncedStep, ApplicationAnnouncement } from '#kit/application/announcement.ts';
import { type ApplicationStatus, type LifecycleEvent, lifecycle } from '#kit/application/lifecycle.ts';
import { trackingNumber } from '#kit/application/trackingNumber.ts';
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
import { type ServiceName, services } from './services.ts';

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

/** Makes the records of one story. `index` tells the stories of a person apart. */
export function file(
  story: Story,
  index: number,
  person: SyntheticPerson,
  household: SyntheticHousehold,
  now: Date,
): Filing {
  const name = `licence application ${index} of ${person.id}`;
  const random = new Random(name);
  const service = services[story.service];
  const { villageCode } = household.place;
  const id = trackingNumber(regencyOf(villageCode), dayOf(story.submittedAt), name);
  const steps = journey({
    events: story.events,
    startedAt: story.submittedAt,
    now,
    clockStart: service.clockStart,
    random,
    hoursPerStep: story.hoursPerStep,
    notes: story.notes ?? {},
  });
  const status = statusAfter(story.events);
  const issuedAt = steps.find(({ to }) => to === 'ISSUED')?.at ?? null;
  const documentId = issuedAt && opaqueId('doc', id);
  const nib = story.service === 'HEALTH_PRACTICE' ? null : person.nib;
  const pendingAction = story.pendingAction ?? usualAction(story, status, steps);

  return {
    application: {
      _id: id,
      applicantId: person.id,
      regionPath: regionPath(villageCode),
      nib,
      projectId: story.project?.id ?? null,
      kind: service.kind,
      licenseId: opaqueId('lic', id),
      officialStatusCode: officialStatusCode(story.events),
      taxClearance: story.taxFlag && { flag: story.taxFlag, checkedAt: story.submittedAt },
      inspection: inspectionOf(story, steps, random),
    },
    license: {
      _id: opaqueId('lic', id),
      ownerId: person.id,
      regionPath: regionPath(villageCode),
      nib,
      kind: service.kind,
      name: story.licenseName,
      number: issuedAt && licenseNumber(story, index, person, random),
      status: (issuedAt && story.sanction) ?? licenseStatusOf(service.kind, status),
      authority: story.authority,
      agencyCode: 'DPMPTSP',
      issuedAt,
      // By UU 17/2023 a practice licence is good for five years; licences by risk do not end.
      validUntil: issuedAt && story.service === 'HEALTH_PRACTICE' ? dayOf(daysAfter(issuedAt, 5 * 365)) : null,
      documentId,
    },
    announcement: {
      id,
      typeName: 'LicenseApplication',
      agency: 'business-licensing',
      serviceCode: service.code,
      applicantId: person.id,
      submittedById: person.id,
      channel: story.channel,
      regionCode: regencyOf(villageCode),
      steps,
      ...(pendingAction ? { pendingAction } : {}),
      ...(issuedAt && documentId
        ? {
            outcome: {
              documentId,
              kind: service.documentKind,
              title: service.title,
              issuedOn: dayOf(issuedAt),
              verificationCode: opaqueId('vrf', id),
            },
          }
        : {}),
    },
  };
}

function statusAfter(events: readonly LifecycleEvent[]): ApplicationStatus {
  const last = events.at(-1);
  return last === undefined ? 'DRAFT' : lifecycle[last].to;
}

/** OSS appends a running number to the NIB; a number with CONTOH in it cannot be taken for a real one. */
function licenseNumber(story: Story, index: number, person: SyntheticPerson, random: Random): string {
  if (story.service === 'HEALTH_PRACTICE') return `SIP/CONTOH/${random.digits(6)}`;
  if (story.service === 'BUSINESS_NUMBER') return person.nib ?? '';
  return `${person.nib ?? ''}${String(index).padStart(4, '0')}`;
}

function inspectionOf(story: Story, steps: readonly AnnouncedStep[], random: Random): InspectionRecord | null {
  if (!story.events.includes('SEND_TO_INSPECTION')) return null;
  const visited = steps.find(({ from }) => from === 'FIELD_INSPECTION');
  const officerName = random.pick(inspectors);
  if (!visited)
    return { scheduledFor: story.visitOn ?? dayOf(steps.at(-1)?.at ?? story.submittedAt), result: null, officerName };
  const result =
    visited.to === 'REJECTED' ? 'DOES_NOT_CONFORM' : random.pick(['CONFORMS', 'CONFORMS_WITH_NOTES'] as const);
  return { scheduledFor: dayOf(visited.at), result, officerName };
}

function usualAction(story: Story, status: ApplicationStatus, steps: readonly AnnouncedStep[]): AnnouncedAction | null {
  const since = steps.at(-1)?.at ?? story.submittedAt;
  if (status === 'RETURNED') {
    return {
      kind: 'UPLOAD_DOCUMENT',
      title: 'A document is missing or cannot be read. Please upload it again.',
      deadline: daysAfter(since, 14),
      requirementCodes: [services[story.service].oftenMissing],
    };
  }
  if (status === 'FIELD_INSPECTION') {
    return { kind: 'ATTEND_INSPECTION', title: 'Please be there when the office visits.', requirementCodes: [] };
  }
  return null;
}
