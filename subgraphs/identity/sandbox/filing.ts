import type { AnnouncedAction } from '#kit/application/announcement.ts';
import type { ApplicationStatus, LifecycleEvent } from '#kit/application/lifecycle.ts';
import { trackingNumber } from '#kit/application/trackingNumber.ts';
import { verificationCode } from '#kit/documents/verificationCode.ts';
import { dayOf, daysAfter, daysBefore } from '#kit/sandbox/calendar.ts';
import { course, wayTo } from '#kit/sandbox/journey.ts';
import type { SyntheticHousehold, SyntheticPerson } from '#kit/sandbox/population.ts';
import { Random } from '#kit/sandbox/random.ts';
import { seededFile } from '#kit/sandbox/seededFile.ts';
import type { IdentityApplicationRecord } from '../model.ts';
import type { IdentityServiceKind } from '../officialCodes.ts';
import { applicationRules, outcomeOf } from '../rules/applicationRules.ts';
import { products } from '../rules/products.ts';
import { services } from '../rules/services.ts';
import { type Story, storiesOf } from './stories.ts';

/** The requirement of each kind that is most often found wanting. */
const oftenMissing: Readonly<Record<IdentityServiceKind, string>> = {
  ID_CARD_NEW: 'KK',
  ID_CARD_REPLACEMENT: 'LOSS-REPORT',
  CHILD_CARD: 'PHOTO',
  DATA_CHANGE: 'CHANGE-EVIDENCE',
  FAMILY_CARD_CHANGE: 'EVENT-EVIDENCE',
  DIGITAL_ID_ACTIVATION: 'EMAIL-AND-PHONE',
};

/** The applications of everybody in a household. */
export function filingsOf(household: SyntheticHousehold, now: Date): IdentityApplicationRecord[] {
  return household.members.flatMap((person) =>
    storiesOf(person, household, now).map((story, index) => file(story, index, person, household, now)),
  );
}

function file(
  story: Story,
  index: number,
  person: SyntheticPerson,
  household: SyntheticHousehold,
  now: Date,
): IdentityApplicationRecord {
  const name = `identity application ${index} of ${person.id}`;
  const { code, standard } = services[story.kind];
  const startedAt = daysBefore(now, story.startedDaysAgo);
  const regionCode = story.regionCode ?? household.place.villageCode.slice(0, 5);
  const _id = trackingNumber(regionCode, dayOf(startedAt), name);
  const { clockStart } = standard;
  const steps = course({ events: wayToStatus(story.status), startedAt, now, clockStart, random: new Random(name) });
  const own = {
    kind: story.kind,
    subjectId: (story.subject ?? person).id,
    changes: story.changes ?? [],
    verificationCode: verificationCode(`sandbox ${_id}`),
  };
  const record = {
    ...seededFile({
      _id,
      applicantId: person.id,
      serviceCode: code,
      channel: story.channel,
      regionCode,
      steps,
      pendingAction: pendingActionOf(story, steps.at(-1)?.at ?? startedAt),
      outcome: outcomeOf({ ...own, _id, steps, regionCode }),
    }),
    ...own,
  };
  return { ...record, dueAt: applicationRules.dueAt(record) };
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
      requirementCodes: [oftenMissing[kind]],
    };
  }
  if (status === 'ISSUED' && products[kind].collected) {
    return {
      kind: 'COLLECT_AT_COUNTER',
      title: `${products[kind].title} is ready at the counter.`,
      requirementCodes: [],
    };
  }
  return null;
}
