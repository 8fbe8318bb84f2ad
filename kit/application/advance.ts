import { badInput, conflict, forbidden } from '../errors.ts';
import type { AnnouncedStep } from './announcement.ts';
import {
  type ApplicationStatus,
  type ClockStart,
  type LifecycleEvent,
  lifecycle,
  mayHappen,
  type SlaEffect,
  slaEffect,
} from './lifecycle.ts';

const longestNote = 1_000;
const mostCodes = 20;
const longestCode = 64;

/** What the standard of a service says about the way of its applications. */
export interface ServiceTerms {
  readonly clockStart: ClockStart;
  /** Whether a corrected file starts the clock anew, where it otherwise goes on. */
  readonly restartsAfterCorrection: boolean;
  /** Fiktif positif: whether it is granted when nobody decides in time. */
  readonly silentApproval: boolean;
}

/** Something that somebody does with an application. */
export interface Happening {
  readonly event: LifecycleEvent;
  readonly at: Date;
  /** The opaque id of who does it; null for the system. */
  readonly by: string | null;
  readonly note?: string | undefined;
  /** For a file that is returned: which requirements have to be mended. */
  readonly requirementCodes?: readonly string[];
}

/** A step as its agency keeps it: also by which event, and by whom. */
export interface LifecycleStep extends AnnouncedStep {
  readonly event: LifecycleEvent;
  readonly by: string | null;
}

/**
 * The next step of an application, if the rules of the lifecycle allow it: the event fits the state, who approves is not
 * who verified, a returned file says what to mend, a rejected one says why. Depends on nothing but its arguments.
 *
 * @param course the steps so far, in order; none for an application that does not exist yet
 * @throws CONFLICT when the event does not fit the state, FORBIDDEN for an approver who verified the same file,
 *   BAD_USER_INPUT when words or requirements are missing, or more than the inbox takes
 */
export function advance(course: readonly LifecycleStep[], happening: Happening, terms: ServiceTerms): LifecycleStep {
  const { event, by, note } = happening;
  const last = course.at(-1);
  const from = last?.to ?? null;
  if (!mayHappen(event, from)) throw conflict(`This cannot be done: the application is ${wordsFor(from)}.`);
  if (event === 'APPROVE_BY_SILENCE' && !terms.silentApproval) {
    throw conflict('This service is not granted by silence.');
  }
  assertCanBeTold(happening);
  if (event === 'APPROVE') assertOtherThanVerifier(course, by);
  if (event === 'RETURN_FOR_CORRECTION' && !happening.requirementCodes?.length) {
    throw badInput('Say which requirements have to be mended.', 'requirementCodes');
  }
  if ((event === 'RETURN_FOR_CORRECTION' || event === 'REJECT') && !note?.trim()) {
    throw badInput('Tell the applicant why.', 'note');
  }
  return {
    sequence: (last?.sequence ?? 0) + 1,
    // Two machines' clocks may differ; the order of the steps is that of their sequence.
    at: last && last.at > happening.at ? last.at : happening.at,
    from,
    to: event === 'RESUBMIT' ? whereReturned(course) : lifecycle[event].to,
    actor: lifecycle[event].actor,
    ...(note ? { note } : {}),
    slaEffect: effectOn(course, event, terms),
    event,
    by,
  };
}

/** What others are told of a step: not by whom. */
export function announced({ event: _event, by: _by, ...step }: LifecycleStep): AnnouncedStep {
  return step;
}

/** What is kept here is told to the inbox as well, which takes no more: what it refuses would never be told. */
function assertCanBeTold({ note, requirementCodes }: Happening): void {
  if (note && note.length > longestNote) {
    throw badInput(`Please write ${longestNote.toLocaleString('en')} characters at most.`, 'note');
  }
  const codes = requirementCodes ?? [];
  if (codes.length > mostCodes || codes.some((code) => code.length > longestCode)) {
    throw badInput('Please name the requirements by their codes in the catalogue.', 'requirementCodes');
  }
}

function assertOtherThanVerifier(course: readonly LifecycleStep[], approver: string | null): void {
  const verified = course.some(({ actor, by }) => (actor === 'VERIFIER' || actor === 'OFFICER') && by === approver);
  if (verified) throw forbidden('Somebody else has to approve: you have checked this file yourself.');
}

/** A corrected file goes back to where it was returned from. */
function whereReturned(course: readonly LifecycleStep[]): ApplicationStatus {
  return course.findLast(({ event }) => event === 'RETURN_FOR_CORRECTION')?.from ?? lifecycle.RESUBMIT.to;
}

function effectOn(course: readonly LifecycleStep[], event: LifecycleEvent, terms: ServiceTerms): SlaEffect {
  const effect = slaEffect(event, terms.clockStart);
  const hasStarted = course.some((step) => step.slaEffect === 'START');
  if (effect === 'START' || effect === 'STOP') return effect;
  // A clock that has not started can be neither paused nor resumed.
  if (!hasStarted) return 'NONE';
  return effect === 'RESUME' && terms.restartsAfterCorrection ? 'RESTART' : effect;
}

function wordsFor(status: ApplicationStatus | null): string {
  return status === null ? 'not there yet' : status.toLowerCase().replaceAll('_', ' ');
}
