import { asParent } from '#kit/access-log/subjects.ts';
import { sealedUpload } from '#kit/documents/upload.ts';
import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { taxApplications } from './applications.ts';
import { lapsingBillings } from './billings.ts';
import { certificateOf } from './certificate.ts';
import { taxLoaders } from './loaders.ts';
import type { BillingCodeRecord, TaxApplicationRecord, TaxFileRecord, TaxpayerRecord } from './model.ts';
import { sealedApplication, sealedTaxpayer, taxModels } from './model.ts';
import { resolvers } from './resolvers/index.ts';
import { thisAgency, visibleDocuments } from './rules/visibility.ts';

export const tax = defineAgency({
  name: thisAgency,
  schema: schemaBeside(import.meta.url),
  models: taxModels,
  loaders: taxLoaders,
  resolvers,
  sealed: [sealedTaxpayer, sealedApplication, sealedUpload],
  applications: taxApplications,
  documents: { visibleTo: visibleDocuments, certificate: certificateOf },
  due: ({ models }) => [lapsingBillings(models)],
  subjects: {
    Citizen: ({ id }: { readonly id: string }) => id,
    // The file of a company is about no person.
    Taxpayer: ({ citizenId }: TaxpayerRecord) => citizenId,
    TaxBranch: asParent,
    TaxReturn: asParent,
    BillingCode: ({ citizenId }: BillingCodeRecord) => citizenId,
    TaxApplication: ({ applicantId }: TaxApplicationRecord) => applicantId,
    TaxStatement: asParent,
    ReturnReceipt: asParent,
    TaxFile: ({ ownerId }: TaxFileRecord) => ownerId,
  },
});

export default tax;
