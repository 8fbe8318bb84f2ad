import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PinDigest } from '../model.ts';

/** What a worker is asked to compute; all parameters of scrypt (RFC 7914) beside the PIN and the salt. */
export interface PinWork extends Omit<PinDigest, 'hash'> {
  readonly pin: string;
  readonly length: number;
}

/** Computes scrypt somewhere and gives the hash in base64. */
export type PinHash = (work: PinWork) => Promise<string>;

const length = 32;

/** 32 MB of memory and about a tenth of a second for each guess. */
const strength = { cost: 2 ** 15, blockSize: 8, parallelization: 1 } as const;

/** What is hashed in place of a PIN that nobody has, so that an unknown account takes the time of a known one. */
const nobodysDigest: PinDigest = { ...strength, salt: newSalt(), hash: Buffer.alloc(length).toString('base64') };

/** The digest to store of a new PIN. */
export async function digestOfPin(pin: string, hash: PinHash = hashInThisProcess): Promise<PinDigest> {
  const salted = { ...strength, salt: newSalt() };
  return { ...salted, hash: await hash({ ...salted, pin, length }) };
}

/** Whether it is the PIN. Takes as long when there is no digest to compare with. */
export async function isPin(pin: string, digest: PinDigest | null, hash: PinHash): Promise<boolean> {
  const { hash: expected, ...salted } = digest ?? nobodysDigest;
  const computed = await hash({ ...salted, pin, length });
  return timingSafeEqual(Buffer.from(computed, 'base64'), Buffer.from(expected, 'base64')) && digest !== null;
}

function newSalt(): string {
  return randomBytes(16).toString('base64');
}

/** For a seed, where nobody waits; a server hashes in its pool (hashPool.ts). */
function hashInThisProcess({ pin, salt, length: bytes, cost, blockSize, parallelization }: PinWork): Promise<string> {
  const options = { cost, blockSize, parallelization, maxmem: 256 * cost * blockSize };
  return new Promise((resolve, reject) => {
    scrypt(pin, Buffer.from(salt, 'base64'), bytes, options, (error, key) =>
      error ? reject(error) : resolve(key.toString('base64')),
    );
  });
}
