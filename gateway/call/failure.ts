import type { Node } from './node.ts';

/** What went wrong between the gateway and an agency, and which objects it is about. */
export interface Failure {
  /** The place of the fetch in its plan: what failed is told in this order, whoever answered first. */
  readonly order: number;
  readonly agency: string;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
  /** The pattern where the objects stand that were asked about. */
  readonly pattern: readonly string[];
  readonly nodes: readonly Node[];
  /** What is null below each of these objects; empty when the agency did not say. */
  readonly fields: (node: Node) => readonly (readonly (string | number)[])[];
  /** What this agency alone was asked for below one of these fields, where another agency may have given the field itself. */
  readonly below?: (field: readonly (string | number)[]) => readonly (readonly string[])[];
  /**
   * `ERROR`: an error in an answer. `UNANSWERED`: nothing came for what was asked. `QUIET`: nothing came either, but the
   * answer's own errors tell it.
   */
  readonly kind: 'ERROR' | 'UNANSWERED' | 'QUIET';
}
