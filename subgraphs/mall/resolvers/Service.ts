import { pageSize } from '#kit/page.ts';
import type { ServiceResolvers } from '../generated/resolvers.ts';
import { found } from './found.ts';

export const Service: ServiceResolvers = {
  __resolveReference: ({ code }, { loaders }) => loaders.serviceByCode.load(code),
  code: ({ _id }) => _id,
  name: ({ nameId, nameEn }, { language }) => (language === 'EN' ? nameEn : nameId),
  agency: ({ agencyCode }, _arguments, { loaders }) => loaders.agencyByCode.load(agencyCode),
  availableEverywhere: ({ availableIn }) => availableIn.includes('ALL'),
  async availableIn({ availableIn }, { first }, { loaders }) {
    const codes = availableIn.filter((code) => code !== 'ALL').slice(0, pageSize(first, 100));
    return found(await loaders.regionByCode.loadMany(codes));
  },
  channels: ({ channels }) => [...channels],
  lifeEvents: ({ lifeEvents }) => [...lifeEvents],
  sampleFacts: ({ sampleFacts }) => [...sampleFacts],
};
