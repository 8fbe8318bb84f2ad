import { me } from '#kit/me.ts';
import { pageSize } from '#kit/page.ts';
import { requireOfficer } from '#kit/principal.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { statistics } from './statistics.ts';

export const Query: QueryResolvers = {
  me,

  regions: (_root, { level, parent, search, ...page }, { loaders }) => loaders.regions({ level, parent, search }, page),
  region: (_root, { code }, { loaders }) => loaders.regionByCode.load(code),

  malls: (_root, { first, ...search }, { loaders }) => loaders.malls(search, pageSize(first, 100)),
  mall: (_root, { id }, { loaders }) => loaders.mallById.load(id),

  agencies: (_root, _arguments, { loaders }) => loaders.agencies(),

  services: (_root, { filter, ...page }, { loaders }) => loaders.services(filter ?? {}, page),
  service: (_root, { code }, { loaders }) => loaders.serviceByCode.load(code),

  application: (_root, { id }, { loaders }) => loaders.applicationById.load(id),
  worklist: (_root, { filter, ...page }, { loaders, principal }) =>
    loaders.worklistOf(requireOfficer(principal), filter ?? {}, page),

  queueBoard: (_root, { mallId }, { loaders }) => loaders.mallById.load(mallId),

  ...statistics,
};
