import { createHash } from 'node:crypto';

/** What lies where the supergraph is read, not believed yet. */
export interface Delivered {
  readonly text: string;
  /** The publications beside it; null where they are not asked for. */
  readonly ledger: string | null;
}

/** Where a supergraph is read again and again. */
export interface SupergraphSource {
  /** For people: a path, or an address. */
  readonly name: string;
  /** @throws SupergraphRefused (UNREACHABLE) when it cannot be read */
  read(): Promise<Delivered>;
  /** Calls back when something may have changed, where the source can tell. @returns what ends it */
  watch(heard: () => void): () => void;
}

/** The name of the file of publications, beside the supergraph. */
export const ledgerName = 'ledger.json';

/** Tells one content from another. */
export function digestOf({ text, ledger }: Delivered): string {
  return createHash('sha256')
    .update(text)
    .update('\0')
    .update(ledger ?? '')
    .digest('hex');
}
