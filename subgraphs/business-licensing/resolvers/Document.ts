import type { DocumentResolvers } from '../generated/resolvers.ts';
import { certificateFileOf, fileOf } from '../rules/files.ts';

export const Document: DocumentResolvers = {
  __resolveReference: ({ id }) => ({ id }),

  licensingFile: async ({ id }, _arguments, { loaders }) => {
    const upload = await loaders.documents.upload.load(id);
    if (upload) return fileOf(upload);
    const license = await loaders.licenseByDocument.load(id);
    return license && certificateFileOf(license);
  },
};
