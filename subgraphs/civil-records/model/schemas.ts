import mongoose from 'mongoose';
import { fileFields, withFileIndexes } from '#kit/application/file.ts';
import {
  birthHelperCodes,
  birthPlaceCodes,
  birthTypeCodes,
  eventKinds,
  marriageRegistrars,
  moveReasonCodes,
  moveWhoCodes,
  recordKinds,
} from '../codes.ts';
import type { RecordKind, RegisterPage, StoredApplication } from '../model.ts';

const required = { type: String, required: true } as const;
const optional = { type: String, default: null } as const;
const oneOf = (values: readonly string[]) => ({ type: String, required: true, enum: values });
const collectionOptions = { versionKey: false, autoIndex: false } as const;

const certificate = new mongoose.Schema(
  { issuedOn: required, verificationCode: required, documentId: optional, withdrawnOn: optional },
  { _id: false },
);

/** The records of all kinds; `kind` says which one it is. */
export const civilRecordSchema = new mongoose.Schema(
  {
    _id: String,
    eventDate: required,
    reportedOn: required,
    regionCode: required,
    partyIds: { type: [String], required: true },
    certificate: { type: certificate, default: null },
    applicationId: optional,
  },
  { ...collectionOptions, discriminatorKey: 'kind' },
)
  .index({ partyIds: 1, reportedOn: -1, _id: -1 })
  .index({ 'certificate.verificationCode': 1, _id: 1 })
  .index({ applicationId: 1, _id: 1 });

const fieldsOfKind = {
  BIRTH: {
    childId: optional,
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
  civilRecordSchema.discriminator(`CivilRecord ${kind}`, ofKind, { value: kind, overwriteModels: true });
}

export const applicationSchema = withFileIndexes(
  new mongoose.Schema<StoredApplication>(
    {
      ...fileFields,
      kind: oneOf(eventKinds),
      subjectId: optional,
      eventDate: required,
      destinationVillageCode: optional,
      report: optional,
      verificationCode: required,
    },
    collectionOptions,
  )
    .index({ applicantId: 1, status: 1, _id: 1 })
    .index({ 'outcome.documentId': 1, _id: 1 }),
);

export const registerPageSchema = new mongoose.Schema<RegisterPage>(
  { _id: String, entries: [String] },
  collectionOptions,
);
