import type { LicensingFileResolvers } from '../generated/resolvers.ts';

export const LicensingFile: LicensingFileResolvers = {
  downloadUrl: ({ documentId, uploaded }, _arguments, { loaders }) =>
    uploaded ? loaders.documents.linkTo(documentId).url : null,
};
