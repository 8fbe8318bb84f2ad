import type { UploadRecord } from '#kit/documents/upload.ts';
import type { DocumentKind } from '../generated/resolvers.ts';
import type { LicenseRecord, LicensingFileRecord } from '../model.ts';
import { certificateText } from './certificateText.ts';

/** A document that somebody sent, as the graph shows it. */
export function fileOf({ _id, ownerId, kind, requirementCode, name, state }: UploadRecord): LicensingFileRecord {
  // It was one of the graph's kinds when it was registered.
  const known = kind as DocumentKind;
  return { documentId: _id, ownerId, kind: known, requirementCode, name, uploaded: state === 'UPLOADED' };
}

/** The certificate of a licence, as the graph shows it; null while there is nothing to print. */
export function certificateFileOf(license: LicenseRecord): LicensingFileRecord | null {
  const { documentId, ownerId } = license;
  if (documentId === null || !certificateText(license, null, String)) return null;
  return { documentId, ownerId, kind: null, requirementCode: null, name: null, uploaded: true };
}
