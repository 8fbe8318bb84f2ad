import type { UploadRecord } from '#kit/documents/upload.ts';
import type { DocumentKind } from '../generated/resolvers.ts';
import type { IdentityFileRecord } from '../model.ts';

/** A document that somebody sent, as the graph shows it. */
export function fileOf({ _id, ownerId, kind, requirementCode, name, state }: UploadRecord): IdentityFileRecord {
  // It was one of the graph's kinds when it was registered.
  const known = kind as DocumentKind;
  return { documentId: _id, ownerId, kind: known, requirementCode, name, uploaded: state === 'UPLOADED' };
}
