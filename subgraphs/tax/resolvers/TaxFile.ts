import type { TaxFileResolvers } from '../generated/resolvers.ts';

export const TaxFile: TaxFileResolvers = {
  downloadUrl: ({ documentId, uploaded }, _arguments, { loaders }) =>
    uploaded ? loaders.documents.linkTo(documentId).url : null,
};
