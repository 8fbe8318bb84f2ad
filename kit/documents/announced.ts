import type { AnnouncedDocument } from '../application/announcement.ts';
import type { DocumentModels, StoredUpload } from './upload.ts';

/** More of one application are not told; nobody can hand in more. */
const mostDocuments = 100;

/** What the inbox is told of the documents that were handed in with applications, by application: never what they are called. */
export async function documentsToTell(
  { uploads }: Pick<DocumentModels, 'uploads'>,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AnnouncedDocument[]>> {
  const stored = await uploads
    .find({ usedIn: { $in: [...applicationIds] } })
    .sort({ usedIn: 1, _id: 1 })
    .lean<StoredUpload[]>();
  const told = applicationIds.map((id): [string, AnnouncedDocument[]] => [
    id,
    stored
      .filter(({ usedIn }) => usedIn.includes(id))
      .slice(0, mostDocuments)
      .map(asTold),
  ]);
  return new Map(told);
}

function asTold({ _id, kind, requirementCode, mediaType, sizeBytes, sha256 }: StoredUpload): AnnouncedDocument {
  return {
    documentId: _id,
    kind,
    ...(requirementCode === null ? {} : { requirementCode }),
    mediaType,
    sizeBytes,
    sha256,
  };
}
