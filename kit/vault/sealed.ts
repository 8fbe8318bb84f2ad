/** A value as it is stored: `v1.<kid>.<iv>.<ciphertext>.<tag>`. Only a vault makes one. */
export type SealedText = string & { readonly madeBy: 'vault' };

/** What an equality look-up compares: `<kid>.<HMAC>`. */
export type BlindIndex = string & { readonly madeBy: 'vault index' };

/** Which fields of a collection are stored sealed; see `sealed`. */
export interface SealedFields {
  readonly collection: string;
  /** Dotted paths. One that leads into a list means the field of every item. */
  readonly paths: readonly string[];
  /** Name of a stored field with blind indexes -> path of the sealed field that they are of. */
  readonly indexes: Readonly<Record<string, string>>;
}

/** The same, with the type of the plain record. */
export interface SealedRecord<Row, Path extends string, Index extends Readonly<Record<string, string>>>
  extends SealedFields {
  readonly paths: readonly Path[];
  readonly indexes: Index;
  /** Never there; holds the type. */
  readonly row?: Row;
}

/**
 * Declares, beside a model, which fields of its records are sealed, and which of them can be looked for by equality:
 *
 * ```ts
 * export const sealedEntry = sealed<RegisterEntry>()('citizens', ['nik', 'address.street'], { nikIndex: 'nik' });
 * export type StoredEntry = Stored<typeof sealedEntry>;
 * ```
 *
 * `null` stays `null`. A sealed field of any other type than text holds its JSON, so it may be a list or an object, but
 * no `Date`. Nothing sorts, filters or indexes by a sealed field.
 */
export function sealed<Row extends { readonly _id: string }>() {
  return <const Path extends PathOf<Row>, const Index extends Readonly<Record<string, Path>> = Record<never, Path>>(
    collection: string,
    paths: readonly Path[],
    indexes?: Index,
  ): SealedRecord<Row, Path, Index> => ({ collection, paths, indexes: (indexes ?? {}) as Index });
}

/** The plain record of a declaration. */
export type Plain<Declared> =
  Declared extends SealedRecord<infer Row, string, Readonly<Record<string, string>>> ? Row : never;

/** The stored record of a declaration: sealed fields are `SealedText`, and the blind indexes are there. */
export type Stored<Declared> =
  Declared extends SealedRecord<infer Row, infer Path, infer Index>
    ? SealedForm<Row, Path> & { readonly [Name in keyof Index]: IndexForm<ValueAt<Row, Index[Name]>> }
    : never;

export type SealedForm<Value, Path extends string> = Value extends readonly (infer Item)[]
  ? readonly SealedForm<Item, Path>[]
  : Value extends object
    ? {
        [Key in keyof Value]: Key extends Path
          ? SealedText | Extract<Value[Key], null | undefined>
          : Key extends HeadOf<Path>
            ? SealedForm<Value[Key], TailOf<Path, Key>>
            : Value[Key];
      }
    : Value;

type IndexForm<Value> = Value extends readonly unknown[] ? readonly BlindIndex[] : BlindIndex;
type ValueAt<Row, Path extends string> = Row extends unknown ? (Path extends keyof Row ? Row[Path] : never) : never;
type HeadOf<Path extends string> = Path extends `${infer Head}.${string}` ? Head : never;
type TailOf<Path extends string, Head extends string> = Path extends `${Head}.${infer Tail}` ? Tail : never;

/** The dotted paths of a record, through lists; not into texts, and no times: JSON has none. */
export type PathOf<Value> = Value extends string | number | boolean | Date | null | undefined
  ? never
  : Value extends readonly (infer Item)[]
    ? PathOf<Item>
    : {
        [Key in keyof Value & string]: Date extends Value[Key] ? never : Key | `${Key}.${PathOf<Value[Key]>}`;
      }[keyof Value & string];
