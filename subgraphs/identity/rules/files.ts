import type { UploadRecord } from '#kit/documents/upload.ts';
import type { DocumentKind } from '../generated/resolvers.ts';
import type { IdentityApplicationRecord, IdentityFileRecord } from '../model.ts';

/** A document that somebody sent, as the graph shows it. */
export function fileOf({ _id, ownerId, kind, requirementCode, name, state }: UploadRecord): IdentityFileRecord {
  // It was one of the graph's kinds when it was registered.
  const known = kind as DocumentKind;
  return { documentId: _id, ownerId, kind: known, requirementCode, name, uploaded: state === 'UPLOADED' };
}

/** The document that came out of an application, as the graph shows it; null while nothing did. */
export function issuedFileOf({ outcome, applicantId }: IdentityApplicationRecord): IdentityFileRecord | null {
  if (!outcome) return null;
  const { documentId } = outcome;
  return { documentId, ownerId: applicantId, kind: null, requirementCode: null, name: null, uploaded: true };
}
