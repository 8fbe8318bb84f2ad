import type { TaxBranchResolvers } from '../generated/resolvers.ts';
import { nitku } from '../rules/npwp.ts';

export const TaxBranch: TaxBranchResolvers = {
  nitku: ({ npwp, order }) => nitku(npwp, order),
};
