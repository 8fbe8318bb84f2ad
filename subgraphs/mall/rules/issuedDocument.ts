import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import type { Application, Document } from '../model/applications.ts';
import { documentKind } from './documentKind.ts';

/** The wallet's entry for the document that came out of an application; null while nothing did. */
export function issuedDocumentOf({ outcome }: ApplicationAnnouncement, envelope: Application): Document | null {
  if (!outcome) return null;
  return {
    _id: outcome.documentId,
    ownerId: envelope.applicantId,
    kind: documentKind(outcome.kind),
    title: outcome.title,
    source: 'ISSUED',
    mediaType: 'application/pdf',
    // It is made when it is fetched.
    sizeBytes: 0,
    sha256: '',
    issuedByCode: envelope.agencyCode,
    issuedOn: outcome.issuedOn,
    validUntil: null,
    revoked: false,
    verificationCode: outcome.verificationCode,
    usedIn: [envelope._id],
    createdAt: envelope.statusAsOf,
  };
}
