import { citizenReference } from '#kit/me.ts';
import type { CitizenResolvers } from '../generated/resolvers.ts';
import { maySeeBusinessesOf } from '../rules/visibility.ts';

/** More businesses than one citizen has; what lies beyond is not shown. */
const mostBusinesses = 20;

export const Citizen: CitizenResolvers = {
  __resolveReference: citizenReference,

  businesses: async ({ id }, _arguments, { principal, loaders }) =>
    maySeeBusinessesOf(principal, id) ? (await loaders.businessesByOwner.load(id)).slice(0, mostBusinesses) : null,
};
