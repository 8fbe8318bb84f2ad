import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';

/** One publication of the supergraph: what was published, by whom, when and why, and our signature on that. */
export const publicationSchema = z.strictObject({
  /** Counts from 1 without gaps; a rollback is a publication too. */
  version: z.int().positive(),
  at: z.iso.datetime(),
  by: z.string().min(1),
  why: z.string().min(5),
  /** SHA-256 of the text, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** By which git finds the text. */
  blob: z.string().regex(/^[0-9a-f]{40,64}$/),
  /** The version whose text this is again; null for a text of its own. */
  rollbackTo: z.int().positive().nullable(),
  /** Ed25519 over all of the above, base64. */
  signature: z.string(),
});

export type Publication = z.output<typeof publicationSchema>;

/** Every publication so far, oldest first; the last one is in force. */
export const ledgerSchema = z.array(publicationSchema);

/** What is said with a publication. */
export interface Occasion {
  readonly at: Date;
  readonly by: string;
  readonly why: string;
}

/** A text of the supergraph, and by which name git keeps it. */
export interface KeptText {
  readonly text: string;
  readonly blob: string;
}

/** The publication, or the rollback, is not possible. */
export class CannotPublish extends Error {
  override readonly name = 'CannotPublish';
}

/** Publishes a text as the next version. @throws CannotPublish when it is in force already, by this key */
export function publish(
  ledger: readonly Publication[],
  { text, blob }: KeptText,
  occasion: Occasion,
  key: KeyObject,
): Publication {
  const present = ledger.at(-1);
  // By another key it is signed anew: gateways that believe this one would not serve it otherwise.
  if (present && isPublished(text, present, createPublicKey(key))) {
    throw new CannotPublish('This supergraph is in force already.');
  }
  return signed({ ...next(ledger, occasion), sha256: digestOf(text), blob, rollbackTo: null }, key);
}

/**
 * Puts an earlier version in force again, as a version of its own: what was published stays on record.
 *
 * @param to its version; the one before the present one when left out
 * @throws CannotPublish when there is no such version, or it is in force
 */
export function rollBack(ledger: readonly Publication[], occasion: Occasion, key: KeyObject, to?: number): Publication {
  const present = ledger.at(-1);
  const wanted = to ?? (present?.version ?? 0) - 1;
  const earlier = ledger.find(({ version }) => version === wanted);
  if (!earlier || earlier === present) throw new CannotPublish(`There is no earlier version ${wanted} to go back to.`);
  const { sha256, blob } = earlier;
  return signed({ ...next(ledger, occasion), sha256, blob, rollbackTo: earlier.version }, key);
}

/** Whether a text is what was published, and the publication ours. */
export function isPublished(text: string, publication: Publication, key: KeyObject): boolean {
  const { signature, ...statement } = publication;
  const isOurs = verify(null, statementText(statement), key, Buffer.from(signature, 'base64'));
  return isOurs && digestOf(text) === statement.sha256;
}

function next(ledger: readonly Publication[], { at, by, why }: Occasion) {
  return { version: (ledger.at(-1)?.version ?? 0) + 1, at: at.toISOString(), by, why };
}

function signed(statement: Omit<Publication, 'signature'>, key: KeyObject): Publication {
  const signature = sign(null, statementText(statement), key).toString('base64');
  return publicationSchema.parse({ ...statement, signature });
}

/** In one order, whatever the order in which a file holds the parts. The head keeps it apart from all else that is signed. */
function statementText({ version, at, by, why, sha256, blob, rollbackTo }: Omit<Publication, 'signature'>): Buffer {
  return Buffer.from(JSON.stringify(['mpp-digital supergraph 1', version, at, by, why, sha256, blob, rollbackTo]));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
