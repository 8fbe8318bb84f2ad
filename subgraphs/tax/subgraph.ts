import { asParent } from '#kit/access-log/subjects.ts';
import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { taxLoaders } from './loaders.ts';
import type { BillingCodeRecord, TaxpayerRecord } from './model.ts';
import { sealedTaxpayer, taxModels } from './model.ts';
import { resolvers } from './resolvers/index.ts';

export const tax = defineAgency({
  name: 'tax',
  schema: schemaBeside(import.meta.url),
  models: taxModels,
  loaders: taxLoaders,
  resolvers,
  sealed: [sealedTaxpayer],
  subjects: {
    Citizen: ({ id }: { readonly id: string }) => id,
    // The file of a company is about no person.
    Taxpayer: ({ citizenId }: TaxpayerRecord) => citizenId,
    TaxBranch: asParent,
    TaxReturn: asParent,
    BillingCode: ({ citizenId }: BillingCodeRecord) => citizenId,
  },
});

export default tax;
