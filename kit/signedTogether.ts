import { hash, type KeyObject, sign, verify } from 'node:crypto';

/** A signature over many statements at once, as it is sent with one of them. */
export interface SharedSignature {
  readonly signature: string;
  /** The digests by which the statement leads to what was signed; empty for a statement that was signed alone. */
  readonly proof: string;
}

const digestBytes = 32;
const mostTogether = 64;
/** As many digests as 64 statements need; nobody makes a verifier count longer. */
const longestProof = 6;

interface Waiting {
  readonly digest: Buffer;
  resolve(signed: SharedSignature): void;
  reject(error: unknown): void;
}

/**
 * Signs statements that come at the same moment with one signature: over the root of a tree of their digests (Merkle).
 * Each statement is sent with the digests beside its way to the root. Whoever verifies learns nothing of the others but
 * digests of texts with a random nonce in them, and can exchange nothing: another statement leads to another root.
 */
export class CommonSigner {
  private readonly key: KeyObject;
  private waiting: Waiting[] = [];

  constructor(key: KeyObject) {
    this.key = key;
  }

  sign(statement: string): Promise<SharedSignature> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => this.signWaiting());
      this.waiting.push({ digest: digestOfStatement(statement), resolve, reject });
      if (this.waiting.length === mostTogether) this.signWaiting();
    });
  }

  private signWaiting(): void {
    const together = this.waiting;
    this.waiting = [];
    if (together.length === 0) return;
    try {
      const { root, proofs } = tree(together.map(({ digest }) => digest));
      const signature = sign(null, signedRoot(root), this.key).toString('base64url');
      for (const [index, { resolve }] of together.entries()) resolve({ signature, proof: proofs[index] ?? '' });
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }
}

/** Signs one statement alone. */
export function signAlone(key: KeyObject, statement: string): string {
  return sign(null, signedRoot(digestOfStatement(statement)), key).toString('base64url');
}

/** Whether the key's holder signed the statement, alone or together with others. */
export function isSigned(key: KeyObject, statement: string, { signature, proof }: SharedSignature): boolean {
  const beside = Buffer.from(proof, 'base64url');
  if (beside.length % digestBytes !== 0 || beside.length > longestProof * digestBytes) return false;
  let digest = digestOfStatement(statement);
  for (let start = 0; start < beside.length; start += digestBytes) {
    digest = digestOfPair(digest, beside.subarray(start, start + digestBytes));
  }
  return verify(null, signedRoot(digest), key, Buffer.from(signature, 'base64url'));
}

/** The root over all digests, and for each of them the digests beside its way to it. */
function tree(leaves: readonly Buffer[]): { root: Buffer; proofs: string[] } {
  const beside: Buffer[][] = leaves.map(() => []);
  let level = leaves.map((digest, index) => ({ digest, below: [index] }));
  while (level.length > 1) {
    const next: typeof level = [];
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = [level[index], level[index + 1]];
      if (!left) continue;
      if (!right) {
        next.push(left);
        continue;
      }
      for (const leaf of left.below) beside[leaf]?.push(right.digest);
      for (const leaf of right.below) beside[leaf]?.push(left.digest);
      next.push({ digest: digestOfPair(left.digest, right.digest), below: [...left.below, ...right.below] });
    }
    level = next;
  }
  const [top] = level;
  if (!top) throw new Error('There is nothing to sign.');
  return { root: top.digest, proofs: beside.map((digests) => Buffer.concat(digests).toString('base64url')) };
}

// A statement, a pair and a root are digested under different heads, so that none can be passed off as another.
function digestOfStatement(statement: string): Buffer {
  return hash('sha256', `statement\n${statement}`, 'buffer');
}

/** The order of the two does not count: a proof need not say on which side it stands. */
function digestOfPair(one: Buffer, other: Buffer): Buffer {
  const pair = Buffer.compare(one, other) <= 0 ? [one, other] : [other, one];
  return hash('sha256', Buffer.concat([pairHead, ...pair]), 'buffer');
}

const pairHead = Buffer.from('pair\n');
const rootHead = Buffer.from('mpp-digital signed root\n');

function signedRoot(root: Buffer): Buffer {
  return Buffer.concat([rootHead, root]);
}
