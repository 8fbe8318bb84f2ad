import type { MutationResolvers } from '../generated/resolvers.ts';
import { createBillingCode } from './mutations/createBillingCode.ts';
import { decideTaxApplication } from './mutations/decideTaxApplication.ts';
import { noteTaxPayment } from './mutations/noteTaxPayment.ts';
import { registerTaxDocument } from './mutations/registerTaxDocument.ts';
import { resubmitTaxApplication } from './mutations/resubmitTaxApplication.ts';
import { submitTaxApplication } from './mutations/submitTaxApplication.ts';
import { withdrawTaxApplication } from './mutations/withdrawTaxApplication.ts';

export const Mutation: MutationResolvers = {
  registerTaxDocument,
  submitTaxApplication,
  resubmitTaxApplication,
  withdrawTaxApplication,
  decideTaxApplication,
  createBillingCode,
  noteTaxPayment,
};
