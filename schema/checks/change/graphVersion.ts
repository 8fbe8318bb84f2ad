/** The graph as it was, or is to be: what two versions are compared by. */
export interface GraphVersion {
  /** The composed supergraph, with its access rules. */
  readonly supergraph: string;
  /** What clients see of it. */
  readonly api: string;
  /** The recorded operations of its clients. */
  readonly operations: readonly RecordedOperation[];
}

/** An operation that a client uses in earnest. */
export interface RecordedOperation {
  /** Whose program asks it, such as `citizens' app`. */
  readonly client: string;
  readonly name: string;
  readonly document: string;
}

/** A recorded operation that something touches. */
export interface Use {
  readonly client: string;
  readonly operation: string;
}

/** What the checks look for. */
export type CheckName = 'schema' | 'breaking' | 'operations' | 'access' | 'personal' | 'keys' | 'plans';

/** What a check has found in a change, for whoever has to mend or to announce it. */
export interface Concern {
  readonly check: CheckName;
  /**
   * `MEND` cannot stay. `ANNOUNCE` may, once schema/announcedChanges.json says since when and why. `NOTE` only wants to be
   * read.
   */
  readonly weight: 'MEND' | 'ANNOUNCE' | 'NOTE';
  /** `Type`, `Type.field`, `Type.field(argument:)` or `Enum.VALUE`; of a plan, the name of its operation. */
  readonly coordinate: string;
  /** The agencies that answer for it. */
  readonly agencies: readonly string[];
  readonly message: string;
  /** Which client has which operation that uses it. */
  readonly uses: readonly Use[];
}
