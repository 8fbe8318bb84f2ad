import { createHash, type KeyObject } from 'node:crypto';
import { isPublished, ledgerSchema, type Publication } from '../../schema/registry/publication.ts';
import { SupergraphRefused } from './refused.ts';
import type { Delivered } from './source.ts';

/** A supergraph that was found good to serve; without a publication where none is asked for. */
export interface FoundSupergraph {
  readonly text: string;
  readonly publication: Publication | null;
}

/** What a supergraph must show before anything of it is read. */
export interface Demands {
  /** Whose publications are believed; null where none is asked for. */
  readonly publicKey: KeyObject | null;
  /** The version that must be reached. */
  readonly leastVersion: number;
}

/**
 * Believes what was delivered, if the last publication beside it is ours, is about this very text, and is not older than what
 * was served before.
 *
 * @throws SupergraphRefused UNSIGNED, CHANGED or OLDER
 */
export function believed({ text, ledger }: Delivered, { publicKey, leastVersion }: Demands): FoundSupergraph {
  if (text.trim() === '') throw new SupergraphRefused('INVALID', 'The supergraph is empty.');
  if (!publicKey) return { text, publication: null };
  const publication = lastOf(ledger);
  if (!publication) throw new SupergraphRefused('UNSIGNED', 'No publication stands beside the supergraph.');
  if (!isPublished(text, publication, publicKey)) throw new SupergraphRefused(...whyNot(text, publication));
  const { version } = publication;
  if (version < leastVersion) {
    throw new SupergraphRefused('OLDER', `Version ${version} is older than version ${leastVersion}.`);
  }
  return { text, publication };
}

function whyNot(text: string, { version, sha256 }: Publication): ['UNSIGNED' | 'CHANGED', string] {
  const isItsText = createHash('sha256').update(text).digest('hex') === sha256;
  return isItsText
    ? ['UNSIGNED', `The signature of version ${version} is not of the key that is believed.`]
    : ['CHANGED', `The supergraph is not the text that was published as version ${version}.`];
}

function lastOf(ledger: string | null): Publication | undefined {
  try {
    return ledgerSchema.parse(JSON.parse(ledger ?? '')).at(-1);
  } catch {
    return undefined;
  }
}
