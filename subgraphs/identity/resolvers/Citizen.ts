import type { CitizenResolvers } from '../generated/resolvers.ts';
import { occupationOf } from '../occupations.ts';
import { showsDescent } from '../rules/visibility.ts';

export const Citizen: CitizenResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.citizenById.load(id),
  id: (citizen) => citizen._id,
  occupation: ({ occupationCode }) => (occupationCode === undefined ? null : occupationOf(occupationCode)),
  family: ({ familyId }, _arguments, { loaders }) =>
    familyId === undefined ? null : loaders.familyById.load(familyId),

  parents(citizen, _arguments, { loaders }) {
    if (!showsDescent(citizen)) return null;
    return Promise.all(citizen.parentIds.map((id) => loaders.citizenById.load(id)));
  },

  async children(citizen, _arguments, { loaders }) {
    if (!showsDescent(citizen)) return null;
    const children = await loaders.childIdsByParentId.load(citizen._id);
    return Promise.all(children.map(({ _id }) => loaders.citizenById.load(_id)));
  },
};
