import type { AddressResolvers } from '../generated/resolvers.ts';

export const Address: AddressResolvers = {
  village: ({ villageCode }) => ({ code: villageCode }),
};
