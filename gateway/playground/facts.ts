/** What the composed graph says of its types beside their form: who answers for them, who may see them, what is personal. */
export interface SchemaFacts {
  readonly types: Readonly<Record<string, TypeFacts>>;
}

export interface TypeFacts {
  /** The agencies that answer for it, the one that answers for most of it first. */
  readonly owners: readonly string[];
  /** The fields that another agency finds it by; none for what is no entity. */
  readonly keys: readonly string[];
  /** Who may see it, in words. */
  readonly seenBy: string;
  readonly personal: string | null;
  readonly register: string | null;
  /** Interfaces that it has, or the union's members. */
  readonly interfaces: readonly string[];
  readonly members: readonly string[];
  readonly fields: Readonly<Record<string, FieldFacts>>;
}

export interface FieldFacts {
  readonly owners: readonly string[];
  /** The type that it leads to, without lists. */
  readonly type: string;
  readonly seenBy: string;
  readonly personal: string | null;
  readonly register: string | null;
}

/** What somebody sees who may see nothing, or before the facts are here. */
export const noFacts: SchemaFacts = { types: {} };
