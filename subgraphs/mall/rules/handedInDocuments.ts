import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import type { Application, Document } from '../model/applications.ts';
import type { ServiceRecord } from '../model.ts';
import { documentKind } from './documentKind.ts';

/** What a document is called whose requirement is not known: its owner's own name for it stays in the agency. */
const someDocument = 'Dokumen pendukung';

/** The wallet's entries for the documents that were handed in with an application. */
export function handedInDocumentsOf(
  { documents = [] }: ApplicationAnnouncement,
  envelope: Application,
  service: Pick<ServiceRecord, 'standard'>,
): Document[] {
  return documents.map(({ documentId, kind, requirementCode, mediaType, sizeBytes, sha256 }) => ({
    _id: documentId,
    ownerId: envelope.applicantId,
    kind: documentKind(kind),
    title: service.standard?.requirements.find(({ code }) => code === requirementCode)?.nameId ?? someDocument,
    source: 'UPLOADED',
    mediaType,
    sizeBytes,
    sha256,
    issuedByCode: null,
    issuedOn: null,
    validUntil: null,
    revoked: false,
    verificationCode: null,
    usedIn: [envelope._id],
    createdAt: envelope.statusAsOf,
  }));
}
