import type { UploadRecord } from '#kit/documents/upload.ts';
import type { DocumentKind } from '../generated/resolvers.ts';
import type { TaxApplicationRecord, TaxFileRecord } from '../model.ts';

/** A document that somebody sent, as the graph shows it. */
export function fileOf({ _id, ownerId, kind, requirementCode, name, state }: UploadRecord): TaxFileRecord {
  // It was one of the graph's kinds when it was registered.
  return {
    documentId: _id,
    ownerId,
    kind: kind as DocumentKind,
    requirementCode,
    name,
    uploaded: state === 'UPLOADED',
  };
}

/** The letter of a granted application, as the graph shows it; null while there is none. */
export function letterOf({ outcome, applicantId }: TaxApplicationRecord): TaxFileRecord | null {
  if (!outcome) return null;
  const { documentId } = outcome;
  return { documentId, ownerId: applicantId, kind: null, requirementCode: null, name: null, uploaded: true };
}
