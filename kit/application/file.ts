import mongoose from 'mongoose';
import type { LifecycleStep } from './advance.ts';
import type { AnnouncedAction, ApplicationAnnouncement } from './announcement.ts';
import type { ApplicationStatus } from './lifecycle.ts';

/** The document that came out of an application. */
export type Outcome = NonNullable<ApplicationAnnouncement['outcome']>;

/**
 * What every agency keeps of an application, beside what only that agency knows of it: one document, so that a change,
 * the word of it to others, and the key that it was asked under are stored together or not at all.
 */
export interface ApplicationFile {
  /** The tracking number. */
  readonly _id: string;
  readonly applicantId: string;
  readonly submittedById: string;
  /** The code of the service in the mall's catalogue. */
  readonly serviceCode: string;
  readonly channel: ApplicationAnnouncement['channel'];
  /** The competent regency. */
  readonly regionCode: string;
  readonly steps: readonly LifecycleStep[];
  /** Of the last step. */
  readonly status: ApplicationStatus;
  readonly sequence: number;
  readonly pendingAction: AnnouncedAction | null;
  readonly billingCode: string | null;
  readonly outcome: Outcome | null;
  /** What was handed in with it. */
  readonly documentIds: readonly string[];
  /** When the scheduler has to look at it next; null when nothing happens by itself. */
  readonly dueAt: Date | null;
  readonly request: SubmitRequest;
  readonly telling: Telling;
}

/** Under which key an application was asked for, so that asking again does not make another one. */
export interface SubmitRequest {
  /** A digest of the caller, the operation and the caller's key. */
  readonly key: string;
  /** A digest of what was sent. */
  readonly digest: string;
  readonly at: Date;
}

/** How far the others have been told: the outbox, in the document that it tells of. */
export interface Telling {
  /** Not before then; null when all is told. */
  readonly after: Date | null;
  /** How often it was refused since it last changed. */
  readonly tries: number;
  /** Whether it was refused so often that somebody has to look. */
  readonly parked: boolean;
}

/** What stands sealed in every application: what is written to the applicant is free text. */
export const sealedInFile = ['steps.note', 'pendingAction.title'] as const;

const { Schema } = mongoose;
const part = { _id: false, id: false } as const;

/** The part of an application's schema that every agency shares. Its collection needs `fileIndexes` too. */
export const fileFields = {
  _id: String,
  applicantId: String,
  submittedById: String,
  serviceCode: String,
  channel: String,
  regionCode: String,
  steps: [
    new Schema(
      {
        sequence: Number,
        at: Date,
        from: String,
        to: String,
        actor: String,
        note: String,
        slaEffect: String,
        event: String,
        by: String,
      },
      part,
    ),
  ],
  status: String,
  sequence: Number,
  pendingAction: new Schema({ kind: String, title: String, deadline: Date, requirementCodes: [String] }, part),
  billingCode: String,
  outcome: new Schema(
    { documentId: String, kind: String, title: String, issuedOn: String, verificationCode: String },
    part,
  ),
  documentIds: [String],
  dueAt: Date,
  request: new Schema({ key: String, digest: String, at: Date }, part),
  telling: new Schema({ after: Date, tries: Number, parked: Boolean }, part),
} as const;

/** Declares the indexes that submitting, telling and the scheduler go by. */
export function withFileIndexes<Declared extends { index(fields: object, options?: object): unknown }>(
  schema: Declared,
): Declared {
  schema.index({ 'request.key': 1 }, { unique: true });
  schema.index({ 'telling.after': 1, _id: 1 });
  schema.index({ 'telling.parked': 1, _id: 1 });
  schema.index({ dueAt: 1, _id: 1 });
  return schema;
}
