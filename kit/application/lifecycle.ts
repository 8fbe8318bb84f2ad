/** `ApplicationStatus` of the graph: where an application stands. */
export const applicationStatuses = [
  'DRAFT',
  'SUBMITTED',
  'AWAITING_PAYMENT',
  'DOCUMENT_CHECK',
  'RETURNED',
  'VERIFICATION',
  'FIELD_INSPECTION',
  'AWAITING_APPROVAL',
  'APPROVED',
  'AUTO_APPROVED',
  'ISSUED',
  'COMPLETED',
  'REJECTED',
  'WITHDRAWN',
  'EXPIRED',
] as const;

export type ApplicationStatus = (typeof applicationStatuses)[number];

/** The states that an application never leaves. */
export const endStatuses: readonly ApplicationStatus[] = ['COMPLETED', 'REJECTED', 'WITHDRAWN', 'EXPIRED'];

/** `StepActor` of the graph: who takes a step. */
export const stepActors = ['APPLICANT', 'OFFICER', 'VERIFIER', 'INSPECTOR', 'APPROVER', 'SYSTEM'] as const;

export type StepActor = (typeof stepActors)[number];

/** `SlaEffect` of the graph: what a step does to the clock of the service standard. */
export const slaEffects = ['NONE', 'START', 'PAUSE', 'RESUME', 'RESTART', 'STOP'] as const;

export type SlaEffect = (typeof slaEffects)[number];

/** When the clock of a service starts, by its standard. */
export type ClockStart = 'SUBMITTED' | 'DOCUMENTS_COMPLETE' | 'PAID';

export interface Transition {
  readonly from: readonly (ApplicationStatus | null)[];
  readonly to: ApplicationStatus;
  readonly actor: StepActor;
  /** The effect, or the standard's clock start for which the step starts the clock. */
  readonly sla: SlaEffect | { readonly startsWhen: ClockStart };
  /** The code of the same step in the OSS status list (annex 10), where there is one. */
  readonly ossCode: string | null;
}

/** The states of an application that was handed in and waits to be decided. */
export const underReview: readonly ApplicationStatus[] = [
  'SUBMITTED',
  'AWAITING_PAYMENT',
  'DOCUMENT_CHECK',
  'RETURNED',
  'VERIFICATION',
  'FIELD_INSPECTION',
  'AWAITING_APPROVAL',
];
const beforeVerification: readonly ApplicationStatus[] = [
  'DRAFT',
  'SUBMITTED',
  'AWAITING_PAYMENT',
  'DOCUMENT_CHECK',
  'RETURNED',
];

/**
 * Every step that an application can take, by its event: the lifecycle that all agencies share.
 *
 * Source: the flow of the mall and the OSS status list (oss-rba.github.io, v4.3.22), as collected in domain notes 4.2.
 */
export const lifecycle = {
  SAVE: step([null], 'DRAFT', 'APPLICANT', 'NONE', null),
  SUBMIT: step([null, 'DRAFT'], 'SUBMITTED', 'APPLICANT', { startsWhen: 'SUBMITTED' }, '09'),
  FEE_DUE: step(['SUBMITTED'], 'AWAITING_PAYMENT', 'SYSTEM', 'NONE', '32'),
  PAID: step(['AWAITING_PAYMENT'], 'DOCUMENT_CHECK', 'SYSTEM', { startsWhen: 'PAID' }, '33'),
  BILLING_LAPSED: step(['AWAITING_PAYMENT'], 'EXPIRED', 'SYSTEM', 'STOP', null),
  TAKE_UP: step(['SUBMITTED'], 'DOCUMENT_CHECK', 'OFFICER', 'NONE', '20'),
  ACCEPT_DOCUMENTS: step(['DOCUMENT_CHECK'], 'VERIFICATION', 'OFFICER', { startsWhen: 'DOCUMENTS_COMPLETE' }, '10'),
  RETURN_FOR_CORRECTION: step(['DOCUMENT_CHECK', 'VERIFICATION'], 'RETURNED', 'VERIFIER', 'PAUSE', '41'),
  RESUBMIT: step(['RETURNED'], 'VERIFICATION', 'APPLICANT', 'RESUME', '42'),
  CORRECTION_LAPSED: step(['RETURNED'], 'EXPIRED', 'SYSTEM', 'STOP', '43'),
  SEND_TO_INSPECTION: step(['VERIFICATION'], 'FIELD_INSPECTION', 'VERIFIER', 'NONE', '40'),
  RECOMMEND: step(['VERIFICATION', 'FIELD_INSPECTION'], 'AWAITING_APPROVAL', 'VERIFIER', 'NONE', '45'),
  APPROVE: step(['AWAITING_APPROVAL'], 'APPROVED', 'APPROVER', 'STOP', '50'),
  APPROVE_BY_SILENCE: step(
    ['VERIFICATION', 'FIELD_INSPECTION', 'AWAITING_APPROVAL'],
    'AUTO_APPROVED',
    'SYSTEM',
    'STOP',
    '57',
  ),
  ISSUE: step(['APPROVED', 'AUTO_APPROVED'], 'ISSUED', 'SYSTEM', 'NONE', '49'),
  COMPLETE: step(['ISSUED'], 'COMPLETED', 'SYSTEM', 'NONE', null),
  REJECT: step(underReview, 'REJECTED', 'APPROVER', 'STOP', '90'),
  WITHDRAW: step(beforeVerification, 'WITHDRAWN', 'APPLICANT', 'STOP', null),
} as const satisfies Record<string, Transition>;

export type LifecycleEvent = keyof typeof lifecycle;

/** Whether the event may happen in this state; `null` is an application that does not exist yet. */
export function mayHappen(event: LifecycleEvent, from: ApplicationStatus | null): boolean {
  return (lifecycle[event].from as readonly (ApplicationStatus | null)[]).includes(from);
}

/** The effect of an event on the clock, for a service whose standard starts it at `clockStart`. */
export function slaEffect(event: LifecycleEvent, clockStart: ClockStart): SlaEffect {
  const { sla } = lifecycle[event];
  if (typeof sla === 'string') return sla;
  return sla.startsWhen === clockStart ? 'START' : 'NONE';
}

function step(
  from: Transition['from'],
  to: ApplicationStatus,
  actor: StepActor,
  sla: Transition['sla'],
  ossCode: string | null,
): Transition {
  return { from, to, actor, sla, ossCode };
}
