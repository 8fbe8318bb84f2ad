import { pageSize } from '#kit/page.ts';
import type { RegionResolvers } from '../generated/resolvers.ts';

export const Region: RegionResolvers = {
  __resolveReference: ({ code }, { loaders }) => loaders.regionByCode.load(code),
  code: ({ _id }) => _id,
  parent: ({ parent }, _arguments, { loaders }) => (parent === null ? null : loaders.regionByCode.load(parent)),
  async children({ _id }, { first }, { loaders }) {
    const size = pageSize(first, 100);
    return (await loaders.regionsIn.load(_id)).slice(0, size);
  },
  malls: ({ _id }, _arguments, { loaders }) => loaders.mallsIn.load(_id),
};
