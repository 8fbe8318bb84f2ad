import type { MutationResolvers } from '../generated/resolvers.ts';
import { registerLicensingDocument } from './mutations/registerLicensingDocument.ts';

export const Mutation: MutationResolvers = {
  registerLicensingDocument,
};
