import { randomBytes } from 'node:crypto';
import type { QueryFilter } from 'mongoose';
import { badInput, conflict } from '../errors.ts';
import type { Vault } from '../vault/vault.ts';
import { uploadLinkMs } from './links.ts';
import {
  type DocumentModels,
  largestDocument,
  type MediaType,
  mediaTypes,
  type StoredUpload,
  sealedUpload,
  type UploadRecord,
} from './upload.ts';

/** What a citizen says of a document before sending it: `RegisterDocumentInput` of the graph. */
export interface DocumentToRegister {
  readonly name: string;
  readonly kind: string;
  readonly requirementCode?: string | null | undefined;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly sha256: string;
}

/** How long a document that was sent waits to be handed in with an application. */
const waitsForApplicationMs = 7 * 86_400_000;
/** The most documents of one citizen that are not handed in yet: nobody needs more at once, and a store has an end. */
const mostWaiting = 20;
const longestName = 120;
/** How many of those whose time is over are removed at once. */
const mostRemoved = 50;

/**
 * Checks what is said of a document that is to be sent.
 *
 * @throws BAD_USER_INPUT naming the field
 */
export function assertMayBeSent({ name, sizeBytes, mediaType, sha256 }: DocumentToRegister): void {
  if (name.trim() === '' || name.length > longestName) {
    throw badInput(`Please give the document a name of at most ${longestName} characters.`, 'input.name');
  }
  if (!Number.isInteger(sizeBytes) || sizeBytes < 1 || sizeBytes > largestDocument) {
    throw badInput('A document may have 5 MB at most.', 'input.sizeBytes');
  }
  if (!isMediaType(mediaType)) throw badInput('Please send a PDF, a JPEG or a PNG.', 'input.mediaType');
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw badInput('The digest is SHA-256 in 64 hexadecimal digits, in small letters.', 'input.sha256');
  }
}

/**
 * Registers a document of a citizen, to be sent within minutes.
 *
 * @throws BAD_USER_INPUT naming the field; CONFLICT when too many of the citizen's documents wait to be handed in
 */
export async function registerDocument(
  models: DocumentModels,
  vault: Vault,
  ownerId: string,
  document: DocumentToRegister,
  now: Date,
): Promise<UploadRecord> {
  assertMayBeSent(document);
  await removeExpired(models, now);
  const waiting = await models.uploads.countDocuments({ ownerId, expiresAt: { $gt: now } });
  if (waiting >= mostWaiting)
    throw conflict('Please hand in the documents that you registered before, or wait a while.');
  const record: UploadRecord = {
    _id: `doc-${randomBytes(16).toString('hex')}`,
    ownerId,
    kind: document.kind,
    requirementCode: document.requirementCode ?? null,
    name: document.name.trim(),
    mediaType: document.mediaType as MediaType,
    sizeBytes: document.sizeBytes,
    sha256: document.sha256,
    state: 'REGISTERED',
    attempt: null,
    contentKey: null,
    usedIn: [],
    regionPath: [],
    expiresAt: new Date(now.getTime() + uploadLinkMs),
  };
  await models.uploads.create(vault.of(sealedUpload).seal(record));
  return record;
}

/** Until when a document that has just been sent waits for its application. */
export function waitsUntil(now: Date): Date {
  return new Date(now.getTime() + waitsForApplicationMs);
}

/**
 * Hands documents in with an application: from now on the office that decides it may read them, and they do not expire.
 * Doing it again changes nothing.
 *
 * @param regionPath the competent region and what it lies in
 * @throws BAD_USER_INPUT at `field` when one of them is not the owner's, or was not sent
 */
export async function handIn(
  { uploads }: DocumentModels,
  { ownerId, documentIds, field }: { ownerId: string; documentIds: readonly string[]; field: string },
  application: { readonly id: string; readonly regionPath: readonly string[] },
  now: Date,
): Promise<void> {
  const wanted = [...new Set(documentIds)];
  const sent: QueryFilter<StoredUpload> = {
    _id: { $in: wanted },
    ownerId,
    state: 'UPLOADED',
    $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }],
  };
  if ((await uploads.countDocuments(sent)) === wanted.length) {
    const { matchedCount } = await uploads.updateMany(sent, {
      $addToSet: { usedIn: application.id, regionPath: { $each: [...application.regionPath] } },
      $set: { expiresAt: null },
    });
    // One may have expired since it was counted.
    if (matchedCount === wanted.length) return;
  }
  throw badInput('Please send each document before you hand it in.', field);
}

/** Removes documents that were not sent, or not handed in, in time, with whatever came of them. */
export async function removeExpired({ uploads, uploadChunks }: DocumentModels, now: Date): Promise<number> {
  const over = { expiresAt: { $lte: now } };
  const expired = await uploads
    .find(over, { _id: 1 })
    .sort({ expiresAt: 1, _id: 1 })
    .limit(mostRemoved)
    .lean<{ _id: string }[]>();
  if (expired.length === 0) return 0;
  const ids = expired.map(({ _id }) => _id);
  // Whoever handed one in meanwhile keeps it: the chunks of the others go once their record has gone.
  await uploads.deleteMany({ _id: { $in: ids }, ...over });
  const kept = await uploads
    .find({ _id: { $in: ids } }, { _id: 1 })
    .sort({ _id: 1 })
    .lean<{ _id: string }[]>();
  const removed = ids.filter((id) => !kept.some(({ _id }) => _id === id));
  await uploadChunks.deleteMany({ uploadId: { $in: removed } });
  return removed.length;
}

function isMediaType(text: string): text is MediaType {
  return mediaTypes.some((known) => known === text);
}
