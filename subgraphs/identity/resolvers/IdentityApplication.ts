import type { IdentityApplicationResolvers } from '../generated/resolvers.ts';

export const IdentityApplication: IdentityApplicationResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.applicationById.load(id),
  id: (application) => application._id,
  subject: ({ subjectId }, _arguments, { loaders }) => loaders.citizenById.load(subjectId),
};
