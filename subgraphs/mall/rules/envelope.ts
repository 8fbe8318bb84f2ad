import type { AnnouncedStep, ApplicationAnnouncement } from '#kit/application/announcement.ts';
import { clockOf } from '#kit/application/clock/workingClock.ts';
import { afterWorkingTime, calendarOf, hoursPerDay } from '#kit/application/clock/workingTime.ts';
import { type ApplicationStatus, endStatuses } from '#kit/application/lifecycle.ts';
import { localMonth } from '#kit/localTime.ts';
import { regionPath } from '#kit/regionCode.ts';
import type { Application, Closing } from '../model/applications.ts';
import type { Service } from '../model/catalogue.ts';

const hourMs = 3_600_000;
/** What a service is taken to promise while its standard is not in the catalogue. */
const usualWorkingDays = 14;
const decided: readonly ApplicationStatus[] = ['APPROVED', 'AUTO_APPROVED', 'REJECTED'];

/** What the mall's catalogue says about an announced application. */
export interface Filing {
  readonly agencyCode: string;
  readonly service: Pick<Service, 'category' | 'standard'>;
  /** The mall it was handed in at. */
  readonly mallId: string | null;
}

/**
 * The envelope of an application, from its agency's announcement: what the inbox shows, and what worklists and
 * statistics are counted by.
 *
 * @throws RangeError for an announcement without a single step
 */
export function envelopeOf(announcement: ApplicationAnnouncement, filing: Filing): Application {
  const { steps, regionCode, applicantId, submittedById } = announcement;
  const first = steps[0];
  const last = steps.at(-1);
  if (!first || !last) throw new RangeError('An application is announced with its first step.');
  const workingDays = filing.service.standard?.workingDays ?? usualWorkingDays;
  const submittedAt = steps.find(({ to }) => to === 'SUBMITTED')?.at ?? null;

  return {
    _id: announcement.id,
    typeName: announcement.typeName,
    agency: announcement.agency,
    agencyCode: filing.agencyCode,
    serviceCode: announcement.serviceCode,
    category: filing.service.category,
    applicantId,
    submittedById,
    people: [...new Set([applicantId, submittedById])],
    channel: announcement.channel,
    regionCode,
    regions: regionPath(regionCode),
    mallId: filing.mallId,
    status: last.to,
    open: !endStatuses.includes(last.to),
    sequence: last.sequence,
    createdAt: first.at,
    submittedAt,
    statusAsOf: last.at,
    steps: [...steps],
    pendingAction: announcement.pendingAction ?? null,
    billingCode: announcement.billingCode ?? null,
    outcomeId: announcement.outcome?.documentId ?? null,
    assigneeId: null,
    claimedAt: null,
    surveyed: false,
    surveyedMonth: null,
    dueAt: dueTime(steps, workingDays, regionCode, last.at),
    monthSubmitted: submittedAt && localMonth(submittedAt, 'WIB'),
    closing: closingOf(steps, workingDays, regionCode),
  };
}

/** When the office has to be done, as seen at `asOf`; while the clock has not started, as if it did then. */
function dueTime(steps: readonly AnnouncedStep[], workingDays: number, regionCode: string, asOf: Date): Date {
  const { dueAt } = clockOf(steps, workingDays, regionCode, asOf);
  return dueAt ?? afterWorkingTime(asOf, workingDays * hoursPerDay * hourMs, calendarOf(regionCode));
}

/** What statistics count once the office has decided; null before, and when the applicant gave up. */
function closingOf(steps: readonly AnnouncedStep[], workingDays: number, regionCode: string): Closing | null {
  const decision = steps.find(({ to }) => decided.includes(to));
  if (!decision) return null;
  const clock = clockOf(steps, workingDays, regionCode, decision.at);
  return {
    at: decision.at,
    month: localMonth(decision.at, 'WIB'),
    workingHours: oneDecimal(clock.usedWorkingHours),
    pausedHours: oneDecimal(clock.pausedHours),
    onTime: clock.breached ? 0 : 1,
    autoApproved: decision.to === 'AUTO_APPROVED' ? 1 : 0,
  };
}

function oneDecimal(hours: number): number {
  return Math.round(hours * 10) / 10;
}
