import { advance, announced, type LifecycleStep } from '../application/advance.ts';
import type { AnnouncedStep } from '../application/announcement.ts';
import { type ApplicationStatus, type ClockStart, type LifecycleEvent, lifecycle } from '../application/lifecycle.ts';
import type { Random } from './random.ts';

const toVerification = ['SUBMIT', 'TAKE_UP', 'ACCEPT_DOCUMENTS'] as const;
const toApproval = [...toVerification, 'RECOMMEND'] as const;
const toIssue = [...toApproval, 'APPROVE', 'ISSUE'] as const;

/** One usual way to each status. */
export const wayTo: Readonly<Record<ApplicationStatus, readonly LifecycleEvent[]>> = {
  DRAFT: ['SAVE'],
  SUBMITTED: ['SUBMIT'],
  AWAITING_PAYMENT: ['SUBMIT', 'FEE_DUE'],
  DOCUMENT_CHECK: ['SUBMIT', 'TAKE_UP'],
  RETURNED: [...toVerification, 'RETURN_FOR_CORRECTION'],
  VERIFICATION: toVerification,
  FIELD_INSPECTION: [...toVerification, 'SEND_TO_INSPECTION'],
  AWAITING_APPROVAL: toApproval,
  APPROVED: [...toApproval, 'APPROVE'],
  AUTO_APPROVED: [...toVerification, 'APPROVE_BY_SILENCE'],
  ISSUED: toIssue,
  COMPLETED: [...toIssue, 'COMPLETE'],
  REJECTED: [...toVerification, 'REJECT'],
  WITHDRAWN: ['SUBMIT', 'WITHDRAW'],
  EXPIRED: ['SUBMIT', 'FEE_DUE', 'BILLING_LAPSED'],
};

/** What a sandbox application has gone through. */
export interface Journey {
  readonly events: readonly LifecycleEvent[];
  readonly startedAt: Date;
  readonly now: Date;
  readonly clockStart: ClockStart;
  readonly random: Random;
  /** The length of an ordinary step in hours. */
  readonly hoursPerStep?: number;
  readonly notes?: Partial<Record<LifecycleEvent, string>>;
}

/** The history of a sandbox application as others are told it. @throws as `course` does */
export function journey(story: Journey): AnnouncedStep[] {
  return course(story).map(announced);
}

/**
 * Makes the history of a sandbox application: one step per event, spread over the time from `startedAt` to `now`.
 *
 * @throws CONFLICT when the lifecycle does not allow the events in this order
 */
export function course(story: Journey): LifecycleStep[] {
  const longest = (story.now.getTime() - story.startedAt.getTime()) / Math.max(1, story.events.length);
  const terms = { clockStart: story.clockStart, restartsAfterCorrection: false, silentApproval: true };
  const steps: LifecycleStep[] = [];
  let at = story.startedAt.getTime();
  for (const event of story.events) {
    if (steps.length > 0) {
      at += Math.min(longest, (story.hoursPerStep ?? 20) * 3_600_000) * (0.5 + story.random.next() / 2);
    }
    const { actor } = lifecycle[event];
    const note = story.notes?.[event];
    // By the role, so that no sandbox file is approved by who verified it.
    const step = advance(
      steps,
      { event, at: new Date(at), by: actor, note: note ?? 'Sandbox', requirementCodes: ['SANDBOX'] },
      terms,
    );
    steps.push(note === undefined ? withoutNote(step) : step);
  }
  return steps;
}

function withoutNote({ note: _note, ...step }: LifecycleStep): LifecycleStep {
  return step;
}
