import type { DocumentResolvers } from '../generated/resolvers.ts';
import { fileOf, letterOf } from '../rules/files.ts';

export const Document: DocumentResolvers = {
  __resolveReference: ({ id }) => ({ id }),

  taxFile: async ({ id }, _arguments, { loaders }) => {
    const upload = await loaders.documents.upload.load(id);
    if (upload) return fileOf(upload);
    const application = await loaders.applicationByDocument.load(id);
    return application && letterOf(application);
  },
};
