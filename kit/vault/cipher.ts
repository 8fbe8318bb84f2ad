import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** A stored value cannot be opened, or a value cannot be sealed. The message never holds a value. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
}

const algorithm = 'aes-256-gcm';
const version = 'v1';
const ivBytes = 12;
const tagBytes = 16;
const keyBytes = 32;

/** The parts of `v1.<kid>.<iv>.<ciphertext>.<tag>`. */
export interface Envelope {
  readonly kid: string;
  readonly iv: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

/**
 * A key for one use, by HKDF-SHA-256 (RFC 5869) from a root key: no two agencies, fields or purposes share one, so that
 * what leaks of one says nothing about another.
 */
export function deriveKey(
  root: Buffer,
  use: { agency: string; field: string; purpose: 'encrypt' | 'index' },
): KeyObject {
  const info = JSON.stringify([use.agency, use.field, use.purpose]);
  return createSecretKey(Buffer.from(hkdfSync('sha256', root, 'mpp-digital/vault/v1', info, keyBytes)));
}

/**
 * Encrypts with AES-256-GCM (NIST SP 800-38D) under a random 96-bit IV.
 *
 * @param place where the value belongs; it opens nowhere else
 * @returns `v1.<kid>.<iv>.<ciphertext>.<tag>`, its last three parts in base64url
 */
export function encrypt(key: KeyObject, kid: string, text: string, place: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(place));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [version, kid, ...[iv, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}

/** Decrypts what `encrypt` gave. @throws VaultError when the value, its place or the key is another one */
export function decrypt(key: KeyObject, { iv, ciphertext, tag }: Envelope, place: string): string {
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
  try {
    const text = decipher.update(ciphertext);
    // Throws when the tag is not right; nothing of the text is given before. GCM leaves no text for the end.
    decipher.final();
    return text.toString();
  } catch {
    throw new VaultError('it was changed, moved from its place, or sealed with another key');
  }
}

/** Takes a sealed text apart; `null` for any other text. */
export function readEnvelope(sealed: unknown): Envelope | null {
  if (typeof sealed !== 'string') return null;
  const [written, kid, ...rest] = sealed.split('.');
  const [iv, ciphertext, tag] = rest.map(exactBytes);
  if (written !== version || !kid || rest.length !== 3 || !iv || !ciphertext || !tag) return null;
  return iv.length === ivBytes && tag.length === tagBytes ? { kid, iv, ciphertext, tag } : null;
}

/** The same for the same text, under one key; nobody without the key can tell which text, or find it by trying. */
export function blindIndex(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(normalised(text)).digest('base64url');
}

/** The form in which values are compared: without regard to case, to spaces around and to how Unicode writes a letter. */
export function normalised(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toUpperCase();
}

/** Base64url has several spellings of some bytes; only the one that `encrypt` writes counts. */
function exactBytes(written: string): Buffer | null {
  const bytes = Buffer.from(written, 'base64url');
  return bytes.toString('base64url') === written ? bytes : null;
}
