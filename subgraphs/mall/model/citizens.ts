import { type Stored, sealed } from '#kit/vault/sealed.ts';
import type { ServiceChannel } from '../data/types.ts';
import { asStored, Schema } from './storage.ts';

/** What belongs to one citizen: tickets, notifications, consents, delegations, and who read their data. */

export type LegalBasis = 'CONSENT' | 'LEGAL_OBLIGATION' | 'PUBLIC_TASK' | 'CONTRACT' | 'VITAL_INTEREST';
export type DelegationKind = 'PARENT' | 'GUARDIAN' | 'PROXY_LETTER' | 'COMPANY_OFFICER';
export type TicketStatus = 'BOOKED' | 'CHECKED_IN' | 'CALLED' | 'SERVING' | 'SERVED' | 'NO_SHOW' | 'CANCELLED';

export interface QueueTicket {
  readonly _id: string;
  readonly number: string;
  readonly citizenId: string;
  readonly mallId: string;
  readonly serviceCode: string;
  /** The day and the time that were booked, in the mall's own time. */
  readonly date: string;
  readonly slot: string;
  readonly status: TicketStatus;
  readonly active: boolean;
  readonly counter: string | null;
  readonly applicationId: string | null;
  readonly checkedInAt: Date | null;
  readonly calledAt: Date | null;
  /** Which of the places of its slot it holds, `LICENSING-PERMIT|09:30|2`; null when it holds none (any more). */
  readonly place: string | null;
}

export const ticketSchema = new Schema<QueueTicket>(
  {
    _id: String,
    number: String,
    citizenId: String,
    mallId: String,
    serviceCode: String,
    date: String,
    slot: String,
    status: String,
    active: Boolean,
    counter: String,
    applicationId: String,
    checkedInAt: Date,
    calledAt: Date,
    place: String,
  },
  asStored,
)
  // Of two bookings that want the same place at the same time one loses here.
  .index({ mallId: 1, date: 1, place: 1 }, { unique: true, partialFilterExpression: { place: { $type: 'string' } } })
  .index({ citizenId: 1, date: -1, _id: -1 })
  .index({ mallId: 1, date: 1, slot: 1, _id: 1 });

export interface Notification {
  readonly _id: string;
  readonly citizenId: string;
  readonly at: Date;
  readonly read: boolean;
  readonly titleId: string;
  readonly titleEn: string;
  readonly applicationId: string | null;
}

export const notificationSchema = new Schema<Notification>(
  {
    _id: String,
    citizenId: String,
    at: Date,
    read: Boolean,
    titleId: String,
    titleEn: String,
    applicationId: String,
  },
  asStored,
)
  .index({ citizenId: 1, at: -1, _id: -1 })
  .index({ citizenId: 1, read: 1, at: -1, _id: -1 });

/** A consent. What was granted is never changed or deleted; taking it back writes `revokedAt`, once. */
export interface Consent {
  readonly _id: string;
  readonly citizenId: string;
  readonly recipientCode: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly legalBasis: LegalBasis;
  /** SHA-256 of the words that were agreed to, hexadecimal; null for a consent from before they were kept. */
  readonly textSha256: string | null;
  readonly channel: ServiceChannel | null;
  readonly grantedAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

/** A purpose is free text. */
export const sealedConsent = sealed<Consent>()('consents', ['purpose']);
export type StoredConsent = Stored<typeof sealedConsent>;

export const consentSchema = new Schema<StoredConsent>(
  {
    _id: String,
    citizenId: String,
    recipientCode: String,
    purpose: String,
    fields: [String],
    legalBasis: String,
    textSha256: String,
    channel: String,
    grantedAt: Date,
    expiresAt: Date,
    revokedAt: Date,
  },
  asStored,
).index({ citizenId: 1, grantedAt: -1, _id: -1 });

export interface Delegation {
  readonly _id: string;
  readonly principalId: string;
  readonly actorId: string;
  /** Both of them: in whose list it stands. */
  readonly people: readonly string[];
  readonly kind: DelegationKind;
  /** null: for all services. */
  readonly serviceCodes: readonly string[] | null;
  readonly validUntil: string | null;
  readonly grantedAt: Date;
}

export const delegationSchema = new Schema<Delegation>(
  {
    _id: String,
    principalId: String,
    actorId: String,
    people: [String],
    kind: String,
    serviceCodes: { type: [String], default: undefined },
    validUntil: String,
    grantedAt: Date,
  },
  asStored,
).index({ people: 1, grantedAt: -1, _id: -1 });

export interface AccessLogEntry {
  readonly _id: string;
  readonly citizenId: string;
  readonly at: Date;
  /** The agency that the reader works for; null for one who works for none. */
  readonly agencyCode: string | null;
  /** The agency whose register was read; null where an old entry does not say. */
  readonly holderCode: string | null;
  readonly actorRole: string;
  readonly fields: readonly string[];
  readonly purpose: string | null;
  readonly legalBasis: LegalBasis;
  readonly applicationId: string | null;
}

export const accessLogSchema = new Schema<AccessLogEntry>(
  {
    _id: String,
    citizenId: String,
    at: Date,
    agencyCode: String,
    holderCode: String,
    actorRole: String,
    fields: [String],
    purpose: String,
    legalBasis: String,
    applicationId: String,
  },
  asStored,
).index({ citizenId: 1, at: -1, _id: -1 });

/** A batch of an agency's access log that was told to the mall: a witness of what the agency's own log must hold. */
export interface AccessLogReceipt {
  /** `agency/batch` */
  readonly _id: string;
  readonly agency: string;
  readonly batch: number;
  readonly hash: string;
}

export const receiptSchema = new Schema<AccessLogReceipt>(
  { _id: String, agency: String, batch: Number, hash: String },
  asStored,
).index({ agency: 1, batch: 1, _id: 1 });
