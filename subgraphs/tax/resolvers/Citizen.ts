import { citizenReference } from '#kit/me.ts';
import type { CitizenResolvers } from '../generated/resolvers.ts';

export const Citizen: CitizenResolvers = {
  __resolveReference: citizenReference,
  taxpayer: ({ id }, _arguments, { loaders }) => loaders.taxpayerOfCitizen.load(id),
};
