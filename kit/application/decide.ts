import { conflict, forbidden, notFound } from '../errors.ts';
import { hasScope, requireCitizen, requireOfficer } from '../principal.ts';
import type { Happening } from './advance.ts';
import type { ApplicationFile } from './file.ts';
import { type LifecycleEvent, lifecycle } from './lifecycle.ts';
import { takeSteps } from './steps.ts';
import type { ApplicationDesk } from './submit.ts';

/** `Decision` of the graph: each is an event of the lifecycle. */
export type Decision = Extract<
  LifecycleEvent,
  'ACCEPT_DOCUMENTS' | 'RETURN_FOR_CORRECTION' | 'SEND_TO_INSPECTION' | 'RECOMMEND' | 'APPROVE' | 'REJECT' | 'ISSUE'
>;

/** `DecideApplicationInput` of the graph. */
export interface DecideInput {
  readonly applicationId: string;
  readonly decision: Decision;
  readonly note?: string | null | undefined;
  readonly expectedSequence: number;
  readonly requirementCodes?: readonly string[] | null | undefined;
}

/** Checks files: takes them up, returns them, sends somebody to look, recommends. */
export const verifyScope = 'applications:verify';
/** Signs: approves, rejects, issues. */
export const approveScope = 'applications:approve';

/** Finds an application as far as the caller may see it. */
export type Find<File> = (id: string) => Promise<File | null>;

/**
 * Decides on an application as its officer saw it. What is approved is issued in the same write: the signature is the
 * system's. A file that nobody has taken up yet is taken up by the first decision.
 *
 * @throws NOT_FOUND, FORBIDDEN without the right to this decision, CONFLICT when it has moved on, and as `advance` does
 */
export async function decideApplication<File extends ApplicationFile>(
  desk: ApplicationDesk<File>,
  find: Find<File>,
  input: DecideInput,
): Promise<File> {
  const officer = requireOfficer(desk.principal);
  const seen = await existing(find, input.applicationId);
  const { decision } = input;
  const right = lifecycle[decision].actor === 'APPROVER' || decision === 'ISSUE' ? approveScope : verifyScope;
  if (!hasScope(officer, right)) throw forbidden('Your office has not given you the right to this decision.');
  if (seen.sequence !== input.expectedSequence) {
    throw conflict('The application has moved on meanwhile. Please look at it again.');
  }
  const base = { at: desk.now, by: officer.id };
  const decided: Happening = {
    ...base,
    event: decision,
    ...(input.note ? { note: input.note } : {}),
    ...(input.requirementCodes ? { requirementCodes: input.requirementCodes } : {}),
  };
  const takesUp = seen.status === 'SUBMITTED' && lifecycle[decision].from.some((from) => from === 'DOCUMENT_CHECK');
  const before: Happening[] = takesUp && decision !== 'REJECT' ? [{ ...base, event: 'TAKE_UP' }] : [];
  const after: Happening[] = decision === 'APPROVE' ? [{ at: desk.now, by: null, event: 'ISSUE' }] : [];
  const next = takeSteps(seen, [...before, decided], desk.rules);
  return desk.store.replace(seen, after.length === 0 ? next : takeSteps(next, after, desk.rules));
}

/**
 * Takes an application back, as whoever handed it in. Once taken back it stays so, also when the answer was lost.
 *
 * @throws NOT_FOUND, CONFLICT when it is too late
 */
export async function withdrawApplication<File extends ApplicationFile>(
  desk: ApplicationDesk<File>,
  find: Find<File>,
  id: string,
  reason?: string | null,
): Promise<File> {
  const citizen = requireCitizen(desk.principal);
  const seen = await existing(find, id);
  if (seen.status === 'WITHDRAWN') return seen;
  const happening = { event: 'WITHDRAW', at: desk.now, by: citizen.id, ...(reason ? { note: reason } : {}) } as const;
  return desk.store.replace(seen, takeSteps(seen, [happening], desk.rules));
}

/**
 * Hands a returned file in again, corrected.
 *
 * @param correct what was corrected, in the agency's own part and among the documents
 * @throws NOT_FOUND, CONFLICT when it is not returned, and what `correct` throws
 */
export async function resubmitApplication<File extends ApplicationFile>(
  desk: ApplicationDesk<File>,
  find: Find<File>,
  id: string,
  correct: (file: File) => File | Promise<File>,
  note?: string | null,
): Promise<File> {
  const citizen = requireCitizen(desk.principal);
  const seen = await existing(find, id);
  if (seen.status !== 'RETURNED') throw conflict('This application is not waiting for a correction.');
  const happening = { event: 'RESUBMIT', at: desk.now, by: citizen.id, ...(note ? { note } : {}) } as const;
  return desk.store.replace(seen, takeSteps(await correct(seen), [happening], desk.rules));
}

/**
 * What happens to an application by itself when its time has come: the correction lapses, the fee lapses, or silence
 * approves it. Does nothing when something else happened meanwhile.
 */
export async function applyDue<File extends ApplicationFile>(
  { store, rules, now }: Pick<ApplicationDesk<File>, 'store' | 'rules' | 'now'>,
  id: string,
): Promise<void> {
  const seen = await store.byId(id);
  if (!seen?.dueAt || seen.dueAt > now) return;
  const event = eventWhenDue(seen, rules.termsOf(seen).silentApproval);
  // Nothing happens to what is only late; it is not looked at again.
  // Dated when it came due: a scheduler that was late makes no office late.
  const at = seen.dueAt;
  const next: File = event ? takeSteps(seen, [{ event, at, by: null }], rules) : { ...seen, dueAt: null };
  const issued = event === 'APPROVE_BY_SILENCE' ? takeSteps(next, [{ event: 'ISSUE', at, by: null }], rules) : next;
  await store.replace(seen, issued);
}

function eventWhenDue({ status }: ApplicationFile, silentApproval: boolean): LifecycleEvent | null {
  if (status === 'RETURNED') return 'CORRECTION_LAPSED';
  if (status === 'AWAITING_PAYMENT') return 'BILLING_LAPSED';
  const waits = lifecycle.APPROVE_BY_SILENCE.from.some((from) => from === status);
  return silentApproval && waits ? 'APPROVE_BY_SILENCE' : null;
}

async function existing<File>(find: Find<File>, id: string): Promise<File> {
  const file = await find(id);
  if (!file) throw notFound('There is no such application, or you may not see it.');
  return file;
}
