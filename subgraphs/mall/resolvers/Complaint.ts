import type { ComplaintResolvers } from '../generated/resolvers.ts';

export const Complaint: ComplaintResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.complaintById.load(id),
  id: ({ _id }) => _id,
  service: ({ serviceCode }, _arguments, { loaders }) => loaders.serviceByCode.load(serviceCode),
};
