import type { ForwardedIdentity } from '#kit/signature.ts';
import type { RequestTrace } from '../observe/requestTrace.ts';

/** Whoever answers the fetches for one subgraph: an agency over the network, or this process itself. */
export interface Agency {
  readonly agency: string;
  /** Asks one operation. @throws NoAnswer when no usable answer comes in time */
  ask(request: AgencyRequest): Promise<AgencyAnswer>;
}

export interface AgencyRequest {
  readonly operation: PreparedOperation;
  /** The variables, as JSON of an object. */
  readonly variables: string;
  readonly identity: ForwardedIdentity;
  /** How much of the request's time this call may take; the whole of it when left out. */
  readonly timeoutMs?: number | undefined;
  /** The trace that the call is a part of, where traces are on. */
  readonly trace?: RequestTrace | undefined;
  /**
   * The calls that this request of a client has made: the same one is not made twice. Null where no other call of the
   * plan could be the same, and where a change in between could have made the answer another one.
   */
  readonly made: Map<string, Promise<Heard>> | null;
}

/** An operation for an agency, with everything about it that does not change from one request to the next. */
export interface PreparedOperation {
  readonly text: string;
  /** The request's body up to its variables. */
  readonly opening: string;
  readonly isMutation: boolean;
}

export interface AgencyAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly AgencyError[];
}

/** What came back from a call that several may have asked for. */
export interface Heard {
  /** Whether it is the answer to a GraphQL operation. */
  readonly isUsable: boolean;
  /** The answer, for one asker alone. @returns null when it cannot be used */
  take(): AgencyAnswer | null;
}

export interface AgencyError {
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Prepares an operation's text to be sent often. */
export function prepareOperation(text: string, isMutation: boolean): PreparedOperation {
  return { text, opening: `{"query":${JSON.stringify(text)},"variables":`, isMutation };
}
