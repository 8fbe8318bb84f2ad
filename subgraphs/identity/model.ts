import mongoose, { type Connection } from 'mongoose';
import { type ApplicationFile, fileFields, sealedInFile, withFileIndexes } from '#kit/application/file.ts';
import { documentModels } from '#kit/documents/upload.ts';
import { type Stored, sealed } from '#kit/vault/sealed.ts';
import type { DocumentKind } from './generated/resolvers.ts';
import {
  applicationForms,
  type BloodType,
  type Citizenship,
  citizenshipCodes,
  type DigitalIdentityStatus,
  digitalIdentityStatuses,
  type EducationLevel,
  educationCodes,
  type FamilyRelationship,
  type IdCardStatus,
  type IdentityServiceKind,
  idCardStatusCodes,
  type MaritalStatus,
  maritalStatusCodes,
  type Religion,
  type ResidencyStatus,
  relationshipCodes,
  religionCodes,
  residencyStatusCodes,
  type Sex,
  sexCodes,
} from './officialCodes.ts';

export interface AddressRecord {
  readonly street: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly villageCode: string;
  readonly postalCode: string | null;
}

/** A person as the population register stores them. Resolvers never see one: they see a `CitizenRecord`. */
export interface RegisterEntry {
  readonly _id: string;
  readonly nik: string;
  readonly fullName: string;
  readonly birthPlace: string;
  readonly birthDate: string;
  readonly sex: Sex;
  readonly bloodType: BloodType;
  readonly religion: Religion;
  readonly maritalStatus: MaritalStatus;
  readonly education: EducationLevel;
  readonly occupationCode: string;
  readonly citizenship: Citizenship;
  /** The address on the identity card; its village decides which officers may read the entry. */
  readonly address: AddressRecord;
  readonly familyId: string;
  readonly relationship: FamilyRelationship;
  /** The person's place on the family card, from 1. */
  readonly cardLine: number;
  readonly fatherName: string | null;
  readonly motherName: string | null;
  /** The parents whom the register knows as persons. */
  readonly parentIds: readonly string[];
  readonly idCardStatus: IdCardStatus;
  readonly digitalIdentityStatus: DigitalIdentityStatus;
  readonly residencyStatus: ResidencyStatus;
  readonly updatedAt: Date;
  /** What of which applications is in this entry already, so that nothing is written into it twice. */
  readonly settled: readonly string[];
}

/** What the caller may see of a person: the id always, the other facts as rules/visibility.ts allows. */
export type CitizenRecord = Pick<RegisterEntry, '_id'> &
  Partial<RegisterEntry> & {
    readonly maskedNik?: string;
    /** Who reads this from a family card that is theirs as well. */
    readonly cardHolderId?: string;
  };

/** A line of a family card is a person on it: the relationship and the parents' names are facts of that person. */
export type FamilyMemberRecord = CitizenRecord;

export interface FamilyRecord {
  readonly _id: string;
  readonly cardNumber: string;
  /** The address on the family card. */
  readonly address: AddressRecord;
}

/** What this agency holds of an application; its envelope is in the mall's inbox under the same id. */
export interface IdentityApplicationRecord extends ApplicationFile {
  readonly kind: IdentityServiceKind;
  readonly subjectId: string;
  readonly changes: readonly FieldChangeRecord[];
  /** Of the document that it ends in. */
  readonly verificationCode: string;
}

export interface FieldChangeRecord {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A document that lies here, as far as its reader is shown of it. */
export interface IdentityFileRecord {
  readonly documentId: string;
  readonly ownerId: string;
  readonly kind: DocumentKind | null;
  readonly requirementCode: string | null;
  /** What its owner called it; null for what the office issued. */
  readonly name: string | null;
  readonly uploaded: boolean;
}

/** Whatever says who somebody is lies sealed; codes, and the regions by which officers' queries ask, do not. */
export const sealedEntry = sealed<RegisterEntry>()(
  'citizens',
  [
    'nik',
    'fullName',
    'birthPlace',
    'birthDate',
    'bloodType',
    'address.street',
    'address.rt',
    'address.rw',
    'fatherName',
    'motherName',
  ],
  { nikIndex: 'nik' },
);
export const sealedFamily = sealed<FamilyRecord>()('families', [
  'cardNumber',
  'address.street',
  'address.rt',
  'address.rw',
]);
export const sealedApplication = sealed<IdentityApplicationRecord>()('applications', ['changes', ...sealedInFile]);

export type StoredEntry = Stored<typeof sealedEntry>;
export type StoredFamily = Stored<typeof sealedFamily>;
export type StoredApplication = Stored<typeof sealedApplication>;

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const oneOf = (values: readonly string[]) => ({ ...text, enum: values });
const codeOf = (codes: Readonly<Record<string, unknown>>) => oneOf(Object.keys(codes));

const address = new mongoose.Schema<StoredEntry['address']>(
  { street: text, rt: optionalText, rw: optionalText, villageCode: text, postalCode: optionalText },
  { _id: false },
);

const citizen = new mongoose.Schema<StoredEntry>(
  {
    _id: text,
    nik: text,
    nikIndex: text,
    fullName: text,
    birthPlace: text,
    birthDate: text,
    sex: codeOf(sexCodes),
    bloodType: text,
    religion: codeOf(religionCodes),
    maritalStatus: codeOf(maritalStatusCodes),
    education: codeOf(educationCodes),
    occupationCode: text,
    citizenship: codeOf(citizenshipCodes),
    address: { type: address, required: true },
    familyId: text,
    relationship: codeOf(relationshipCodes),
    cardLine: { type: Number, required: true },
    fatherName: optionalText,
    motherName: optionalText,
    parentIds: { type: [String], required: true },
    idCardStatus: codeOf(idCardStatusCodes),
    digitalIdentityStatus: oneOf(digitalIdentityStatuses),
    residencyStatus: codeOf(residencyStatusCodes),
    updatedAt: { type: Date, required: true },
    settled: { type: [String], required: true },
  },
  { versionKey: false, autoIndex: false, collection: 'citizens' },
);
// Not unique: in a sharded database only `_id` can be. Whoever issues a NIK sees to it that it is new.
citizen.index({ nikIndex: 1, _id: 1 });
citizen.index({ familyId: 1, cardLine: 1, _id: 1 });
citizen.index({ parentIds: 1, _id: 1 });

const family = new mongoose.Schema<StoredFamily>(
  { _id: text, cardNumber: text, address: { type: address, required: true } },
  { versionKey: false, autoIndex: false, collection: 'families' },
);

const application = withFileIndexes(
  new mongoose.Schema<StoredApplication>(
    { ...fileFields, kind: codeOf(applicationForms), subjectId: text, changes: text, verificationCode: text },
    { versionKey: false, autoIndex: false, collection: 'applications' },
  )
    .index({ 'outcome.documentId': 1, _id: 1 })
    .index({ verificationCode: 1, _id: 1 })
    .index({ subjectId: 1, kind: 1, _id: 1 }),
);

export function identityModels(connection: Connection) {
  return {
    citizens: connection.model<StoredEntry>('Citizen', citizen),
    families: connection.model<StoredFamily>('Family', family),
    applications: connection.model<StoredApplication>('IdentityApplication', application),
    ...documentModels(connection),
  };
}

export type IdentityModels = ReturnType<typeof identityModels>;
