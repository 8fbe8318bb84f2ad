import type { ConsentResolvers } from '../generated/resolvers.ts';

export const Consent: ConsentResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.consentById.load(id),
  id: ({ _id }) => _id,
  recipient: ({ recipientCode }, _arguments, { loaders }) => loaders.agencyByCode.load(recipientCode),
  fields: ({ fields }) => [...fields],
};
