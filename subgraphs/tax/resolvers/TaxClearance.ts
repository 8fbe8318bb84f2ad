import type { TaxClearanceResolvers } from '../generated/resolvers.ts';
import { remediesFor } from '../rules/remedies.ts';

export const TaxClearance: TaxClearanceResolvers = {
  remedies: ({ reasons }) => remediesFor(reasons),
};
