import type { IdentityFileResolvers } from '../generated/resolvers.ts';

export const IdentityFile: IdentityFileResolvers = {
  downloadUrl: ({ documentId, uploaded }, _arguments, { loaders }) =>
    uploaded ? loaders.documents.linkTo(documentId).url : null,
};
