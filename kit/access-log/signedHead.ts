import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { ChainHead } from './entry.ts';

/** The agency's word, at one moment, on where its chain ended: what came before can no longer be cut off unseen. */
export interface SignedHead {
  /** The number of the batch. */
  readonly _id: number;
  readonly chain: string;
  readonly hash: string;
  readonly at: string;
  /** Which key signed. */
  readonly keyId: string;
  /** Ed25519, base64url. */
  readonly signature: string;
}

/** Signs where a chain ends. */
export function signHead(key: KeyObject, chain: string, head: ChainHead, now: Date): SignedHead {
  const unsigned = { _id: head.batch, chain, hash: head.hash, at: now.toISOString(), keyId: keyIdOf(key) };
  return { ...unsigned, signature: sign(null, signedText(unsigned), key).toString('base64url') };
}

/** Whether the signature is that of this key. */
export function isSignedBy(key: KeyObject, head: SignedHead): boolean {
  return verify(null, signedText(head), key, Buffer.from(head.signature, 'base64url'));
}

/** A short name of a key, the same for both of its halves. */
export function keyIdOf(key: KeyObject): string {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(half.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16);
}

function signedText({ _id, chain, hash, at }: Omit<SignedHead, 'signature' | 'keyId'>): Buffer {
  return Buffer.from(`access-log head\n${chain}\n${_id}\n${hash}\n${at}`);
}
