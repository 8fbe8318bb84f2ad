import type { LifeEventOutputResolvers } from '../generated/resolvers.ts';

export const LifeEventOutput: LifeEventOutputResolvers = {
  service: ({ serviceCode }) => (serviceCode === null ? null : { code: serviceCode }),
};
