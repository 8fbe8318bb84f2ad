import type { BirthRecordResolvers } from '../generated/resolvers.ts';
import { citizen, fieldsOfEveryRecord, findRecordOfKind } from './everyRecord.ts';

export const BirthRecord: BirthRecordResolvers = {
  __resolveReference: (reference, context) => findRecordOfKind('BIRTH', reference, context),
  ...fieldsOfEveryRecord,
  child: ({ childId }) => citizen(childId),
  mother: ({ motherId }) => citizen(motherId),
  father: ({ fatherId }) => citizen(fatherId),
};
