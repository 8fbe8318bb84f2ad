import type { DocumentResolvers } from '../generated/resolvers.ts';
import type { LicensingFileRecord } from '../model.ts';
import { certificateText } from '../rules/certificateText.ts';

export const Document: DocumentResolvers = {
  __resolveReference: ({ id }) => ({ id }),

  licensingFile: async ({ id }, _arguments, { loaders }): Promise<LicensingFileRecord | null> => {
    const upload = await loaders.documents.upload.load(id);
    if (upload) return { ...upload, documentId: id, uploaded: upload.state === 'UPLOADED' };
    const license = await loaders.licenseByDocument.load(id);
    if (!license || !certificateText(license, null, String)) return null;
    return { documentId: id, ownerId: license.ownerId, name: null, uploaded: true };
  },
};
