import mongoose from 'mongoose';
import { type ApplicationFile, fileFields, sealedInFile, withFileIndexes } from '#kit/application/file.ts';
import { type Stored, sealed } from '#kit/vault/sealed.ts';
import type {
  GovernmentLevel,
  HealthProfession,
  InspectionResult,
  LicenseKind,
  TaxFlag,
} from '../generated/resolvers.ts';
import type { BusinessRecord } from '../model.ts';

/** What this agency holds of an application; its envelope is in the mall's inbox under the same id. */
export interface LicenseApplication extends ApplicationFile {
  /** The competent region, and what it lies in. */
  regionPath: string[];
  nib: string | null;
  projectId: string | null;
  kind: LicenseKind;
  /** What the licence will say when it is issued. */
  license: LicenseDraft;
  /** The business that comes into being when its number is issued; null for any other application. */
  registration: BusinessRegistration | null;
  /** What a health worker states about the practice; null for any other application. */
  practice: PracticeStatement | null;
  officialStatusCode: string | null;
  taxClearance: TaxClearanceRef | null;
  inspection: Inspection | null;
}

/** A licence before it is issued: all of it that is certain from the first day. */
export interface LicenseDraft {
  id: string;
  name: string;
  number: string;
  authority: GovernmentLevel;
  verificationCode: string;
  /** As stated with the application; null for the licence of a business. */
  holderName: string | null;
}

export interface PracticeStatement {
  profession: HealthProfession;
  registrationNumber: string;
  place: string;
}

/** What a business states of itself when it registers. */
export type BusinessRegistration = Omit<BusinessRecord, '_id' | 'ownerId' | 'regionPath' | 'status' | 'issuedAt'> & {
  /** Of the village or regency that it lies in. */
  regionCode: string;
};

export interface TaxClearanceRef {
  flag: TaxFlag;
  checkedAt: Date;
}

export interface Inspection {
  /** `YYYY-MM-DD` */
  scheduledFor: string;
  result: InspectionResult | null;
  /** Null until the office has said who comes. */
  officerName: string | null;
}

export const sealedApplication = sealed<LicenseApplication>()('license_applications', [
  'inspection.officerName',
  'license.holderName',
  'registration',
  'practice',
  ...sealedInFile,
]);
export type StoredApplication = Stored<typeof sealedApplication>;

const { Schema } = mongoose;
const stored = { _id: false, versionKey: false, autoIndex: false } as const;

export const applicationSchema = withFileIndexes(
  new Schema<StoredApplication>(
    {
      ...fileFields,
      regionPath: [String],
      nib: String,
      projectId: String,
      kind: String,
      license: new Schema<StoredApplication['license']>(
        {
          id: String,
          name: String,
          number: String,
          authority: String,
          verificationCode: String,
          holderName: String,
        },
        { _id: false, id: false },
      ),
      registration: String,
      practice: String,
      officialStatusCode: String,
      taxClearance: new Schema<TaxClearanceRef>({ flag: String, checkedAt: Date }, { _id: false }),
      inspection: new Schema<NonNullable<StoredApplication['inspection']>>(
        { scheduledFor: String, result: String, officerName: String },
        { _id: false },
      ),
    },
    stored,
  ).index({ nib: 1, projectId: 1, kind: 1, _id: 1 }),
);
