import type { DivorceRecordResolvers } from '../generated/resolvers.ts';
import { fieldsOfEveryRecord, findRecordOfKind } from './everyRecord.ts';

export const DivorceRecord: DivorceRecordResolvers = {
  __resolveReference: (reference, context) => findRecordOfKind('DIVORCE', reference, context),
  ...fieldsOfEveryRecord,
  marriage: ({ marriageNumber }, _arguments, context) =>
    findRecordOfKind('MARRIAGE', { registrationNumber: marriageNumber }, context),
};
