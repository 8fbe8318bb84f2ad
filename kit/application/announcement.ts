import type { ApplicationStatus, SlaEffect, StepActor } from './lifecycle.ts';

/** `ServiceChannel` of the graph: how an application came in. */
export const applicationChannels = ['COUNTER', 'ONLINE', 'KIOSK', 'MOBILE'] as const;

/** `PendingActionKind` of the graph: what an applicant can be asked to do. */
export const actionKinds = [
  'UPLOAD_DOCUMENT',
  'CORRECT_DATA',
  'PAY',
  'ATTEND_INSPECTION',
  'COLLECT_AT_COUNTER',
  'GIVE_CONSENT',
] as const;

/** One step of an application's way, as its agency tells it. */
export interface AnnouncedStep {
  /** Counts from 1 without gaps. */
  readonly sequence: number;
  readonly at: Date;
  readonly from: ApplicationStatus | null;
  readonly to: ApplicationStatus;
  readonly actor: StepActor;
  readonly note?: string;
  readonly slaEffect: SlaEffect;
}

/** Something that the applicant has to do now. */
export interface AnnouncedAction {
  readonly kind: (typeof actionKinds)[number];
  readonly title: string;
  readonly deadline?: Date;
  /** Codes of requirements of the service that the action is about. */
  readonly requirementCodes: readonly string[];
}

/** A document that was handed in, as the mall's wallet lists it: neither its contents nor what its owner calls it. */
export interface AnnouncedDocument {
  readonly documentId: string;
  /** `DocumentKind` of the graph. */
  readonly kind: string;
  readonly requirementCode?: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/**
 * What an agency tells the mall about one of its applications, so that the citizen's inbox can show it: the envelope,
 * never the contents. The agency keeps the truth; the mall keeps the index.
 */
export interface ApplicationAnnouncement {
  /** The tracking number. */
  readonly id: string;
  /** The name of the agency's own type in the graph, such as `LicenseApplication`. */
  readonly typeName: string;
  /** The folder name of the agency, such as `tax`. */
  readonly agency: string;
  /** The code of the service in the mall's catalogue. */
  readonly serviceCode: string;
  /** For a service that the catalogue does not hold: the name to show. */
  readonly serviceName?: string;
  readonly applicantId: string;
  readonly submittedById: string;
  readonly channel: (typeof applicationChannels)[number];
  /** The competent regency. */
  readonly regionCode: string;
  /** The steps so far, in order; the last one says the present status and sequence. */
  readonly steps: readonly AnnouncedStep[];
  readonly pendingAction?: AnnouncedAction;
  readonly billingCode?: string;
  /** The documents that were handed in with it. */
  readonly documents?: readonly AnnouncedDocument[];
  /** The document that came out of it. */
  readonly outcome?: {
    readonly documentId: string;
    readonly kind: string;
    readonly title: string;
    readonly issuedOn: string;
    readonly verificationCode: string;
  };
}
