import type { CivilFileResolvers } from '../generated/resolvers.ts';

export const CivilFile: CivilFileResolvers = {
  downloadUrl: ({ documentId, uploaded }, _arguments, { loaders }) =>
    uploaded ? loaders.documents.linkTo(documentId).url : null,
};
