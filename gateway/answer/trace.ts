import { mostPlaces } from '../access/refusalErrors.ts';
import type { Refusal } from '../access/withholding.ts';
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
  /** Where something is null because the caller may not see it; for each, up to one place more than is told. */
  readonly withheld = new Map<Refusal, Path[]>();

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
  /** Notes that null stands here because of what the caller may not see. */
  withhold(refusals: readonly Refusal[]): void {
    this.hasFaults = true;
    if (!this.way) return;
    for (const refusal of refusals) {
      const places = this.withheld.get(refusal) ?? [];
      this.withheld.set(refusal, places);
      if (places.length <= mostPlaces)
        places.push(this.way.map((step) => (typeof step === 'number' ? step : step.key)));
    }
  }
}
