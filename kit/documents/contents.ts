import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { VaultError } from '../vault/cipher.ts';

/** The most bytes of a document that lie in one chunk: far below what a stored record may weigh. */
export const chunkBytes = 256 * 1024;

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
const keyBytes = 32;

/** Where a chunk belongs; it opens nowhere else. */
export interface ChunkPlace {
  readonly documentId: string;
  readonly attempt: string;
  readonly number: number;
}

/** A new key for the contents of one document, as text that a vault can seal. */
export function newContentKey(): string {
  return randomBytes(keyBytes).toString('base64url');
}

/** Seals and opens the chunks of one document with its own key: AES-256-GCM (NIST SP 800-38D), a random IV each. */
export function chunkCipher(contentKey: string) {
  const key: KeyObject = createSecretKey(Buffer.from(contentKey, 'base64url'));
  return {
    /** @returns the IV, the ciphertext and the tag, one after another */
    seal(bytes: Uint8Array, place: ChunkPlace): Buffer {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(bound(place));
      return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    /** @throws VaultError when the chunk was changed, or belongs to another place, document or key */
    open(sealed: Uint8Array, place: ChunkPlace): Buffer {
      try {
        const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
        decipher.setAAD(bound(place)).setAuthTag(sealed.subarray(-tagBytes));
        return Buffer.concat([decipher.update(sealed.subarray(ivBytes, -tagBytes)), decipher.final()]);
      } catch {
        throw new VaultError(`Chunk ${place.number} of the document ${place.documentId} could not be opened.`);
      }
    },
  };
}

function bound({ documentId, attempt, number }: ChunkPlace): Buffer {
  return Buffer.from(JSON.stringify([documentId, attempt, number]));
}
