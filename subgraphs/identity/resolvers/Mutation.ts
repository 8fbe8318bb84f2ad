import type { MutationResolvers } from '../generated/resolvers.ts';
import { decideIdentityApplication } from './mutations/decideIdentityApplication.ts';
import { registerIdentityDocument } from './mutations/registerIdentityDocument.ts';
import { resubmitIdentityApplication } from './mutations/resubmitIdentityApplication.ts';
import { submitIdentityApplication } from './mutations/submitIdentityApplication.ts';
import { withdrawIdentityApplication } from './mutations/withdrawIdentityApplication.ts';

export const Mutation: MutationResolvers = {
  registerIdentityDocument,
  submitIdentityApplication,
  resubmitIdentityApplication,
  withdrawIdentityApplication,
  decideIdentityApplication,
};
