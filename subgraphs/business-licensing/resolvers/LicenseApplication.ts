import type { LicenseApplicationResolvers } from '../generated/resolvers.ts';
import { fileOf } from '../rules/files.ts';

const mostFiles = 100;

export const LicenseApplication: LicenseApplicationResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.applicationById.load(id),

  id: ({ _id }) => _id,
  business: ({ nib }, _arguments, { loaders }) => (nib === null ? null : loaders.businessByNib.load(nib)),
  project: async ({ nib, projectId }, _arguments, { loaders }) => {
    const business = nib === null ? null : await loaders.businessByNib.load(nib);
    return business?.projects.find(({ id }) => id === projectId) ?? null;
  },
  license: ({ license }, _arguments, { loaders }) => loaders.licenseById.load(license.id),
  files: async ({ _id }, _arguments, { loaders }) =>
    (await loaders.documents.uploadsOf.load(_id)).slice(0, mostFiles).map(fileOf),
};
