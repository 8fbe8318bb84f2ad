import type { DocumentResolvers } from '../generated/resolvers.ts';
import type { IdentityFileRecord } from '../model.ts';

export const Document: DocumentResolvers = {
  __resolveReference: ({ id }) => ({ id }),

  identityFile: async ({ id }, _arguments, { loaders }): Promise<IdentityFileRecord | null> => {
    const upload = await loaders.documents.upload.load(id);
    return upload && { ...upload, documentId: id, uploaded: upload.state === 'UPLOADED' };
  },
};
