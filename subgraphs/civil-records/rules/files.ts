import type { UploadRecord } from '#kit/documents/upload.ts';
import type { DocumentKind } from '../generated/resolvers.ts';
import type { CivilApplicationRecord, CivilFileRecord } from '../model.ts';

/** A document that somebody sent, as the graph shows it. */
export function fileOf({ _id, ownerId, kind, requirementCode, name, state }: UploadRecord): CivilFileRecord {
  // It was one of the graph's kinds when it was registered.
  const known = kind as DocumentKind;
  return { documentId: _id, ownerId, kind: known, requirementCode, name, uploaded: state === 'UPLOADED' };
}

/** The certificate that came out of a report, as the graph shows it; null while there is none to print. */
export function issuedFileOf({ outcome, report, applicantId }: CivilApplicationRecord): CivilFileRecord | null {
  if (outcome === null || report === null) return null;
  return {
    documentId: outcome.documentId,
    ownerId: applicantId,
    kind: null,
    requirementCode: null,
    name: null,
    uploaded: true,
  };
}
