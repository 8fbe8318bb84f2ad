import type { DocumentResolvers } from '../generated/resolvers.ts';
import { fileOf } from '../rules/files.ts';

export const Document: DocumentResolvers = {
  __resolveReference: ({ id }) => ({ id }),

  identityFile: async ({ id }, _arguments, { loaders }) => {
    const upload = await loaders.documents.upload.load(id);
    return upload && fileOf(upload);
  },
};
