import { createPublicKey, type KeyObject } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { SettingError, setting } from '#kit/setting.ts';
import { fileSource } from './fileSource.ts';
import type { Demands } from './published.ts';
import type { SupergraphSource } from './source.ts';
import { urlSource } from './urlSource.ts';

/** Where the supergraph is, and what it must show. */
export interface SupergraphSettings {
  /** A file, or the address of one; its publications stand beside it, in `ledger.json`. */
  readonly at: string | URL;
  /** Whose publications are believed; it may be unsigned when left out. */
  readonly publicKey?: KeyObject | undefined;
  /** No earlier version is served, whoever signed it. */
  readonly leastVersion?: number;
  /** Where the last one that came into force is kept; nowhere when left out. */
  readonly keptFile?: string | undefined;
  /** How often it is looked at; it is read once when left out. */
  readonly pollMs?: number;
}

const inSchema = (name: string) => fileURLToPath(new URL(`../../schema/${name}`, import.meta.url));

/**
 * Reads where the supergraph is.
 *
 * @throws SettingError for one that would be believed without a signature where none may, and in production where a start
 * would believe any version that was ever signed
 */
export function readSupergraphSettings(production: boolean): SupergraphSettings {
  const key = setting('SUPERGRAPH_PUBLIC_KEY', z.string().optional());
  const usual = inSchema(key === undefined ? 'supergraph.graphql' : 'registry/supergraph.graphql');
  const at = placeOf(setting('SUPERGRAPH', z.string().default(usual)));
  if (key === undefined && (production || at instanceof URL)) {
    const where = production ? 'In production' : 'From an address';
    throw new SettingError(`${where} a supergraph is served only if it is signed: SUPERGRAPH_PUBLIC_KEY is missing.`);
  }
  const leastVersion = setting('SUPERGRAPH_LEAST_VERSION', z.coerce.number().int().min(0).default(0));
  const keptFile = setting('SUPERGRAPH_KEPT', z.string().optional());
  if (production && leastVersion === 0 && keptFile === undefined) {
    throw new SettingError(
      'In production a start serves nothing older than was served before: SUPERGRAPH_KEPT (a file that outlives restarts) or SUPERGRAPH_LEAST_VERSION is missing.',
    );
  }
  return {
    at,
    publicKey: key === undefined ? undefined : publicKeyFrom(key),
    leastVersion,
    keptFile,
    pollMs: setting('SUPERGRAPH_POLL_MS', z.coerce.number().int().min(100).default(10_000)),
  };
}

/** The source that the settings name. */
export function sourceOf({ at, publicKey }: SupergraphSettings): SupergraphSource {
  return at instanceof URL ? urlSource(at, publicKey !== undefined) : fileSource(at, publicKey !== undefined);
}

/** What the settings demand of a supergraph. */
export function demandsOf({ publicKey, leastVersion = 0 }: SupergraphSettings): Demands {
  return { publicKey: publicKey ?? null, leastVersion };
}

function placeOf(written: string): string | URL {
  if (/^https?:\/\//.test(written)) return new URL(written);
  return written.startsWith('file:') ? fileURLToPath(written) : resolve(written);
}

function publicKeyFrom(base64: string): KeyObject {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // What it is instead is not said: somebody may have put a private key there.
  }
  throw new SettingError('SUPERGRAPH_PUBLIC_KEY is not an Ed25519 public key (base64 SPKI).');
}
