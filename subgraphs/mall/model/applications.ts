import type { AnnouncedAction, AnnouncedStep } from '#kit/application/announcement.ts';
import type { ApplicationStatus } from '#kit/application/lifecycle.ts';
import { type Stored, sealed } from '#kit/vault/sealed.ts';
import type { DocumentKind, ServiceCategory, ServiceChannel } from '../data/types.ts';
import { asStored, Mixed, Schema } from './storage.ts';

/** What the mall keeps of applications: the envelope, and what it knows about their documents. */

export interface Application {
  readonly _id: string;
  readonly typeName: string;
  /** The folder name of the agency, which its officers' tokens carry. */
  readonly agency: string;
  readonly agencyCode: string;
  readonly serviceCode: string;
  readonly category: ServiceCategory;
  readonly applicantId: string;
  readonly submittedById: string;
  /** Applicant and submitter: in whose inbox it lies. */
  readonly people: readonly string[];
  readonly channel: ServiceChannel;
  readonly regionCode: string;
  /** The competent region and those above it: an officer of any of them is competent. */
  readonly regions: readonly string[];
  readonly mallId: string | null;
  readonly status: ApplicationStatus;
  readonly open: boolean;
  readonly sequence: number;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly statusAsOf: Date;
  readonly steps: readonly AnnouncedStep[];
  readonly pendingAction: AnnouncedAction | null;
  readonly billingCode: string | null;
  readonly outcomeId: string | null;
  readonly assigneeId: string | null;
  readonly claimedAt: Date | null;
  readonly surveyed: boolean;
  /** The month in which the survey was answered, `YYYY-MM`. */
  readonly surveyedMonth: string | null;
  /** When the office has to be done, as seen at the last step; while the clock has not started, as if it had. */
  readonly dueAt: Date;
  readonly monthSubmitted: string | null;
  readonly closing: Closing | null;
}

/** What statistics count once the clock of an application has stopped. */
export interface Closing {
  readonly at: Date;
  readonly month: string;
  readonly workingHours: number;
  readonly pausedHours: number;
  /** 1 when decided in time, else 0: summed up as they are. */
  readonly onTime: 0 | 1;
  readonly autoApproved: 0 | 1;
}

/** What an office writes to an applicant is free text. */
export const sealedApplication = sealed<Application>()('applications', ['steps.note', 'pendingAction.title']);
export type StoredApplication = Stored<typeof sealedApplication>;

const closingSchema = new Schema<Closing>(
  { at: Date, month: String, workingHours: Number, pausedHours: Number, onTime: Number, autoApproved: Number },
  { _id: false },
);

export const applicationSchema = new Schema<StoredApplication>(
  {
    _id: String,
    typeName: String,
    agency: String,
    agencyCode: String,
    serviceCode: String,
    category: String,
    applicantId: String,
    submittedById: String,
    people: [String],
    channel: String,
    regionCode: String,
    regions: [String],
    mallId: String,
    status: String,
    open: Boolean,
    sequence: Number,
    createdAt: Date,
    submittedAt: Date,
    statusAsOf: Date,
    steps: Mixed,
    pendingAction: Mixed,
    billingCode: String,
    outcomeId: String,
    assigneeId: String,
    claimedAt: Date,
    surveyed: Boolean,
    surveyedMonth: String,
    dueAt: Date,
    monthSubmitted: String,
    closing: closingSchema,
  },
  asStored,
)
  .index({ people: 1, createdAt: -1, _id: -1 })
  .index({ agency: 1, regions: 1, open: 1, dueAt: 1, _id: 1 })
  .index({ monthSubmitted: 1, _id: 1 })
  .index({ 'closing.month': 1, _id: 1 });

export interface Document {
  readonly _id: string;
  readonly ownerId: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly source: 'UPLOADED' | 'ISSUED' | 'PULLED';
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly issuedByCode: string | null;
  readonly issuedOn: string | null;
  readonly validUntil: string | null;
  readonly revoked: boolean;
  readonly verificationCode: string | null;
  readonly usedIn: readonly string[];
  readonly createdAt: Date;
}

export const documentSchema = new Schema<Document>(
  {
    _id: String,
    ownerId: String,
    kind: String,
    title: String,
    source: String,
    mediaType: String,
    sizeBytes: Number,
    sha256: String,
    issuedByCode: String,
    issuedOn: String,
    validUntil: String,
    revoked: Boolean,
    verificationCode: String,
    usedIn: [String],
    createdAt: Date,
  },
  asStored,
)
  .index({ ownerId: 1, createdAt: -1, _id: -1 })
  .index({ usedIn: 1, createdAt: -1, _id: -1 });
