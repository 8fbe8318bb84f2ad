import type { RequirementFact } from '../data/types.ts';
import type { Service } from './catalogue.ts';

/** One field of a form, as a register holds it. */
export interface PrefilledValue {
  readonly field: string;
  readonly labelId: string;
  readonly labelEn: string;
  readonly value: string | null;
  /** The folder of the agency. */
  readonly source: string;
}

export interface Prefill {
  readonly service: Service;
  readonly values: readonly PrefilledValue[];
  readonly answered: readonly RequirementFact[];
  readonly toBring: readonly RequirementFact[];
}
