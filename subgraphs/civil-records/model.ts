import mongoose, { type Connection } from 'mongoose';
import { type ApplicationStatus, applicationStatuses } from '#kit/application/lifecycle.ts';
import {
  type BirthHelper,
  type BirthPlaceType,
  type BirthType,
  birthHelperCodes,
  birthPlaceCodes,
  birthTypeCodes,
  type DeathCause,
  deathCauseCodes,
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

export type CivilModels = ReturnType<typeof civilModels>;

/** The agency's collections: the records of all kinds in one, and the applications. */
export function civilModels(connection: Connection) {
  const CivilRecord = connection.model<CivilRecordRecord>('CivilRecord', civilRecordSchema(), 'civilRecords');
  CivilRecord.discriminator('BirthRecord', birthSchema(), 'BIRTH');
  CivilRecord.discriminator('DeathRecord', deathSchema(), 'DEATH');
  CivilRecord.discriminator('MarriageRecord', marriageSchema(), 'MARRIAGE');
  CivilRecord.discriminator('DivorceRecord', divorceSchema(), 'DIVORCE');
  CivilRecord.discriminator('MoveRecord', moveSchema(), 'MOVE');
  return {
    CivilRecord,
    CivilApplication: connection.model<CivilApplicationRecord>(
      'CivilApplication',
      civilApplicationSchema(),
      'civilApplications',
    ),
  };
}

const required = { type: String, required: true } as const;
const optional = { type: String, default: null } as const;
const oneOf = (codes: object) => ({ type: String, required: true, enum: Object.keys(codes) });
const ofRecord = { versionKey: false, autoIndex: false, _id: false } as const;

function civilRecordSchema() {
  const certificate = new mongoose.Schema(
    { issuedOn: required, verificationCode: required, documentId: optional, withdrawnOn: optional },
    { _id: false },
  );
  return new mongoose.Schema(
    {
      _id: String,
      eventDate: required,
      reportedOn: required,
      regionCode: required,
      partyIds: { type: [String], required: true },
      certificate: { type: certificate, default: null },
    },
    { versionKey: false, autoIndex: false, discriminatorKey: 'kind' },
  )
    .index({ partyIds: 1, eventDate: -1, _id: -1 })
    .index({ 'certificate.verificationCode': 1, _id: 1 });
}

function birthSchema() {
  return new mongoose.Schema(
    {
      childId: required,
      motherId: optional,
      fatherId: optional,
      placeType: oneOf(birthPlaceCodes),
      birthType: oneOf(birthTypeCodes),
      order: { type: Number, required: true, min: 1 },
      helper: oneOf(birthHelperCodes),
      weightGrams: { type: Number, default: null },
      lengthCm: { type: Number, default: null },
    },
    ofRecord,
  );
}

function deathSchema() {
  const cause = { type: String, enum: [...Object.keys(deathCauseCodes), null], default: null };
  return new mongoose.Schema({ deceasedId: optional, cause }, ofRecord);
}

function marriageSchema() {
  const registrar = { type: String, required: true, enum: marriageRegistrars };
  return new mongoose.Schema({ spouseIds: { type: [String], required: true }, registrar }, ofRecord);
}

function divorceSchema() {
  return new mongoose.Schema({ marriageNumber: required, courtDecisionNumber: required }, ofRecord);
}

function moveSchema() {
  return new mongoose.Schema(
    {
      moverIds: { type: [String], required: true },
      originVillageCode: required,
      destinationVillageCode: required,
      reason: oneOf(moveReasonCodes),
      who: oneOf(moveWhoCodes),
    },
    ofRecord,
  );
}

function civilApplicationSchema() {
  return new mongoose.Schema(
    {
      _id: String,
      kind: { type: String, required: true, enum: eventKinds },
      applicantId: required,
      submittedById: required,
      subjectId: optional,
      eventDate: required,
      destinationVillageCode: optional,
      recordNumber: optional,
      regionCode: required,
      status: { type: String, required: true, enum: applicationStatuses },
      sequence: { type: Number, required: true, min: 1 },
      submittedAt: { type: Date, required: true },
    },
    { versionKey: false, autoIndex: false },
  );
}
