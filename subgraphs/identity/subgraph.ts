import { asParent } from '#kit/access-log/subjects.ts';
import { sealedUpload } from '#kit/documents/upload.ts';
import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { identityApplications } from './applications.ts';
import { certificateOf } from './certificate.ts';
import { identityLoaders } from './loaders.ts';
import {
  type CitizenRecord,
  type IdentityApplicationRecord,
  type IdentityFileRecord,
  identityModels,
  sealedApplication,
  sealedEntry,
  sealedFamily,
} from './model.ts';
import { oneIdModels, sealedCredential, sealedStaff } from './one-id/model.ts';
import { mountOneId } from './one-id/mount.ts';
import { resolvers } from './resolvers/index.ts';
import { thisAgency, visibleDocuments } from './rules/visibility.ts';

export const identity = defineAgency({
  name: thisAgency,
  schema: schemaBeside(import.meta.url),
  models: (connection) => ({ ...identityModels(connection), ...oneIdModels(connection) }),
  loaders: identityLoaders,
  resolvers,
  sealed: [sealedEntry, sealedFamily, sealedApplication, sealedCredential, sealedStaff, sealedUpload],
  applications: identityApplications,
  documents: { visibleTo: visibleDocuments, certificate: certificateOf },
  subjects: {
    Citizen: peopleOf,
    FamilyMember: peopleOf,
    // An address is that of the person or of the card that it stands on, a card that of the person it was reached from.
    Address: asParent,
    Family: asParent,
    IdentityApplication: ({ applicantId, subjectId }: IdentityApplicationRecord) => [applicantId, subjectId],
    FieldChange: asParent,
    IdentityFile: ({ ownerId }: IdentityFileRecord) => ownerId,
  },
  mount: mountOneId,
});

/** A line of a family card belongs to the person and to whoever holds the same card. */
function peopleOf({ _id, cardHolderId }: CitizenRecord): string | readonly string[] {
  return cardHolderId === undefined ? _id : [_id, cardHolderId];
}

export default identity;
