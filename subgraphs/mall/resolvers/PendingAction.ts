import type { PendingActionResolvers } from '../generated/resolvers.ts';

export const PendingAction: PendingActionResolvers = {
  async requirements({ serviceCode, requirementCodes }, _arguments, { loaders }) {
    const service = await loaders.serviceByCode.load(serviceCode);
    return (service?.standard?.requirements ?? []).filter(({ code }) => requirementCodes.includes(code));
  },
};
