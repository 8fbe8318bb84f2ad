import { rupiah } from '#kit/scalars/money.ts';
import type { BusinessProjectResolvers } from '../generated/resolvers.ts';

export const BusinessProject: BusinessProjectResolvers = {
  classification: ({ classificationId }, _arguments, { loaders }) => loaders.classificationById.load(classificationId),
  investment: ({ investmentMinor }) => rupiah(investmentMinor),
  region: ({ regionCode }) => ({ code: regionCode }),
};
