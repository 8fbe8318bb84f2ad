import mongoose, { type Connection } from 'mongoose';
import { type Stored, sealed } from '#kit/vault/sealed.ts';
import type { StaffRole } from './scopes.ts';

/** One thing that the provider must remember: a session, a grant, a code, a refresh token, a log-in under way. */
export interface OneIdRecord {
  /** A digest of the kind and the secret, so that a stolen copy of the database opens no session. */
  readonly _id: string;
  readonly kind: string;
  /** What the provider wants back, as JSON, without the secret itself. */
  readonly payload: string;
  /** The consent that it stands on; all of them go when the consent is withdrawn. */
  readonly grantId: string | null;
  /** The session's second name, by which tokens refer to it. */
  readonly sessionUid: string | null;
  /** When it was used up; a code and a refresh token are good once. */
  readonly consumedAt: Date | null;
  readonly expiresAt: Date;
}

/** How a PIN was hashed (scrypt, RFC 7914); stored with each hash, so that the cost can rise later. */
export interface PinDigest {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
  /** Base64. */
  readonly salt: string;
  /** Base64. */
  readonly hash: string;
}

/**
 * Somebody who signs in for their work. The agency that employs them says what they may do; whoever is blocked, or may do
 * less, has a token of it no more.
 */
export interface StaffRecord {
  /** The opaque id by which tokens and the access log name them. */
  readonly _id: string;
  /** The number of a civil servant (NIP), 18 digits. */
  readonly staffNumber: string;
  readonly status: 'ACTIVE' | 'BLOCKED';
  readonly role: StaffRole;
  /** The agency that an officer works for; null for others. */
  readonly agency: string | null;
  /** The mall where a clerk works; null for others. */
  readonly mall: string | null;
  /** The region that an officer or clerk is competent for; null for others. */
  readonly region: string | null;
  readonly scopes: readonly string[];
}

/** What proves that somebody is the citizen, or the member of staff: a PIN, hashed. */
export interface CredentialRecord {
  /** The id of the citizen or member of staff. */
  readonly _id: string;
  readonly pin: PinDigest;
  readonly changedAt: Date;
}

/** The last tries to sign in to one account, or from one address. */
export interface SignInTriesRecord {
  /** A keyed digest of the account or of the address; neither can be read from it. */
  readonly _id: string;
  /** At most five, the oldest first. */
  readonly tries: readonly { readonly id: string; readonly at: Date }[];
  readonly expiresAt: Date;
}

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const time = { type: Date, required: true } as const;

const oneIdRecord = new mongoose.Schema<OneIdRecord>(
  {
    _id: text,
    kind: text,
    payload: text,
    grantId: optionalText,
    sessionUid: optionalText,
    consumedAt: { type: Date, default: null },
    expiresAt: time,
  },
  { versionKey: false, autoIndex: false, collection: 'one_id_records' },
);
oneIdRecord.index({ grantId: 1, _id: 1 });
oneIdRecord.index({ sessionUid: 1, _id: 1 });
oneIdRecord.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

/** Six digits fall to whoever can try them all, so even the hash is useless without the agency's keys. */
export const sealedCredential = sealed<CredentialRecord>()('credentials', ['pin']);
export type StoredCredential = Stored<typeof sealedCredential>;

const credential = new mongoose.Schema<StoredCredential>(
  { _id: text, pin: text, changedAt: time },
  { versionKey: false, autoIndex: false, collection: 'credentials' },
);

export const sealedStaff = sealed<StaffRecord>()('staff', ['staffNumber'], { staffNumberIndex: 'staffNumber' });
export type StoredStaff = Stored<typeof sealedStaff>;

const staff = new mongoose.Schema<StoredStaff>(
  {
    _id: text,
    staffNumber: text,
    staffNumberIndex: text,
    status: text,
    role: text,
    agency: optionalText,
    mall: optionalText,
    region: optionalText,
    scopes: [String],
  },
  { versionKey: false, autoIndex: false, collection: 'staff' },
);
staff.index({ staffNumberIndex: 1 }, { unique: true });

const signInTries = new mongoose.Schema<SignInTriesRecord>(
  { _id: text, tries: [new mongoose.Schema({ id: text, at: time }, { _id: false })], expiresAt: time },
  { versionKey: false, autoIndex: false, collection: 'sign_in_tries' },
);
signInTries.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export function oneIdModels(connection: Connection) {
  return {
    oneIdRecords: connection.model<OneIdRecord>('OneIdRecord', oneIdRecord),
    credentials: connection.model<StoredCredential>('Credential', credential),
    staff: connection.model<StoredStaff>('Staff', staff),
    signInTries: connection.model<SignInTriesRecord>('SignInTries', signInTries),
  };
}

export type OneIdModels = ReturnType<typeof oneIdModels>;
