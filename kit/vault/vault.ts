import { blindIndex, decrypt, deriveKey, encrypt, readEnvelope, VaultError } from './cipher.ts';
import { changeAt, pathTree } from './fieldPaths.ts';
import type { KeyRing } from './keyRing.ts';
import type { BlindIndex, Plain, SealedFields, SealedText, Stored } from './sealed.ts';

/** Seals and opens the records of one agency. Made once per process; loaders and seeds are given it. */
export interface Vault {
  /** The `kid` of the key that it seals with. */
  readonly current: string;
  of<Declared extends SealedFields>(declared: Declared): SealedRows<Declared>;
}

/** Seals and opens the records of one collection. */
export interface SealedRows<Declared extends SealedFields> {
  /** The record as it is stored. Sealing twice gives two different texts. */
  seal(row: Plain<Declared>): Stored<Declared>;
  /** The plain record. @throws VaultError when a value was changed, moved, or sealed with a key that is not at hand */
  open(stored: Stored<Declared>): Plain<Declared>;
  /** The same for a projection, which must hold `_id`; only what it holds is opened. */
  openPart<Part extends { readonly _id: string }>(
    part: Part,
  ): Pick<Plain<Declared>, keyof Part & keyof Plain<Declared>>;
  /** The part of a query that finds these values by their blind index, under whichever key it was made. */
  lookUp(index: keyof Declared['indexes'] & string, values: readonly string[]): { $in: BlindIndex[] };
}

/** @param agency whose data it is: no other agency's vault opens it, even with the same root key */
export function createVault(agency: string, ring: KeyRing): Vault {
  const keys = new Map<string, Buffer>();
  const made = new WeakMap<SealedFields, unknown>();
  const keyOf = (kid: string, field: string, purpose: 'encrypt' | 'index'): Buffer => {
    const name = `${kid} ${purpose} ${field}`;
    const known = keys.get(name);
    if (known) return known;
    const root = ring.roots.get(kid);
    if (!root) throw new VaultError('it is sealed with a key that this process does not have');
    const key = deriveKey(root, { agency, field, purpose });
    keys.set(name, key);
    return key;
  };

  const rowsOf = <Declared extends SealedFields>({ collection, paths, indexes }: Declared): SealedRows<Declared> => {
    const tree = pathTree(paths);
    const indexPaths = Object.entries(indexes).map(([name, path]) => ({
      name,
      field: `${collection}.${path}`,
      path,
    }));

    const sealValue = (id: string) => (value: unknown, path: string, position: string) =>
      encrypt(
        keyOf(ring.current, `${collection}.${path}`, 'encrypt'),
        ring.current,
        JSON.stringify(value),
        placeOf(collection, position, id),
      ) as SealedText;

    const openValue = (id: string) => (value: unknown, path: string, position: string) => {
      try {
        const envelope = readEnvelope(value);
        if (!envelope) throw new VaultError('it is not sealed');
        const key = keyOf(envelope.kid, `${collection}.${path}`, 'encrypt');
        return JSON.parse(decrypt(key, envelope, placeOf(collection, position, id))) as unknown;
      } catch (error) {
        const reason = error instanceof VaultError ? error.message : 'it holds no readable value';
        throw new VaultError(`A stored value of ${collection}.${path} could not be opened: ${reason}.`);
      }
    };

    const indexValue = (kid: string, field: string, value: unknown): unknown => {
      if (Array.isArray(value)) return value.map((item) => indexValue(kid, field, item));
      if (typeof value !== 'string') return value;
      return `${kid}.${blindIndex(keyOf(kid, field, 'index'), value)}`;
    };

    const open = (stored: object) => {
      const plain = changeAt(stored, tree, openValue(idOf(stored)));
      for (const { name } of indexPaths) delete plain[name];
      return plain;
    };

    return {
      seal(row) {
        const plain = row as object as Readonly<Record<string, unknown>>;
        const stored = changeAt(plain, tree, sealValue(idOf(plain)));
        for (const { name, path, field } of indexPaths) stored[name] = indexValue(ring.current, field, plain[path]);
        return stored as Stored<Declared>;
      },
      open: (stored) => open(stored as object) as Plain<Declared>,
      openPart: (part) => open(part) as Pick<Plain<Declared>, keyof typeof part & keyof Plain<Declared>>,
      lookUp(index, values) {
        const field = `${collection}.${indexes[index]}`;
        const found = [...ring.roots.keys()].flatMap((kid) => values.map((value) => indexValue(kid, field, value)));
        return { $in: found as BlindIndex[] };
      },
    };
  };

  return {
    current: ring.current,
    of<Declared extends SealedFields>(declared: Declared) {
      // Loaders ask once per request; what a declaration says is worked out once.
      const rows = (made.get(declared) as SealedRows<Declared> | undefined) ?? rowsOf(declared);
      made.set(declared, rows);
      return rows;
    },
  };
}

/** Bound into the value, so that it opens in this row and field only. The id comes last: it may hold any character. */
function placeOf(collection: string, position: string, id: string): string {
  return `${collection}|${position}|${id}`;
}

function idOf(record: object): string {
  const id = '_id' in record ? record._id : undefined;
  if (typeof id !== 'string') throw new VaultError('A record without an id can be neither sealed nor opened.');
  return id;
}
