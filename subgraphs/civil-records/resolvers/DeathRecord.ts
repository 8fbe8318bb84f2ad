import type { DeathRecordResolvers } from '../generated/resolvers.ts';
import { citizen, fieldsOfEveryRecord, findRecordOfKind } from './everyRecord.ts';

export const DeathRecord: DeathRecordResolvers = {
  __resolveReference: (reference, context) => findRecordOfKind('DEATH', reference, context),
  ...fieldsOfEveryRecord,
  deceased: ({ deceasedId }) => citizen(deceasedId),
};
