import type { DelegationResolvers } from '../generated/resolvers.ts';
import { found } from './found.ts';

export const Delegation: DelegationResolvers = {
  id: ({ _id }) => _id,
  principal: ({ principalId }) => ({ id: principalId }),
  actor: ({ actorId }) => ({ id: actorId }),
  services: async ({ serviceCodes }, _arguments, { loaders }) =>
    serviceCodes === null ? null : found(await loaders.serviceByCode.loadMany(serviceCodes)),
};
