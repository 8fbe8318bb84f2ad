import type { AnnouncedAction, ApplicationAnnouncement } from '#kit/application/announcement.ts';
import type { ApplicationStatus, LifecycleEvent } from '#kit/application/lifecycle.ts';
import { trackingNumber } from '#kit/application/trackingNumber.ts';
import { dayOf, daysAfter, daysBefore } from '#kit/sandbox/calendar.ts';
import { journey, wayTo } from '#kit/sandbox/journey.ts';
import type { SyntheticHousehold, SyntheticPerson } from '#kit/sandbox/population.ts';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import type { IdentityApplicationRecord } from '../model.ts';
import type { IdentityServiceKind } from '../officialCodes.ts';
import { services } from '../rules/services.ts';
import { type Story, storiesOf } from './stories.ts';

/** An application as this agency stores it, and as the mall is told of it. */
export interface Filing {
  readonly record: IdentityApplicationRecord;
  readonly announcement: ApplicationAnnouncement;
}

/** What a kind of application ends in, and the requirement that is most often found wanting. */
const products: Readonly<Record<IdentityServiceKind, { documentKind: string; title: string; oftenMissing: string }>> = {
  ID_CARD_NEW: { documentKind: 'ID_CARD', title: 'KTP elektronik', oftenMissing: 'KK' },
  ID_CARD_REPLACEMENT: { documentKind: 'ID_CARD', title: 'KTP elektronik', oftenMissing: 'LOSS-REPORT' },
  CHILD_CARD: { documentKind: 'OTHER', title: 'Kartu Identitas Anak', oftenMissing: 'PHOTO' },
  DATA_CHANGE: { documentKind: 'FAMILY_CARD', title: 'Kartu Keluarga', oftenMissing: 'CHANGE-EVIDENCE' },
  FAMILY_CARD_CHANGE: { documentKind: 'FAMILY_CARD', title: 'Kartu Keluarga', oftenMissing: 'EVENT-EVIDENCE' },
  DIGITAL_ID_ACTIVATION: {
    documentKind: 'OTHER',
    title: 'Identitas Kependudukan Digital',
    oftenMissing: 'EMAIL-AND-PHONE',
  },
};

/** The applications of everybody in a household. */
export function filingsOf(household: SyntheticHousehold, now: Date): Filing[] {
  return household.members.flatMap((person) =>
    storiesOf(person, household, now).map((story, index) => file(story, index, person, household, now)),
  );
}

function file(story: Story, index: number, person: SyntheticPerson, household: SyntheticHousehold, now: Date): Filing {
  const name = `identity application ${index} of ${person.id}`;
  const submittedAt = daysBefore(now, story.startedDaysAgo);
  const regionCode = story.regionCode ?? household.place.villageCode.slice(0, 5);
  const id = trackingNumber(regionCode, dayOf(submittedAt), name);
  const steps = journey({
    events: wayToStatus(story.status),
    startedAt: submittedAt,
    now,
    clockStart: services[story.kind].standard.clockStart,
    random: new Random(name),
  });
  const lastStepAt = steps.at(-1)?.at ?? submittedAt;
  const pendingAction = pendingActionOf(story, lastStepAt);
  return {
    record: {
      _id: id,
      kind: story.kind,
      applicantId: person.id,
      subjectId: (story.subject ?? person).id,
      regionCode,
      changes: story.changes ?? [],
      status: story.status,
      sequence: steps.length,
      submittedAt,
    },
    announcement: {
      id,
      typeName: 'IdentityApplication',
      agency: 'identity',
      serviceCode: services[story.kind].code,
      applicantId: person.id,
      submittedById: person.id,
      channel: story.channel,
      regionCode,
      steps,
      ...(pendingAction ? { pendingAction } : {}),
      ...(isIssued(story.status) ? { outcome: outcomeOf(id, story.kind, lastStepAt) } : {}),
    },
  };
}

/** Nothing is paid for here, so that an application expires only by waiting too long for its correction. */
function wayToStatus(status: ApplicationStatus): readonly LifecycleEvent[] {
  return status === 'EXPIRED' ? [...wayTo.RETURNED, 'CORRECTION_LAPSED'] : wayTo[status];
}

function pendingActionOf({ kind, status }: Story, since: Date): AnnouncedAction | null {
  if (status === 'RETURNED') {
    return {
      kind: 'UPLOAD_DOCUMENT',
      title: 'A document is missing or cannot be read. Please upload it again.',
      deadline: daysAfter(since, services[kind].standard.correctionDays),
      requirementCodes: [products[kind].oftenMissing],
    };
  }
  if (status === 'ISSUED' && kind !== 'DIGITAL_ID_ACTIVATION') {
    return {
      kind: 'COLLECT_AT_COUNTER',
      title: `${products[kind].title} is ready at the counter.`,
      requirementCodes: [],
    };
  }
  return null;
}

function isIssued(status: ApplicationStatus): boolean {
  return status === 'ISSUED' || status === 'COMPLETED';
}

function outcomeOf(
  id: string,
  kind: IdentityServiceKind,
  issuedAt: Date,
): NonNullable<ApplicationAnnouncement['outcome']> {
  return {
    documentId: opaqueId('doc', id),
    kind: products[kind].documentKind,
    title: products[kind].title,
    issuedOn: dayOf(issuedAt),
    verificationCode: opaqueId('vrf', 'verification', id),
  };
}
