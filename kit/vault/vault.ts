import { readEnvelope, VaultError } from './cipher.ts';
import { changeAt, changeWhenRead, layoutOf, pathTree } from './fieldPaths.ts';
import type { KeyRing } from './keyRing.ts';
import type { BlindIndex, Plain, SealedFields, Stored } from './sealed.ts';
import { type ValueCipher, valueCiphers } from './valueCipher.ts';

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
  /**
   * The plain record. Each sealed value is opened when it is first read, once (ADR 0040); reading one throws VaultError when it
   * was changed, moved, or sealed with a key that is not at hand.
   */
  open(stored: Stored<Declared>): Plain<Declared>;
  /** The same with everything opened now, for what is to be changed and sealed again. @throws VaultError */
  openWhole(stored: Stored<Declared>): Plain<Declared>;
  /** The same for a projection, which must hold `_id`; only what it holds is opened. */
  openPart<Part extends { readonly _id: string }>(
    part: Part,
  ): Pick<Plain<Declared>, keyof Part & keyof Plain<Declared>>;
  /** The part of a query that finds these values by their blind index, under whichever key it was made. */
  lookUp(index: keyof Declared['indexes'] & string, values: readonly string[]): { $in: BlindIndex[] };
  /** What seals a stored record with the current key; `null` when everything in it is. For rotating keys. */
  reseal(stored: StoredRow): Resealing | null;
  /** The `kid` of every value and every blind index in a stored record. */
  kidsIn(stored: StoredRow): string[];
}

/** A record as it comes from the store, whatever is in it. */
export type StoredRow = Readonly<Record<string, unknown>> & { readonly _id: string };

/** A change of one record that is right only while the record still holds what `match` says. */
export interface Resealing {
  readonly match: Readonly<Record<string, unknown>>;
  readonly set: Readonly<Record<string, unknown>>;
}

/** @param agency whose data it is: no other agency's vault opens it, even with the same root key */
export function createVault(agency: string, ring: KeyRing): Vault {
  const cipherOf = valueCiphers(agency, ring);
  const made = new WeakMap<SealedFields, unknown>();
  return {
    current: ring.current,
    of<Declared extends SealedFields>(declared: Declared) {
      // Loaders ask once per request; what a declaration says is worked out once.
      const known = made.get(declared) as SealedRows<Declared> | undefined;
      const rows = known ?? sealedRows(declared, cipherOf(declared.collection), ring);
      made.set(declared, rows);
      return rows;
    },
  };
}

function sealedRows<Declared extends SealedFields>(
  { paths, indexes }: Declared,
  cipher: ValueCipher,
  ring: KeyRing,
): SealedRows<Declared> {
  const tree = pathTree(paths);
  const indexPaths = Object.entries(indexes);
  const layout = layoutOf(tree, Object.keys(indexes));
  const open = (stored: object) => changeWhenRead(stored, layout, cipher.open(idOf(stored)));

  return {
    seal(row) {
      const plain = row as object as StoredRow;
      const stored = changeAt(plain, tree, cipher.seal(idOf(plain)));
      for (const [name, path] of indexPaths) stored[name] = cipher.index(ring.current, path, plain[path]);
      return stored as Stored<Declared>;
    },
    open: (stored) => open(stored as object) as Plain<Declared>,
    openWhole(stored) {
      const plain = changeAt(stored as object, tree, cipher.open(idOf(stored as object)));
      for (const [name] of indexPaths) delete plain[name];
      return plain as Plain<Declared>;
    },
    openPart: (part) => open(part) as Pick<Plain<Declared>, keyof typeof part & keyof Plain<Declared>>,
    lookUp(name, values) {
      const path = indexes[name] ?? '';
      return { $in: [...ring.roots.keys()].flatMap((kid) => cipher.index(kid, path, values) as BlindIndex[]) };
    },
    reseal(stored) {
      const [match, set] = [new Map<string, unknown>(), new Map<string, unknown>()];
      const plain = changeAt(stored, tree, (value, path, position) => {
        const held = cipher.open(stored._id)(value, path, position);
        if (readEnvelope(value)?.kid !== ring.current) {
          match.set(position, value);
          set.set(position, cipher.seal(stored._id)(held, path, position));
        }
        return held;
      });
      for (const [name, path] of indexPaths) {
        if (kidsOf(stored[name]).every((kid) => kid === ring.current)) continue;
        match.set(path, stored[path]);
        set.set(name, cipher.index(ring.current, path, plain[path]));
      }
      return set.size === 0 ? null : { match: Object.fromEntries(match), set: Object.fromEntries(set) };
    },
    kidsIn(stored) {
      const kids = indexPaths.flatMap(([name]) => kidsOf(stored[name]));
      changeAt(stored, tree, (value) => kids.push(readEnvelope(value)?.kid ?? 'none'));
      return kids;
    },
  };
}

/** The keys that blind indexes were made with: what stands before the dot. */
function kidsOf(index: unknown): string[] {
  return [index].flat().flatMap((one) => (typeof one === 'string' ? [one.slice(0, one.indexOf('.'))] : []));
}

function idOf(record: object): string {
  const id = '_id' in record ? record._id : undefined;
  if (typeof id !== 'string') throw new VaultError('A record without an id can be neither sealed nor opened.');
  return id;
}
