import type { TaxReturnResolvers } from '../generated/resolvers.ts';

export const TaxReturn: TaxReturnResolvers = {
  id: (taxReturn) => taxReturn._id,
  balance: ({ filing }) => filing?.balance ?? null,
  receiptNumber: ({ filing }) => filing?.receiptNumber ?? null,
  filedOn: ({ filing }) => filing?.filedOn ?? null,
};
