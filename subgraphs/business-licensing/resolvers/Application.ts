import type { ApplicationResolvers } from '../generated/resolvers.ts';

/** This agency has one kind of application. */
export const Application: ApplicationResolvers = {
  __resolveType: () => 'LicenseApplication',
};
