import type { TaxApplicationResolvers } from '../generated/resolvers.ts';

export const TaxApplication: TaxApplicationResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.applicationById.load(id),
  id: (application) => application._id,
  taxpayer: ({ taxpayerId }, _arguments, { loaders }) =>
    taxpayerId === null ? null : loaders.taxpayerById.load(taxpayerId),
};
