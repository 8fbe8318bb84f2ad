import { type Filter, fieldsOf, parseFilter } from '../query/filter.ts';
import { type FieldNames, fieldNames } from '../values/decode.ts';
import type { Document } from '../values/document.ts';
import { type Path, splitPath } from '../values/path.ts';

/** One field of an index's key. */
export type IndexField = { readonly path: string; readonly parts: Path; readonly direction: 1 | -1 };

/** An index as the catalogue keeps it. */
export type IndexDefinition = {
  readonly id: number;
  readonly name: string;
  readonly key: Document;
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partial?: Document;
  readonly expireAfterSeconds?: number;
  readonly hidden?: boolean;
  /** Writes keep it up, but it does not hold all older documents yet: no query may use it. */
  readonly building?: boolean;
  /** For each field, whether some document holds an array on its path. Never goes back to false, as in MongoDB. */
  readonly multikey: readonly boolean[];
  /** Whether some key was longer than LMDB holds, so that this index is not in order throughout. */
  readonly shortened: boolean;
};

/** An index ready to be used. */
export type Index = {
  definition: IndexDefinition;
  readonly id: number;
  readonly name: string;
  readonly unique: boolean;
  readonly fields: readonly IndexField[];
  readonly partial?: Filter;
  /** The top-level fields its keys are made of. */
  readonly reads: ReadonlySet<string>;
  /** The same, ready for decoding. */
  readonly fieldNames: FieldNames;
};

export const openIndex = (definition: IndexDefinition): Index => {
  const fields = Object.entries(definition.key).map(([path, direction]) => ({
    path,
    parts: splitPath(path),
    direction: Number(direction) < 0 ? (-1 as const) : (1 as const),
  }));
  const partial = definition.partial && parseFilter(definition.partial);
  const partialFields = partial ? fieldsOf(partial) : new Set<string>();
  const reads = new Set(fields.map(({ parts }) => parts[0] as string));
  if (partialFields !== 'all') for (const field of partialFields) reads.add(field);
  const { id, name, unique } = definition;
  return {
    definition,
    id,
    name,
    unique,
    fields,
    reads,
    fieldNames: fieldNames(reads),
    ...(partial ? { partial } : {}),
  };
};
