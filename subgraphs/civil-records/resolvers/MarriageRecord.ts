import type { MarriageRecordResolvers } from '../generated/resolvers.ts';
import { fieldsOfEveryRecord, findRecordOfKind } from './everyRecord.ts';

export const MarriageRecord: MarriageRecordResolvers = {
  __resolveReference: (reference, context) => findRecordOfKind('MARRIAGE', reference, context),
  ...fieldsOfEveryRecord,
  spouses: ({ spouseIds }) => spouseIds.map((id) => ({ id })),
};
