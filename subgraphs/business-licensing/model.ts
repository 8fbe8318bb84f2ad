import mongoose, { type Connection } from 'mongoose';
import { documentModels } from '#kit/documents/upload.ts';
import { type Stored, sealed } from '#kit/vault/sealed.ts';
import type {
  BusinessActorType,
  BusinessEntityType,
  BusinessScale,
  CapitalStatus,
  DocumentKind,
  GovernmentLevel,
  KbliVersion,
  LicenseKind,
  LicenseStatus,
  NibStatus,
  RiskLevel,
} from './generated/resolvers.ts';
import {
  applicationSchema,
  type Inspection,
  type LicenseApplication,
  type PracticeStatement,
  type StoredApplication,
  type TaxClearanceRef,
} from './model/application.ts';
import { classificationSchema, type ScaleRisk, type StoredClassification } from './model/classification.ts';

/** Whose a record is and where it lies, so that a query can ask for what the caller may see and nothing else. */
export interface Placed {
  /** The citizen it belongs to. */
  ownerId: string;
  /** Province, regency, district and village that it lies in: an officer's region is one of them. */
  regionPath: string[];
}

/** A business, with its projects: they are few, and nobody asks for one without its business. */
export interface BusinessRecord extends Placed {
  /** The NIB. */
  _id: string;
  name: string;
  actorType: BusinessActorType;
  entityType: BusinessEntityType | null;
  scale: BusinessScale;
  capitalStatus: CapitalStatus;
  taxpayerId: string | null;
  responsiblePersonIds: string[];
  address: string;
  status: NibStatus;
  issuedAt: Date;
  projects: BusinessProjectRecord[];
}

export interface BusinessProjectRecord {
  id: string;
  /** `classificationId` of the activity. */
  classificationId: string;
  riskLevel: RiskLevel;
  investmentMinor: number;
  workersLocal: number;
  workersForeign: number;
  landArea: number | null;
  regionCode: string;
  latitude: number | null;
  longitude: number | null;
}

/** A licence of a business, or, with no NIB, of the owner in person. */
export interface LicenseRecord extends Placed {
  _id: string;
  nib: string | null;
  kind: LicenseKind;
  name: string;
  number: string | null;
  status: LicenseStatus;
  authority: GovernmentLevel;
  agencyCode: string;
  issuedAt: Date | null;
  /** `YYYY-MM-DD` */
  validUntil: string | null;
  documentId: string | null;
  /** By which anybody can check the certificate; null until it is issued. */
  verificationCode?: string | null;
  /** As printed on the licence of a person; null for that of a business. */
  holderName?: string | null;
}

/** A document that lies at this agency: what somebody sent, or the certificate of a licence. */
export interface LicensingFileRecord {
  documentId: string;
  ownerId: string;
  kind: DocumentKind | null;
  requirementCode: string | null;
  name: string | null;
  uploaded: boolean;
}

/** What this agency holds of an application; described in model/application.ts. */
export type LicenseApplicationRecord = LicenseApplication;
export type PracticeStatementRecord = PracticeStatement;
export type TaxClearanceRefRecord = TaxClearanceRef;
export type InspectionRecord = Inspection;

export type BusinessClassificationRecord = StoredClassification;
export type ScaleRiskRecord = ScaleRisk;

/** The one key of an activity: its edition and code. */
export function classificationId(version: KbliVersion, code: string): string {
  return `${version}:${code}`;
}

/** A small business lies at somebody's home: its address and its place on the map say where. Its name is public. */
export const sealedBusiness = sealed<BusinessRecord>()('businesses', [
  'address',
  'projects.latitude',
  'projects.longitude',
]);

export const sealedLicense = sealed<LicenseRecord>()('licenses', ['holderName']);

export type StoredBusiness = Stored<typeof sealedBusiness>;
export type StoredLicense = Stored<typeof sealedLicense>;

const { Schema } = mongoose;
const stored = { _id: false, versionKey: false, autoIndex: false } as const;

const business = new Schema<StoredBusiness>(
  {
    _id: String,
    ownerId: String,
    regionPath: [String],
    name: String,
    actorType: String,
    entityType: String,
    scale: String,
    capitalStatus: String,
    taxpayerId: String,
    responsiblePersonIds: [String],
    address: String,
    status: String,
    issuedAt: Date,
    projects: [
      new Schema<StoredBusiness['projects'][number]>(
        {
          id: String,
          classificationId: String,
          riskLevel: String,
          investmentMinor: Number,
          workersLocal: Number,
          workersForeign: Number,
          landArea: Number,
          regionCode: String,
          latitude: String,
          longitude: String,
        },
        { _id: false, id: false },
      ),
    ],
  },
  stored,
).index({ ownerId: 1, _id: 1 });

const license = new Schema<StoredLicense>(
  {
    _id: String,
    ownerId: String,
    regionPath: [String],
    nib: String,
    kind: String,
    name: String,
    number: String,
    status: String,
    authority: String,
    agencyCode: String,
    issuedAt: Date,
    validUntil: String,
    documentId: String,
    verificationCode: String,
    holderName: String,
  },
  stored,
)
  .index({ nib: 1, _id: 1 })
  .index({ documentId: 1, _id: 1 })
  .index({ verificationCode: 1, _id: 1 });

export type LicensingModels = ReturnType<typeof licensingModels>;

/** The collections of the agency, on its own connection. */
export function licensingModels(connection: Connection) {
  return {
    ...documentModels(connection),
    businesses: connection.model<StoredBusiness>('Business', business, 'businesses'),
    licenses: connection.model<StoredLicense>('License', license, 'licenses'),
    applications: connection.model<StoredApplication>('LicenseApplication', applicationSchema, 'license_applications'),
    classifications: connection.model<BusinessClassificationRecord>(
      'BusinessClassification',
      classificationSchema,
      'business_classifications',
    ),
  };
}
