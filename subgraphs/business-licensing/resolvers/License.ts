import type { LicenseResolvers } from '../generated/resolvers.ts';

export const License: LicenseResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.licenseById.load(id),

  id: ({ _id }) => _id,
};
