import { asParent } from '#kit/access-log/subjects.ts';
import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { licensingLoaders } from './loaders.ts';
import {
  type BusinessRecord,
  type LicenseApplicationRecord,
  type LicenseRecord,
  licensingModels,
  sealedApplication,
  sealedBusiness,
} from './model.ts';
import * as resolvers from './resolvers/index.ts';

/** Business licensing: the one-stop office (DPMPTSP) and OSS. */
export const businessLicensing = defineAgency({
  name: 'business-licensing',
  schema: schemaBeside(import.meta.url),
  models: licensingModels,
  loaders: licensingLoaders,
  resolvers,
  sealed: [sealedBusiness, sealedApplication],
  subjects: {
    Citizen: ({ id }: { readonly id: string }) => id,
    Business: ({ ownerId, responsiblePersonIds }: BusinessRecord) => [ownerId, ...responsiblePersonIds],
    // Reached from a business, or from an application for it.
    BusinessProject: asParent,
    License: ({ ownerId }: LicenseRecord) => ownerId,
    LicenseApplication: ({ applicantId }: LicenseApplicationRecord) => applicantId,
    Inspection: asParent,
  },
});

export default businessLicensing;
