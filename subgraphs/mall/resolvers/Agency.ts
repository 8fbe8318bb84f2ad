import type { AgencyResolvers } from '../generated/resolvers.ts';

export const Agency: AgencyResolvers = {
  __resolveReference: ({ code }, { loaders }) => loaders.agencyByCode.load(code),
  code: ({ _id }) => _id,
  name: ({ nameId, nameEn }, { language }) => (language === 'EN' ? (nameEn ?? nameId) : nameId),
  services: ({ _id }, _arguments, { loaders }) => loaders.servicesOfAgency.load(_id),
};
