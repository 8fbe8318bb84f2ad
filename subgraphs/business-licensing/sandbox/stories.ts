import type { ApplicationStatus, LifecycleEvent } from '#kit/application/lifecycle.ts';
import { dayOf, daysAfter, daysBefore, daysBetween } from '#kit/sandbox/calendar.ts';
import { wayTo } from '#kit/sandbox/journey.ts';
import { ageOn, type SyntheticPerson } from '#kit/sandbox/population.ts';
import { Random } from '#kit/sandbox/random.ts';
import type { LicenseKind } from '../generated/resolvers.ts';
import { activityById } from '../kbli/activityById.ts';
import type { BusinessProjectRecord, BusinessRecord } from '../model.ts';
import { licenseName } from '../rules/licenses.ts';
import { requirementOf } from './activities.ts';
import type { Story } from './filing.ts';

/** Listed as often as they occur. */
const usualStatuses: readonly ApplicationStatus[] = [
  ...Array.from({ length: 6 }, () => 'COMPLETED' as const),
  'ISSUED',
  'ISSUED',
  'VERIFICATION',
  'VERIFICATION',
  'DOCUMENT_CHECK',
  'RETURNED',
  'FIELD_INSPECTION',
  'AWAITING_APPROVAL',
  'APPROVED',
  'SUBMITTED',
  'REJECTED',
  'WITHDRAWN',
  'EXPIRED',
];
const settled: readonly ApplicationStatus[] = ['COMPLETED', 'ISSUED', 'REJECTED', 'WITHDRAWN', 'EXPIRED'];
const sanctions = ['WARNED', 'WARNED', 'SUSPENDED', 'REVOKED'] as const;

/** Codes of the KTP occupation table. */
const practiceOf: Readonly<Record<string, string>> = {
  '72': 'Surat izin praktik dokter',
  '73': 'Surat izin praktik bidan',
  '74': 'Surat izin praktik perawat',
};

/** The business number, which every business was given on its first day by the system. */
export function numberStory(business: BusinessRecord): Story {
  const sanction = business.status === 'SUSPENDED' || business.status === 'REVOKED' ? business.status : undefined;
  return {
    service: 'BUSINESS_NUMBER',
    licenseName: licenseName('BUSINESS_NUMBER', null),
    events: wayTo.COMPLETED,
    submittedAt: business.issuedAt,
    hoursPerStep: 0.2,
    channel: 'ONLINE',
    project: null,
    authority: 'REGENCY',
    taxFlag: 'VALID',
    ...(sanction ? { sanction } : {}),
  };
}

/** What the office has to approve for the main project of a business: each licence when the one before it is issued. */
export function approvalStories(business: BusinessRecord, now: Date): Story[] {
  const random = new Random(`licences of ${business._id}`);
  const [project] = business.projects;
  const stories: Story[] = [];
  if (!project) return stories;
  for (const kind of approvedByOffice(business, project)) {
    const story = approvalByChance(kind, business, project, now, random);
    stories.push(story);
    if (!story.events.includes('ISSUE')) break;
  }
  return stories;
}

/** The practice licence of a doctor, midwife or nurse; many did not need to ask for one lately. */
export function practiceStories(person: SyntheticPerson, now: Date): Story[] {
  const name = practiceOf[person.occupationCode];
  const random = new Random(`practice of ${person.id}`);
  if (name === undefined || person.deceased || ageOn(person.birthDate, now) < 23 || !random.chance(0.35)) return [];
  const bySilence = random.chance(0.15);
  const status = random.pick(usualStatuses);
  return [
    {
      service: 'HEALTH_PRACTICE',
      licenseName: name,
      events: bySilence ? [...wayTo.AUTO_APPROVED, 'ISSUE'] : wayToStatus(status, false),
      submittedAt: daysBefore(
        now,
        bySilence || settled.includes(status) ? random.whole(20, 1_000) : random.whole(1, 6),
      ),
      hoursPerStep: 18,
      channel: random.pick(['ONLINE', 'ONLINE', 'COUNTER']),
      project: null,
      authority: 'REGENCY',
      taxFlag: null,
    },
  ];
}

/** The licences of a project that are not given by the system alone, in their order. */
function approvedByOffice(business: BusinessRecord, project: BusinessProjectRecord): LicenseKind[] {
  const { licenses, riskLevel } = requirementOf(business, project);
  return licenses.filter(
    (kind) => kind !== 'BUSINESS_NUMBER' && !(kind === 'STANDARD_CERTIFICATE' && riskLevel === 'MEDIUM_LOW'),
  );
}

function approvalByChance(
  kind: LicenseKind,
  business: BusinessRecord,
  project: BusinessProjectRecord,
  now: Date,
  random: Random,
): Story {
  const status = random.pick(usualStatuses);
  const age = daysBetween(dayOf(business.issuedAt), dayOf(now));
  const daysAgo = settled.includes(status) ? random.whole(Math.min(20, age), age) : random.whole(2, 16);
  const unpaidTaxes = status === 'RETURNED' && random.chance(0.3);
  const isIssued = status === 'ISSUED' || status === 'COMPLETED';
  return {
    service: kind,
    licenseName: licenseName(kind, activityById(project.classificationId)),
    events: wayToStatus(status, true),
    submittedAt: daysBefore(now, daysAgo),
    hoursPerStep: 40,
    channel: random.pick(['ONLINE', 'ONLINE', 'COUNTER']),
    project,
    authority: requirementOf(business, project).authority,
    taxFlag: unpaidTaxes ? random.pick(['ANNUAL_RETURN_MISSING', 'VAT_RETURN_MISSING'] as const) : 'VALID',
    visitOn: dayOf(daysAfter(now, random.whole(1, 5))),
    ...(isIssued && random.chance(0.25) ? { sanction: random.pick(sanctions) } : {}),
  };
}

/** The office visits before it recommends. Nothing is paid for here: an application lapses by waiting for its correction. */
function wayToStatus(status: ApplicationStatus, visited: boolean): LifecycleEvent[] {
  const way: readonly LifecycleEvent[] =
    status === 'EXPIRED' ? [...wayTo.RETURNED, 'CORRECTION_LAPSED'] : wayTo[status];
  return way.flatMap((event) => (visited && event === 'RECOMMEND' ? ['SEND_TO_INSPECTION', event] : [event]));
}
