import { createHash, randomUUID } from 'node:crypto';
import type { QueryFilter } from 'mongoose';
import { badInput, conflict, notFound, ServiceError } from '../errors.ts';
import type { Vault } from '../vault/vault.ts';
import { chunkBytes, chunkCipher, newContentKey } from './contents.ts';
import { mediaTypeOf, tellingBytes } from './mediaType.ts';
import { waitsUntil } from './register.ts';
import { type DocumentModels, type StoredUpload, sealedUpload, type UploadRecord } from './upload.ts';

/** The refusal of a document that is longer than it may be. */
export function tooLarge(): ServiceError {
  return new ServiceError('REQUEST_TOO_LARGE', 'The document is longer than it was registered with, or than 5 MB.');
}

/**
 * Takes a document that was registered, as it comes: never more than one chunk of it is in memory, and each is sealed
 * before it is stored. What comes must begin as the kind of file that it was registered as, and have the length and
 * the digest that were registered; else nothing of it is kept and it may be sent again.
 *
 * @throws CONFLICT when it is here already, also for the slower of two that are sent at once; NOT_FOUND when it was not
 *   registered or its time is over; BAD_USER_INPUT or REQUEST_TOO_LARGE when something else comes than was registered
 */
export async function receiveDocument(
  models: DocumentModels,
  vault: Vault,
  documentId: string,
  bytes: AsyncIterable<Uint8Array>,
  clock: () => Date,
): Promise<void> {
  const { uploads, uploadChunks } = models;
  const registered = await requireUnsent(models, documentId, clock());
  const attempt = randomUUID();
  const contentKey = newContentKey();
  let counts = false;
  try {
    await keepChunks(models, registered, { attempt, contentKey }, bytes);
    const sealedKey = vault.of(sealedUpload).seal({ ...unnamed(registered), contentKey }).contentKey;
    const { modifiedCount } = await uploads.updateOne(
      { _id: documentId, ...unsent(clock()) },
      { $set: { state: 'UPLOADED', attempt, contentKey: sealedKey, expiresAt: waitsUntil(clock()) } },
    );
    counts = modifiedCount === 1;
    if (!counts) throw alreadySent();
  } finally {
    // What a try without success leaves behind nobody can open: its key is gone with this call.
    await uploadChunks.deleteMany({ uploadId: documentId, attempt: counts ? { $ne: attempt } : attempt });
  }
}

async function requireUnsent({ uploads }: DocumentModels, _id: string, now: Date): Promise<StoredUpload> {
  const found = await uploads.findOne({ _id }).lean<StoredUpload>();
  if (found?.state === 'UPLOADED') throw alreadySent();
  if (!found?.expiresAt || found.expiresAt <= now) throw notFound('The time to send this document is over.');
  return found;
}

function unsent(now: Date): QueryFilter<StoredUpload> {
  return { state: 'REGISTERED', expiresAt: { $gt: now } };
}

function alreadySent(): ServiceError {
  return conflict('This document is here already. To send another one, please register it.');
}

/** The record without what is sealed in it: the key is sealed for its id, and no name is opened for that. */
function unnamed(stored: StoredUpload): UploadRecord {
  return { ...stored, name: '', contentKey: null };
}

async function keepChunks(
  { uploadChunks }: DocumentModels,
  registered: StoredUpload,
  { attempt, contentKey }: { attempt: string; contentKey: string },
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const cipher = chunkCipher(contentKey);
  const digest = createHash('sha256');
  const documentId = registered._id;
  let number = 0;
  for await (const chunk of inChunks(bytes, registered.sizeBytes)) {
    if (number === 0) assertIsKind(chunk, registered);
    digest.update(chunk);
    const sealed = cipher.seal(chunk, { documentId, attempt, number });
    await uploadChunks.create({ _id: `${attempt}/${number}`, uploadId: documentId, attempt, sealed });
    number += 1;
  }
  if (digest.digest('hex') !== registered.sha256) {
    throw badInput('What came is not what was registered: its digest is another one. Please send it again.');
  }
}

function assertIsKind(beginning: Buffer, { mediaType }: StoredUpload): void {
  if (mediaTypeOf(beginning.subarray(0, tellingBytes)) !== mediaType) {
    throw badInput('What came is not the kind of file that was registered. Please send a PDF, a JPEG or a PNG.');
  }
}

/** Cuts what comes into chunks of one length. @throws as soon as more, and at the end when less, than `sizeBytes` came */
async function* inChunks(bytes: AsyncIterable<Uint8Array>, sizeBytes: number): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let total = 0;
  for await (const piece of bytes) {
    total += piece.length;
    if (total > sizeBytes) throw tooLarge();
    waiting.push(piece);
    waitingBytes += piece.length;
    while (waitingBytes >= chunkBytes) {
      const joined = Buffer.concat(waiting);
      waiting = [joined.subarray(chunkBytes)];
      waitingBytes -= chunkBytes;
      yield joined.subarray(0, chunkBytes);
    }
  }
  if (total < sizeBytes) throw badInput('The document did not come to its end. Please send it again.');
  if (waitingBytes > 0) yield Buffer.concat(waiting);
}
