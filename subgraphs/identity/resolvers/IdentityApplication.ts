import type { IdentityApplicationResolvers } from '../generated/resolvers.ts';
import { fileOf } from '../rules/files.ts';

const mostFiles = 100;

export const IdentityApplication: IdentityApplicationResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.applicationById.load(id),
  id: (application) => application._id,
  subject: ({ subjectId }, _arguments, { loaders }) => loaders.citizenById.load(subjectId),

  files: async ({ _id }, _arguments, { loaders }) =>
    (await loaders.documents.uploadsOf.load(_id)).slice(0, mostFiles).map(fileOf),
};
