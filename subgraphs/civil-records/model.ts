import type { Connection } from 'mongoose';
import { type ApplicationFile, sealedInFile } from '#kit/application/file.ts';
import { documentModels } from '#kit/documents/upload.ts';
import { type Stored, sealed } from '#kit/vault/sealed.ts';
import type {
  BirthHelper,
  BirthPlaceType,
  BirthType,
  DeathCause,
  eventKinds,
  lifeEventProducts,
  MoveReason,
  MoveWho,
  marriageRegistrars,
  recordKinds,
} from './codes.ts';
import type { DocumentKind } from './generated/resolvers.ts';
import { applicationSchema, civilRecordSchema, registerPageSchema } from './model/schemas.ts';

export type RecordKind = (typeof recordKinds)[number];
export type EventKind = (typeof eventKinds)[number];
export type LifeEventProduct = (typeof lifeEventProducts)[number];
/** Waits for the event to be registered, was issued here, can be asked for elsewhere, or will not be. */
export type LifeEventState = 'WAITING' | 'ISSUED' | 'AVAILABLE' | 'DROPPED';

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
  /** The application that it came out of; null for what was reported before there were any. */
  readonly applicationId: string | null;
}

export interface BirthRecordRecord extends RegisteredEvent {
  readonly kind: 'BIRTH';
  /** Null until the population register has an entry of the child. */
  readonly childId: string | null;
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

/** What is stated of a birth, as form F-2.01 asks for it. */
export interface BirthReportRecord {
  readonly kind: 'BIRTH';
  readonly childName: string;
  readonly sex: 'MALE' | 'FEMALE';
  readonly birthPlace: string;
  readonly placeType: BirthPlaceType;
  readonly birthType: BirthType;
  readonly order: number;
  readonly helper: BirthHelper;
  readonly weightGrams: number | null;
  readonly lengthCm: number | null;
  readonly motherName: string;
  readonly fatherName: string | null;
  readonly motherId: string | null;
  readonly fatherId: string | null;
  readonly alsoIssue: readonly LifeEventProduct[];
}

/** What is stated of a death, as form F-2.01 asks for it. */
export interface DeathReportRecord {
  readonly kind: 'DEATH';
  readonly deceasedId: string;
  readonly deceasedName: string;
  readonly deathPlace: string;
  readonly cause: DeathCause | null;
  /** The family that the register knew when it was reported. */
  readonly familyIds: readonly string[];
}

/** What is stated of a move, as form F-1.03 asks for it. */
export interface MoveReportRecord {
  readonly kind: 'MOVE';
  readonly moverIds: readonly string[];
  readonly originVillageCode: string;
  readonly destinationVillageCode: string;
  readonly destinationStreet: string;
  readonly reason: MoveReason;
  readonly who: MoveWho;
}

export type CivilReport = BirthReportRecord | DeathReportRecord | MoveReportRecord;

export interface CivilApplicationRecord extends ApplicationFile {
  readonly kind: EventKind;
  /** Whom the event is about; null for a child or another person who is in no register yet. */
  readonly subjectId: string | null;
  /** The day of the event; of a move, the day on which it was asked for. */
  readonly eventDate: string;
  readonly destinationVillageCode: string | null;
  /** What was stated; null for an event that is reported at the counter, on paper. */
  readonly report: CivilReport | null;
  /** Of the document that it ends in. */
  readonly verificationCode: string;
}

/** A page of a register: who was entered on one day of an office, in order. It gives each entry its number. */
export interface RegisterPage {
  /** Kind, regency and day. */
  readonly _id: string;
  /** The tracking numbers of the applications; for what came otherwise, the record's own number. */
  readonly entries: readonly string[];
}

/** A document that lies here, as far as its reader is shown of it. */
export interface CivilFileRecord {
  readonly documentId: string;
  readonly ownerId: string;
  readonly kind: DocumentKind | null;
  readonly requirementCode: string | null;
  /** What its owner called it; null for what the office issued. */
  readonly name: string | null;
  readonly uploaded: boolean;
}

/** One of the products of an event, and how far it is. */
export interface LifeEventOutputRecord {
  readonly product: LifeEventProduct;
  readonly state: LifeEventState;
  readonly serviceCode: string | null;
  readonly documentId: string | null;
}

/** The day of a birth is somebody's birth date; a cause of death and a court's decision are nobody else's business. */
export const sealedRecord = sealed<CivilRecordRecord>()('civilRecords', ['eventDate', 'cause', 'courtDecisionNumber']);
export const sealedApplication = sealed<CivilApplicationRecord>()('civilApplications', [
  'eventDate',
  'report',
  ...sealedInFile,
]);

export type StoredRecord = Stored<typeof sealedRecord>;
export type StoredApplication = Stored<typeof sealedApplication>;

export type CivilModels = ReturnType<typeof civilModels>;

/** The agency's collections: the records of all kinds in one, the pages that number them, and the applications. */
export function civilModels(connection: Connection) {
  return {
    ...documentModels(connection),
    CivilRecord: connection.model<StoredRecord>('CivilRecord', civilRecordSchema, 'civilRecords'),
    CivilApplication: connection.model<StoredApplication>('CivilApplication', applicationSchema, 'civilApplications'),
    RegisterPage: connection.model<RegisterPage>('RegisterPage', registerPageSchema, 'registerPages'),
  };
}
