import type { QueryFilter } from 'mongoose';
import { batchByKey, batchListByKey } from '../batchByKey.ts';
import type { Principal } from '../principal.ts';
import type { LoaderRequest } from '../subgraph.ts';
import { VaultError } from '../vault/cipher.ts';
import type { Vault } from '../vault/vault.ts';
import { chunkBytes, chunkCipher } from './contents.ts';
import { type ChunkRecord, type DocumentModels, type StoredUpload, sealedUpload, type UploadRecord } from './upload.ts';

/** The part of a store query that leaves the documents a caller may read: the own, or those of a region; null for none. */
export type VisibleDocuments = { readonly ownerId: string } | { readonly regionPath: string } | null;

/** Fetches what is known of an agency's uploads, per request: those that the caller may see. */
export function uploadLoader(
  { models, vault, principal, now }: LoaderRequest<DocumentModels>,
  visibleTo: (principal: Principal) => VisibleDocuments,
) {
  return batchByKey<string, UploadRecord>(
    (ids) => findUploads(models, vault, { _id: { $in: ids } }, visibleTo(principal), now),
    ({ _id }) => _id,
  );
}

/** Fetches the documents of applications, per request: those that the caller may see. */
export function uploadsOfApplicationLoader(
  { models, vault, principal, now }: LoaderRequest<DocumentModels>,
  visibleTo: (principal: Principal) => VisibleDocuments,
) {
  return batchListByKey<string, UploadRecord>(
    (ids) => findUploads(models, vault, { usedIn: { $in: ids } }, visibleTo(principal), now),
    ({ usedIn }) => usedIn,
  );
}

/** The uploads wanted that are visible, and whose time is not over. */
export async function findUploads(
  { uploads }: DocumentModels,
  vault: Vault,
  wanted: QueryFilter<StoredUpload>,
  visible: VisibleDocuments,
  now: Date,
): Promise<UploadRecord[]> {
  if (visible === null) return [];
  const current: QueryFilter<StoredUpload> = { $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] };
  const stored = await uploads
    .find({ $and: [wanted, visible, current] })
    .sort({ _id: 1 })
    .lean<StoredUpload[]>();
  return stored.map(vault.of(sealedUpload).openWhole);
}

/**
 * The contents of a document, chunk by chunk, each opened only when it is asked for.
 *
 * @throws VaultError when a chunk is missing, was changed or was exchanged
 */
export async function* contentsOf({ uploadChunks }: DocumentModels, upload: UploadRecord): AsyncGenerator<Buffer> {
  const { _id: documentId, attempt, contentKey, sizeBytes } = upload;
  if (attempt === null || contentKey === null) throw new VaultError(`The document ${documentId} was not sent.`);
  const cipher = chunkCipher(contentKey);
  for (let number = 0; number * chunkBytes < sizeBytes; number++) {
    const chunk = await uploadChunks.findOne({ _id: `${attempt}/${number}` }).lean<ChunkRecord>();
    if (!chunk) throw new VaultError(`Chunk ${number} of the document ${documentId} is not there.`);
    yield cipher.open(bytesOf(chunk.sealed), { documentId, attempt, number });
  }
}

/** The driver gives binary values as they are, or in a wrapper of its own when a read is lean. */
function bytesOf(stored: Buffer | { readonly buffer: Uint8Array }): Uint8Array {
  return stored instanceof Uint8Array ? stored : stored.buffer;
}
