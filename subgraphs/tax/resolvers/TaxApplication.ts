import type { TaxApplicationResolvers } from '../generated/resolvers.ts';
import { fileOf } from '../rules/files.ts';

const mostFiles = 100;

export const TaxApplication: TaxApplicationResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.applicationById.load(id),
  id: (application) => application._id,
  taxpayer: ({ taxpayerId }, _arguments, { loaders }) =>
    taxpayerId === null ? null : loaders.taxpayerById.load(taxpayerId),
  files: async ({ _id }, _arguments, { loaders }) =>
    (await loaders.documents.uploadsOf.load(_id)).slice(0, mostFiles).map(fileOf),
};
