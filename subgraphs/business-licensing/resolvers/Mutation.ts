import type { MutationResolvers } from '../generated/resolvers.ts';
import { decideLicenseApplication } from './mutations/decideLicenseApplication.ts';
import { registerBusiness } from './mutations/registerBusiness.ts';
import { registerLicensingDocument } from './mutations/registerLicensingDocument.ts';
import { resubmitLicenseApplication } from './mutations/resubmitLicenseApplication.ts';
import { submitLicenseApplication } from './mutations/submitLicenseApplication.ts';
import { submitPracticeLicense } from './mutations/submitPracticeLicense.ts';
import { withdrawLicenseApplication } from './mutations/withdrawLicenseApplication.ts';

export const Mutation: MutationResolvers = {
  registerLicensingDocument,
  registerBusiness,
  submitLicenseApplication,
  submitPracticeLicense,
  resubmitLicenseApplication,
  withdrawLicenseApplication,
  decideLicenseApplication,
};
