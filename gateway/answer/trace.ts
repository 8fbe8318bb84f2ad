import type { Node, Path } from '../call/node.ts';

/** Why a value could not stand: null where null may not be, or not of the type that was promised. */
export type Fault = 'NULL' | 'INVALID';

/** A place where the agencies' data does not keep what the schema promises. */
export interface Incompletion {
  readonly fault: Fault;
  /** Where it is, in the names of the data. */
  readonly path: Path;
  /** The object whose field it is, and that field. */
  readonly node: Node;
  readonly key: string;
  /** What stands there. */
  readonly value: unknown;
}

type Way = (number | { readonly node: Node; readonly key: string })[];

/**
 * Follows the shaping of an answer. Nearly all answers are whole, so the first shaping only notes whether anything was
 * wrong (`way` is null); only if so it is done again with every step recorded.
 */
export class Trace {
  hasFaults = false;
  readonly way: Way | null;
  readonly incompletions: Incompletion[] = [];

  constructor(isRecording = false) {
    this.way = isRecording ? [] : null;
  }

  report(fault: Fault, value: unknown): void {
    this.hasFaults = true;
    if (!this.way) return;
    const last = this.way.findLast((step) => typeof step !== 'number');
    if (!last) return;
    const path = this.way.map((step) => (typeof step === 'number' ? step : step.key));
    this.incompletions.push({ fault, path, ...last, value });
  }
}
