import { asParent } from '#kit/access-log/subjects.ts';
import { sealedUpload } from '#kit/documents/upload.ts';
import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { licenseApplications } from './applications.ts';
import { certificateOf } from './certificate.ts';
import { licensingLoaders } from './loaders.ts';
import { sealedApplication } from './model/application.ts';
import {
  type BusinessRecord,
  type LicenseApplicationRecord,
  type LicenseRecord,
  type LicensingFileRecord,
  licensingModels,
  sealedBusiness,
  sealedLicense,
} from './model.ts';
import * as resolvers from './resolvers/index.ts';
import { thisAgency, visibleDocuments } from './rules/visibility.ts';

/** Business licensing: the one-stop office (DPMPTSP) and OSS. */
export const businessLicensing = defineAgency({
  name: thisAgency,
  schema: schemaBeside(import.meta.url),
  models: licensingModels,
  loaders: licensingLoaders,
  resolvers,
  sealed: [sealedBusiness, sealedApplication, sealedLicense, sealedUpload],
  applications: licenseApplications,
  documents: { visibleTo: visibleDocuments, certificate: certificateOf },
  subjects: {
    Citizen: ({ id }: { readonly id: string }) => id,
    Business: ({ ownerId, responsiblePersonIds }: BusinessRecord) => [ownerId, ...responsiblePersonIds],
    // Reached from a business, or from an application for it.
    BusinessProject: asParent,
    License: ({ ownerId }: LicenseRecord) => ownerId,
    LicensingFile: ({ ownerId }: LicensingFileRecord) => ownerId,
    LicenseApplication: ({ applicantId }: LicenseApplicationRecord) => applicantId,
    Inspection: asParent,
    PracticeStatement: asParent,
  },
});

export default businessLicensing;
