import { pageSize } from '#kit/page.ts';
import type { MallResolvers } from '../generated/resolvers.ts';
import { isOfferedIn } from '../rules/regions.ts';
import { found } from './found.ts';

export const Mall: MallResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.mallById.load(id),
  id: ({ _id }) => _id,
  region: ({ regionCode }, _arguments, { loaders }) => loaders.regionByCode.load(regionCode),
  openingHours: ({ openingHours }) => [...openingHours],
  agencies: async ({ agencyCodes }, _arguments, { loaders }) => found(await loaders.agencyByCode.loadMany(agencyCodes)),
  async services({ agencyCodes, regionCode }, { first }, { loaders }) {
    const size = pageSize(first, 100);
    const lists = await Promise.all(agencyCodes.map((code) => loaders.servicesOfAgency.load(code)));
    const offered = lists.flat().filter(({ availableIn }) => isOfferedIn(availableIn, regionCode));
    return offered.slice(0, size);
  },
  queue: (mall) => mall,
  sampleFacts: ({ sampleFacts }) => [...sampleFacts],
};
