import mongoose, { type Connection } from 'mongoose';
import { type ApplicationStatus, applicationStatuses } from '#kit/application/lifecycle.ts';
import { type Stored, sealed } from '#kit/vault/sealed.ts';
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

export interface IdentityApplicationRecord {
  /** The tracking number. */
  readonly _id: string;
  readonly kind: IdentityServiceKind;
  readonly applicantId: string;
  readonly subjectId: string;
  /** The competent regency. */
  readonly regionCode: string;
  readonly changes: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** Where the application stands; the mall's index follows it. */
  readonly status: ApplicationStatus;
  /** The number of steps so far. */
  readonly sequence: number;
  readonly submittedAt: Date;
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
export const sealedApplication = sealed<IdentityApplicationRecord>()('applications', ['changes']);

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

const application = new mongoose.Schema<StoredApplication>(
  {
    _id: text,
    kind: codeOf(applicationForms),
    applicantId: text,
    subjectId: text,
    regionCode: text,
    changes: text,
    status: oneOf(applicationStatuses),
    sequence: { type: Number, required: true },
    submittedAt: { type: Date, required: true },
  },
  { versionKey: false, autoIndex: false, collection: 'applications' },
);

export function identityModels(connection: Connection) {
  return {
    citizens: connection.model<StoredEntry>('Citizen', citizen),
    families: connection.model<StoredFamily>('Family', family),
    applications: connection.model<StoredApplication>('IdentityApplication', application),
  };
}

export type IdentityModels = ReturnType<typeof identityModels>;
