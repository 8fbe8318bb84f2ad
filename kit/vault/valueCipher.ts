import type { KeyObject } from 'node:crypto';
import { blindIndex, decrypt, deriveKey, encrypt, readEnvelope, VaultError } from './cipher.ts';
import type { Change } from './fieldPaths.ts';
import type { KeyRing } from './keyRing.ts';

/** Seals, opens and indexes single values of an agency's collection, each with the key of its field. */
export interface ValueCipher {
  /** Seals the values of the record with this id, with the current key. */
  readonly seal: (id: string) => Change;
  /** Opens them, with whichever key they were sealed. The change throws VaultError. */
  readonly open: (id: string) => Change;
  /** The blind index of a text, or of each text of a list. */
  readonly index: (kid: string, path: string, value: unknown) => unknown;
}

/** Makes ciphers of collections that share their derived keys. */
export function valueCiphers(agency: string, ring: KeyRing): (collection: string) => ValueCipher {
  const keys = new Map<string, KeyObject>();
  const keyOf = (kid: string, field: string, purpose: 'encrypt' | 'index'): KeyObject => {
    const name = `${kid} ${purpose} ${field}`;
    const known = keys.get(name);
    if (known) return known;
    const root = ring.roots.get(kid);
    if (!root) throw new VaultError('it is sealed with a key that this process does not have');
    const key = deriveKey(root, { agency, field, purpose });
    keys.set(name, key);
    return key;
  };

  return (collection) => {
    // Bound into the value, so that it opens there only. The id comes last: it may hold any character.
    const placeOf = (position: string, id: string) => `${collection}|${position}|${id}`;

    const index = (kid: string, path: string, value: unknown): unknown => {
      if (Array.isArray(value)) return value.map((item) => index(kid, path, item));
      if (typeof value !== 'string') return value;
      return `${kid}.${blindIndex(keyOf(kid, `${collection}.${path}`, 'index'), value)}`;
    };

    return {
      seal: (id) => (value, path, position) => {
        const key = keyOf(ring.current, `${collection}.${path}`, 'encrypt');
        return encrypt(key, ring.current, JSON.stringify(value), placeOf(position, id));
      },
      open: (id) => (value, path, position) => {
        try {
          const envelope = readEnvelope(value);
          if (!envelope) throw new VaultError('it is not sealed');
          const key = keyOf(envelope.kid, `${collection}.${path}`, 'encrypt');
          return JSON.parse(decrypt(key, envelope, placeOf(position, id))) as unknown;
        } catch (error) {
          const reason = error instanceof VaultError ? error.message : 'it holds no readable value';
          throw new VaultError(`A stored value of ${collection}.${path} could not be opened: ${reason}.`);
        }
      },
      index,
    };
  };
}
