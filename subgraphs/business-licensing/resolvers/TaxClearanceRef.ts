import type { TaxClearanceRefResolvers } from '../generated/resolvers.ts';
import { taxFlagCodes } from '../rules/officialCodes.ts';

export const TaxClearanceRef: TaxClearanceRefResolvers = {
  officialFlagCode: ({ flag }) => taxFlagCodes[flag],
};
