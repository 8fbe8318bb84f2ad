import type { DeathReportResolvers } from '../generated/resolvers.ts';
import { citizen } from './everyRecord.ts';

export const DeathReport: DeathReportResolvers = {
  deceased: ({ deceasedId }) => citizen(deceasedId),
};
