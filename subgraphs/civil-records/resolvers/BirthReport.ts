import type { BirthReportResolvers } from '../generated/resolvers.ts';
import { citizen } from './everyRecord.ts';

export const BirthReport: BirthReportResolvers = {
  mother: ({ motherId }) => citizen(motherId),
  father: ({ fatherId }) => citizen(fatherId),
};
