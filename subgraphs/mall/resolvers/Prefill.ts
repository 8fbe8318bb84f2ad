import type { PrefilledValueResolvers, PrefillResolvers } from '../generated/resolvers.ts';

export const Prefill: PrefillResolvers = {
  values: ({ values }) => [...values],
  answered: ({ answered }) => [...answered],
  toBring: ({ toBring }) => [...toBring],
};

export const PrefilledValue: PrefilledValueResolvers = {
  label: ({ labelId, labelEn }, { language }) => (language === 'EN' ? labelEn : labelId),
};
