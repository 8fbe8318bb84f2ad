import type { DocumentResolvers } from '../generated/resolvers.ts';
import { found } from './found.ts';

export const Document: DocumentResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.documentById.load(id),
  id: ({ _id }) => _id,
  issuedBy: ({ issuedByCode }, _arguments, { loaders }) =>
    issuedByCode === null ? null : loaders.agencyByCode.load(issuedByCode),
  usedIn: async ({ usedIn }, _arguments, { loaders }) => found(await loaders.applicationById.loadMany(usedIn)),
};
