import mongoose, { type Connection } from 'mongoose';
import { type Stored, sealed } from '../vault/sealed.ts';

/** The most that one document may weigh, in bytes. */
export const largestDocument = 5_000_000;

/** The kinds of file that are taken; which one it is the first bytes say. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** A document that a citizen registered at this agency, and sent when its state says so. */
export interface UploadRecord {
  /** `doc-` and 128 random bits; the mall's wallet knows it by the same id. */
  readonly _id: string;
  readonly ownerId: string;
  /** `DocumentKind` of the graph. */
  readonly kind: string;
  /** The requirement of the service that it is for, where that was said. */
  readonly requirementCode: string | null;
  /** What the owner calls it. */
  readonly name: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  /** Digest of its contents, hexadecimal, as it was registered and as what came was found to be. */
  readonly sha256: string;
  readonly state: 'REGISTERED' | 'UPLOADED';
  /** Which of the tries to send it is the one that counts, and the key that its chunks are sealed with. */
  readonly attempt: string | null;
  readonly contentKey: string | null;
  /** The applications that it was handed in with, and the regions that decide them and what those lie in. */
  readonly usedIn: readonly string[];
  readonly regionPath: readonly string[];
  /** When it is removed unless it is sent, or handed in, before; null once it belongs to an application. */
  readonly expiresAt: Date | null;
}

/** A part of a document's contents, sealed. */
export interface ChunkRecord {
  /** `<attempt>/<number from 0>` */
  readonly _id: string;
  readonly uploadId: string;
  readonly attempt: string;
  readonly sealed: Buffer;
}

/**
 * The contents' key is what is sealed, not the contents: rotating the vault's keys seals 32 bytes anew and no document,
 * and whoever removes the record has removed what the chunks can be read with.
 */
export const sealedUpload = sealed<UploadRecord>()('uploads', ['name', 'contentKey']);
export type StoredUpload = Stored<typeof sealedUpload>;

const { Schema } = mongoose;
const stored = { _id: false, versionKey: false, autoIndex: false } as const;

const uploadSchema = new Schema<StoredUpload>(
  {
    _id: String,
    ownerId: String,
    kind: String,
    requirementCode: String,
    name: String,
    mediaType: String,
    sizeBytes: Number,
    sha256: String,
    state: String,
    attempt: String,
    contentKey: String,
    usedIn: [String],
    regionPath: [String],
    expiresAt: Date,
  },
  stored,
)
  .index({ ownerId: 1, expiresAt: 1, _id: 1 })
  .index({ usedIn: 1, _id: 1 })
  .index({ expiresAt: 1, _id: 1 });

const chunkSchema = new Schema<ChunkRecord>(
  { _id: String, uploadId: String, attempt: String, sealed: Buffer },
  stored,
).index({ uploadId: 1, attempt: 1, _id: 1 });

export type DocumentModels = ReturnType<typeof documentModels>;

/** The collections of an agency's documents, on its own connection: part of what its `models` gives. */
export function documentModels(connection: Connection) {
  return {
    uploads: connection.model<StoredUpload>('Upload', uploadSchema, 'uploads'),
    uploadChunks: connection.model<ChunkRecord>('UploadChunk', chunkSchema, 'upload_chunks'),
  };
}
