import mongoose, { type Connection } from 'mongoose';
import { type ApplicationStatus, applicationStatuses } from '#kit/application/lifecycle.ts';
import { type Stored, sealed } from '#kit/vault/sealed.ts';
import {
  type BirthHelper,
  type BirthPlaceType,
  type BirthType,
  birthHelperCodes,
  birthPlaceCodes,
  birthTypeCodes,
  type DeathCause,
  type MoveReason,
  type MoveWho,
  moveReasonCodes,
  moveWhoCodes,
} from './codes.ts';

/** The events that this agency keeps a record of. */
export const recordKinds = ['BIRTH', 'DEATH', 'MARRIAGE', 'DIVORCE', 'MOVE'] as const;
/** The events that can be reported to it. */
export const eventKinds = [...recordKinds, 'STILLBIRTH', 'ACKNOWLEDGEMENT', 'ADOPTION', 'NAME_CHANGE'] as const;
export const marriageRegistrars = ['RELIGIOUS_OFFICE', 'CIVIL_REGISTRY'] as const;

export type RecordKind = (typeof recordKinds)[number];
export type EventKind = (typeof eventKinds)[number];

/** The extract that people are given of a record. */
export interface Certificate {
  readonly issuedOn: string;
  /** Printed on the certificate; whoever holds it may have it checked. */
  readonly verificationCode: string;
  /** Where the signed file lies among the mall's documents; null for one on paper. */
  readonly documentId: string | null;
  /** When it lost its force; the extract of a marriage does with the divorce. */
  readonly withdrawnOn: string | null;
}

interface RegisteredEvent {
  /** The registration number. */
  readonly _id: string;
  readonly eventDate: string;
  readonly reportedOn: string;
  /** The regency whose office keeps the record. */
  readonly regionCode: string;
  /** Every citizen who may read the record because it is about them or their family. */
  readonly partyIds: readonly string[];
  readonly certificate: Certificate | null;
}

export interface BirthRecordRecord extends RegisteredEvent {
  readonly kind: 'BIRTH';
  readonly childId: string;
  readonly motherId: string | null;
  readonly fatherId: string | null;
  readonly placeType: BirthPlaceType;
  readonly birthType: BirthType;
  readonly order: number;
  readonly helper: BirthHelper;
  readonly weightGrams: number | null;
  readonly lengthCm: number | null;
}

export interface DeathRecordRecord extends RegisteredEvent {
  readonly kind: 'DEATH';
  readonly deceasedId: string | null;
  readonly cause: DeathCause | null;
}

export interface MarriageRecordRecord extends RegisteredEvent {
  readonly kind: 'MARRIAGE';
  readonly spouseIds: readonly string[];
  readonly registrar: (typeof marriageRegistrars)[number];
}

export interface DivorceRecordRecord extends RegisteredEvent {
  readonly kind: 'DIVORCE';
  readonly marriageNumber: string;
  readonly courtDecisionNumber: string;
}

export interface MoveRecordRecord extends RegisteredEvent {
  readonly kind: 'MOVE';
  readonly moverIds: readonly string[];
  readonly originVillageCode: string;
  readonly destinationVillageCode: string;
  readonly reason: MoveReason;
  readonly who: MoveWho;
}

/** One row of the collection `civilRecords`: `kind` says which. */
export type CivilRecordRecord =
  | BirthRecordRecord
  | DeathRecordRecord
  | MarriageRecordRecord
  | DivorceRecordRecord
  | MoveRecordRecord;

export interface CivilApplicationRecord {
  /** The tracking number. */
  readonly _id: string;
  readonly kind: EventKind;
  readonly applicantId: string;
  readonly submittedById: string;
  /** Whom the event is about; null for a child or another person who is in no register yet. */
  readonly subjectId: string | null;
  readonly eventDate: string;
  readonly destinationVillageCode: string | null;
  /** The registration number, once there is one. */
  readonly recordNumber: string | null;
  readonly regionCode: string;
  readonly status: ApplicationStatus;
  readonly sequence: number;
  readonly submittedAt: Date;
}

/** The day of a birth is somebody's birth date; a cause of death and a court's decision are nobody else's business. */
export const sealedRecord = sealed<CivilRecordRecord>()('civilRecords', ['eventDate', 'cause', 'courtDecisionNumber']);
export const sealedApplication = sealed<CivilApplicationRecord>()('civilApplications', ['eventDate']);

export type StoredRecord = Stored<typeof sealedRecord>;
export type StoredApplication = Stored<typeof sealedApplication>;

const required = { type: String, required: true } as const;
const optional = { type: String, default: null } as const;
const oneOf = (values: readonly string[]) => ({ type: String, required: true, enum: values });
const collectionOptions = { versionKey: false, autoIndex: false } as const;

const certificate = new mongoose.Schema(
  { issuedOn: required, verificationCode: required, documentId: optional, withdrawnOn: optional },
  { _id: false },
);

const civilRecord = new mongoose.Schema(
  {
    _id: String,
    eventDate: required,
    reportedOn: required,
    regionCode: required,
    partyIds: { type: [String], required: true },
    certificate: { type: certificate, default: null },
  },
  { ...collectionOptions, discriminatorKey: 'kind' },
)
  .index({ partyIds: 1, reportedOn: -1, _id: -1 })
  .index({ 'certificate.verificationCode': 1, _id: 1 });

const fieldsOfKind = {
  BIRTH: {
    childId: required,
    motherId: optional,
    fatherId: optional,
    placeType: oneOf(Object.keys(birthPlaceCodes)),
    birthType: oneOf(Object.keys(birthTypeCodes)),
    order: { type: Number, required: true, min: 1 },
    helper: oneOf(Object.keys(birthHelperCodes)),
    weightGrams: { type: Number, default: null },
    lengthCm: { type: Number, default: null },
  },
  DEATH: { deceasedId: optional, cause: optional },
  MARRIAGE: { spouseIds: { type: [String], required: true }, registrar: oneOf(marriageRegistrars) },
  DIVORCE: { marriageNumber: required, courtDecisionNumber: required },
  MOVE: {
    moverIds: { type: [String], required: true },
    originVillageCode: required,
    destinationVillageCode: required,
    reason: oneOf(Object.keys(moveReasonCodes)),
    who: oneOf(Object.keys(moveWhoCodes)),
  },
} as const satisfies Record<RecordKind, object>;

for (const kind of recordKinds) {
  const ofKind = new mongoose.Schema(fieldsOfKind[kind], { ...collectionOptions, _id: false });
  // Asking a connection for its models a second time gives the same ones.
  civilRecord.discriminator(`CivilRecord ${kind}`, ofKind, { value: kind, overwriteModels: true });
}

const civilApplication = new mongoose.Schema(
  {
    _id: String,
    kind: oneOf(eventKinds),
    applicantId: required,
    submittedById: required,
    subjectId: optional,
    eventDate: required,
    destinationVillageCode: optional,
    recordNumber: optional,
    regionCode: required,
    status: oneOf(applicationStatuses),
    sequence: { type: Number, required: true, min: 1 },
    submittedAt: { type: Date, required: true },
  },
  collectionOptions,
);

export type CivilModels = ReturnType<typeof civilModels>;

/** The agency's collections: the records of all kinds in one, and the applications. */
export function civilModels(connection: Connection) {
  return {
    CivilRecord: connection.model<StoredRecord>('CivilRecord', civilRecord, 'civilRecords'),
    CivilApplication: connection.model<StoredApplication>('CivilApplication', civilApplication, 'civilApplications'),
  };
}
