import type { SlaClock } from '#kit/application/clock/workingClock.ts';
import { type ApplicationStatus, mayHappen, underReview } from '#kit/application/lifecycle.ts';

/** What an officer may decide; each is an event of the lifecycle. */
export const decisions = [
  'ACCEPT_DOCUMENTS',
  'RETURN_FOR_CORRECTION',
  'SEND_TO_INSPECTION',
  'RECOMMEND',
  'APPROVE',
  'REJECT',
  'ISSUE',
] as const;

export type Decision = (typeof decisions)[number];

/** The states in which an application lies with the office: handed in, but nothing is issued or refused yet. */
export const statusesAtTheOffice: readonly ApplicationStatus[] = [...underReview, 'APPROVED', 'AUTO_APPROVED'];

const dayMs = 86_400_000;

/** The decisions that the lifecycle allows in a state. */
export function allowedDecisions(status: ApplicationStatus): Decision[] {
  return decisions.filter((decision) => mayHappen(decision, status));
}

/** How urgent an application is to its office: 1 late, 2 due within a day, 3 in good time, paused or decided. */
export function priorityOf(clock: Pick<SlaClock, 'state' | 'dueAt' | 'breached'>, now: Date): 1 | 2 | 3 {
  if (clock.state === 'STOPPED') return 3;
  if (clock.breached) return 1;
  const isSoon = clock.dueAt !== null && clock.dueAt.getTime() - now.getTime() <= dayMs;
  return clock.state === 'RUNNING' && isSoon ? 2 : 3;
}

export type SurveyState = 'NOT_DUE' | 'DUE' | 'DONE';

/** An applicant is asked about satisfaction once something was issued or refused, and once only. */
export function surveyStateOf(status: ApplicationStatus, surveyed: boolean): SurveyState {
  if (surveyed) return 'DONE';
  return status === 'ISSUED' || status === 'COMPLETED' || status === 'REJECTED' ? 'DUE' : 'NOT_DUE';
}
