import { rupiah } from '#kit/scalars/money.ts';
import type { FeeResolvers, RequirementResolvers, ServiceStandardResolvers } from '../generated/resolvers.ts';

export const ServiceStandard: ServiceStandardResolvers = {
  requirements: ({ requirements }) => [...requirements],
  procedure: ({ procedure }) => [...procedure],
  products: ({ products }) => [...products],
  complaintChannels: ({ complaintChannels }) => [...complaintChannels],
  legalBasis: ({ legalBasis }) => [...legalBasis],
};

export const Requirement: RequirementResolvers = {
  name: ({ nameId }) => nameId,
};

export const Fee: FeeResolvers = {
  amount: ({ amountMinor }) => (amountMinor === null ? null : rupiah(amountMinor)),
};
