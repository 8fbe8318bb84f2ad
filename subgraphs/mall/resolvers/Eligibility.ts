import type { EligibilityResolvers, MissingItemResolvers } from '../generated/resolvers.ts';

export const Eligibility: EligibilityResolvers = {
  missing: ({ missing }) => [...missing],
};

export const MissingItem: MissingItemResolvers = {
  reason: ({ reasonId, reasonEn }, { language }) => (language === 'EN' ? reasonEn : reasonId),
  fixService: ({ fixServiceCode }, _arguments, { loaders }) =>
    fixServiceCode === null ? null : loaders.serviceByCode.load(fixServiceCode),
};
